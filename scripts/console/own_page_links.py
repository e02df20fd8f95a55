"""Check links on hand-written pages, and redirects, against the pages and files of a build."""

from __future__ import annotations

import datetime
from pathlib import Path

from environment import ROOT
from resource_catalog.loading.own_pages.page_files import own_page_paths
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.problems import Problem


def wrong_links(catalog: Catalog, folder: Path) -> list[Problem]:
    """Links within the site that lead nowhere, and redirects in the way, as the build finds them.

    The catalog is one without other problems.
    """
    own = own_page_paths(folder)
    if not own and not catalog.redirects:
        return []
    # Slow to import, and most catalogs have neither pages of their own nor redirects.
    from resource_catalog.links.record.link_status import LinkStatuses
    from resource_catalog.pages.hand_written.own_page_link_check import PageSources
    from resource_catalog.pages.parts.redirect_conflicts import taken_addresses
    from resource_catalog.site.site import Site

    moment = datetime.datetime.now(datetime.UTC)
    statuses = LinkStatuses(catalog, moment.date())
    site = Site(catalog, statuses, lambda path: f"/{path}", moment, own_pages=own)
    docs = ROOT / "docs"
    wrong = PageSources(site, folder, docs).problems() if own else ()
    return sorted([*wrong, *taken_addresses(site, folder, docs)])
