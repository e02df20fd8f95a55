"""Pages: all that the site shows of a catalog.

Each kind of page is one function in a file here and one template in
``overrides/catalog/``. A new file joins the list below.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from resource_catalog.pages import (
    collections,
    contribute,
    data,
    facets,
    gaps,
    home,
    links,
    resources,
    reviews,
    shelf,
    suggest,
)
from resource_catalog.pages.page import Page
from resource_catalog.site import Site

KINDS = (
    home,
    facets,
    collections,
    resources,
    links,
    data,
    contribute,
    suggest,
    reviews,
    gaps,
    shelf,
)
"""The files here that have pages; each gives its own with ``pages(site)``."""


def all_pages(site: Site) -> Iterator[Page]:
    """Every page of a site."""
    return chain.from_iterable(kind.pages(site) for kind in KINDS)


def page_alone(path: str, site: Site) -> Page | None:
    """The page at an address, where it can be made without the others."""
    return resources.page_alone(path, site)
