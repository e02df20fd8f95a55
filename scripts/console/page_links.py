"""Check the links on the hand-written pages of a catalog against the pages that a build makes."""

from __future__ import annotations

import datetime
from pathlib import Path

from environment import ROOT
from resource_catalog.loading.brand.own_pages import own_page_paths
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.problems import Problem


def wrong_links(catalog: Catalog, folder: Path) -> list[Problem]:
    """The links within the site that lead nowhere, as the build finds them."""
    own = own_page_paths(folder)
    if not own:
        return []
    # Slow to import, and most catalogs have no pages of their own.
    from resource_catalog.links.record.link_status import LinkStatuses
    from resource_catalog.pages.parts.page_sources import PageSources
    from resource_catalog.site.site import Site

    moment = datetime.datetime.now(datetime.UTC)
    statuses = LinkStatuses(catalog, moment.date())
    site = Site(catalog, statuses, lambda path: f"/{path}", moment, own_pages=own)
    return sorted(PageSources(site, folder, ROOT / "docs").problems())
