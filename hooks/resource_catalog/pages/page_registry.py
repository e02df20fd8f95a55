"""List every kind of page; a new module of this package joins the list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from resource_catalog.pages import (
    collections,
    data,
    facets,
    gaps,
    home,
    link_health,
    problem_guide,
    resources,
    reviews_due,
    shelf,
    suggest,
)
from resource_catalog.pages.page import Page
from resource_catalog.site.site import Site

KINDS = (
    home,
    facets,
    collections,
    resources,
    link_health,
    data,
    problem_guide,
    suggest,
    reviews_due,
    gaps,
    shelf,
)
"""The modules of this package that have pages; each gives its own with ``pages(site)``."""


def all_pages(site: Site) -> Iterator[Page]:
    """Every page of a site."""
    return chain.from_iterable(kind.pages(site) for kind in KINDS)


def page_alone(path: str, site: Site) -> Page | None:
    """The page at an address, where it can be made without the others."""
    return resources.page_alone(path, site)
