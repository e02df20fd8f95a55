"""Register the modules that build pages; a new module must be added here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
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
from resource_catalog.pages.self_check import check_pages
from resource_catalog.pages.situations import situations_page
from resource_catalog.pages.tools import tool_pages
from resource_catalog.site.shareable_pages import can_share
from resource_catalog.site.site import Site

PAGE_MODULES = (
    home,
    facets,
    collections,
    situations_page,
    resources,
    tool_pages,
    link_health,
    data,
    problem_guide,
    suggest,
    reviews_due,
    gaps,
    shelf,
    check_pages,
)
"""Each has a function ``pages(site)``."""


def all_pages(site: Site) -> Iterator[Page]:
    """Every page of a site but those that its catalog leaves out."""
    pages = chain.from_iterable(module.pages(site) for module in PAGE_MODULES)
    kept = (page for page in pages if page.path not in site.left_out)
    if can_share(site):
        return kept
    return (replace(page, feed=None) for page in kept)  # there are no feeds without an address


def page_at(path: str, site: Site) -> Page | None:
    """The page at a path if it can be built without building the others, else None."""
    return resources.page_at(path, site)
