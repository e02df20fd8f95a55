"""Build the home page, the list of all entries, and the 404 page."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import feeds
from resource_catalog.model.messages import _, count
from resource_catalog.model.records.identity import HOME_PARTS
from resource_catalog.model.records.vocabulary import PHASES
from resource_catalog.pages.page import Page, meta_description, paginated
from resource_catalog.pages.parts.share_panel import with_browse_share_panel
from resource_catalog.site.site import Site
from resource_catalog.site.structured_data import as_script_text, website
from resource_catalog.site.ways_on.opening import opening_first

NEWEST_COUNT = 6
"""How many entries the home page shows as new."""

BROWSE_PAGE_SIZE = 24
"""How many entries a page of the list of all entries has; readers are expected to filter it."""


def pages(site: Site) -> Iterator[Page]:
    """The home page and the list of all entries."""
    yield home_page(site)
    yield from browse_pages(site)


def home_page(site: Site) -> Page:
    """The home page: the parts that the catalog wants, in its order."""
    identity = site.catalog.identity
    parts = HOME_PARTS if identity.home is None else identity.home
    dated = [(entry, entry.added) for entry in site.catalog.newest if entry.added]
    # Of those that came on one day, what opens comes first.
    dated.sort(key=lambda pair: (-pair[1].toordinal(), pair[0].id not in site.opening))
    newest = [entry for entry, day in dated[:NEWEST_COUNT]]
    return Page(
        path="",
        feed=feeds.EVERYTHING,
        title=identity.title,
        description=meta_description(identity.description or identity.tagline or identity.title),
        template="home.html",
        data={"parts": parts, "newest": newest},
        structured_data=lambda: as_script_text(website(identity, site.absolute_url)),
    )


def browse_pages(site: Site) -> Iterator[Page]:
    """All entries, in curated order."""
    resources = count(len(site.catalog.listed), "resource")
    page = Page(
        path="browse/",
        feed=feeds.EVERYTHING,
        title=_("Browse everything"),
        description=_(
            "%(resources)s, in the order of the %(phases)s, then by title.",
            resources=resources,
            phases=site.catalog.facets[PHASES].nouns,
        )
        if site.catalog.phases
        else _("%(resources)s, by title.", resources=resources),
        template="browse.html",
        depends_only_on_data=True,
    )
    entries = opening_first(site.catalog.in_curated_order, site)
    return paginated(with_browse_share_panel(page, site), entries, site, BROWSE_PAGE_SIZE)


def not_found_page() -> Page:
    """The page for URLs that do not exist."""
    return Page(
        path="404.html",
        title=_("Page not found"),
        description=_("There is no page at this address."),
        template="not-found.html",
    )
