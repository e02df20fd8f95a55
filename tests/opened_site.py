"""The site of a catalog folder, for tests that need no build."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from building import ROOT
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.checks import open_catalog
from resource_catalog.pages.page import Page
from resource_catalog.pages.rendering.renderer import Renderer
from resource_catalog.site.site import Site

NOON = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)


def open_folder(folder: Path, **settings: Any) -> Site:
    """The site of a catalog without problems; ``settings`` are further fields of it."""
    catalog, problems = open_catalog(folder)
    assert catalog, problems
    statuses = LinkStatuses(catalog, NOON.date())
    return Site(catalog, statuses, "https://example.org/".__add__, NOON, **settings)


def rendered(page: Page, site: Site) -> LexborHTMLParser:
    """The body of a page."""
    return LexborHTMLParser(Renderer(ROOT / "overrides" / "catalog", site).html(page))
