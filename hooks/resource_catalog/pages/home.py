"""The ways in: the home page, the list of everything, and the page for lost addresses."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import feeds
from resource_catalog.pages.page import Page, count, listing, summary_line
from resource_catalog.pages.parts.share_panel import with_share_of_state
from resource_catalog.site.site import Site
from resource_catalog.site.structured_data import as_script_text, website

NEWEST = 6
"""How many entries the home page shows as new."""

BROWSE_LENGTH = 24
"""How many entries a page of the list of everything has, which is there to be narrowed."""


def pages(site: Site) -> Iterator[Page]:
    """Home and browse."""
    yield home(site)
    yield from browse(site)


def home(site: Site) -> Page:
    """The way in: the cycle, the stages, the matrix and what is new."""
    identity = site.catalog.identity
    return Page(
        path="",
        feed=feeds.EVERYTHING,
        title=identity.title,
        description=summary_line(identity.description or identity.tagline or identity.title),
        template="home.html",
        data={"newest": site.catalog.newest[:NEWEST]},
        structured_data=lambda: as_script_text(website(identity, site.address)),
    )


def browse(site: Site) -> Iterator[Page]:
    """Every entry, in the order of the cycle."""
    number = count(len(site.catalog.listed), "resource")
    page = Page(
        path="browse/",
        feed=feeds.EVERYTHING,
        title="Browse everything",
        description=f"{number}, in the order of the phases, then by title.",
        template="browse.html",
        is_told_all=True,
    )
    entries = site.catalog.in_curated_order
    return listing(with_share_of_state(page, site), entries, site, BROWSE_LENGTH)


def not_found() -> Page:
    """What a reader sees at an address that leads nowhere."""
    return Page(
        path="404.html",
        title="Page not found",
        description="There is no page at this address.",
        template="not-found.html",
    )
