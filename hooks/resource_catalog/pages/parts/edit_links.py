"""Build the links of a page for editing its source and for reporting a problem with it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from resource_catalog.model.addresses.url_template import fill_url
from resource_catalog.model.messages import _
from resource_catalog.pages.page import Page
from resource_catalog.site.site import Site


def edit_path(source: str | Path, docs: str, root: str) -> str | None:
    """The path of a file relative to the folder ``docs``, for the end of its edit URL.

    None for a file outside of ``root``.
    """
    folder, name = os.path.split(source)
    relative = _relative_folder(os.path.abspath(folder), docs, os.path.abspath(root))
    return f"{relative}/{quote(name)}" if relative is not None else None


@lru_cache
def _relative_folder(folder: str, docs: str, root: str) -> str | None:
    is_inside = Path(folder).is_relative_to(root)
    return quote(Path(os.path.relpath(folder, docs)).as_posix()) if is_inside else None


def report_url(page: Page, url: str | None, site: Site) -> str | None:
    """The URL of a new issue about the page at ``url``; None without a tracker or a source."""
    if not site.repository.issue_url or page.source is None:
        return None
    params = {
        "title": _("Problem with “%(title)s”", title=page.title),
        "body": _("Page: %(page)s\n\nWhat is wrong:\n", page=url or page.path),
    }
    return fill_url(site.repository.issue_url, params)
