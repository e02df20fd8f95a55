"""Add the share panel to a page: link, e-mail, embed code, QR code and downloads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resource_catalog.exports.export_registry import all_downloads
from resource_catalog.model.records.entry import Entry
from resource_catalog.pages.page import Page
from resource_catalog.site.sharing import share_browse, share_list
from resource_catalog.site.site import Site

SCRIPT = "open-share"
"""The module in ``overrides/js/`` for the buttons that need JavaScript, such as copying."""


def with_share_panel(
    page: Page, introduction: str | None, entries: Sequence[Entry], site: Site
) -> Page:
    """``page`` with the panel for its list; an e-mail starts with ``introduction``."""
    share = share_list(page.path, page.title, introduction, entries, site)
    downloads = tuple(all_downloads(page.path, site))
    return replace(page, data={**page.data, "share": share, "downloads": downloads}, code=SCRIPT)


def with_browse_share_panel(page: Page, site: Site) -> Page:
    """``page`` with the panel for the browse page, whose URL holds the filters."""
    share = share_browse(page.path, page.title, site)
    downloads = tuple(all_downloads(page.path, site))
    return replace(page, data={**page.data, "share": share, "downloads": downloads}, code=SCRIPT)
