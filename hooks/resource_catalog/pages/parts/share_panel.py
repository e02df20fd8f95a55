"""What a page of a list needs so that people can pass it on: on paper, by mail, in another page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resource_catalog.exports.export_registry import all_downloads
from resource_catalog.model.records.entry import Entry
from resource_catalog.pages.page import Page
from resource_catalog.site.sharing import share_browse, share_list
from resource_catalog.site.site import Site

CODE = "open-share"
"""The module in ``overrides/js/`` that does what a page cannot do by itself, such as copying."""


def with_share(page: Page, about: str | None, entries: Sequence[Entry], site: Site) -> Page:
    """``page`` with the panel for sharing it; ``about`` is what an e-mail says of it first."""
    share = share_list(page.path, page.title, about, entries, site)
    downloads = tuple(all_downloads(page.path, site))
    return replace(page, data={**page.data, "share": share, "downloads": downloads}, code=CODE)


def with_share_of_state(page: Page, site: Site) -> Page:
    """The same for a list whose state stands in the address."""
    share = share_browse(page.path, page.title, site)
    downloads = tuple(all_downloads(page.path, site))
    return replace(page, data={**page.data, "share": share, "downloads": downloads}, code=CODE)
