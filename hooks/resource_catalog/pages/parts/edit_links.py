"""Edit links: where a page leads those who found something wrong on it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from resource_catalog.pages.page import Page
from resource_catalog.site.repository_links import fill_url
from resource_catalog.site.site import Site


def edit_path(source: str | Path, docs: str, root: str) -> str | None:
    """What the edit link of a file ends in: its path as seen from the folder ``docs``.

    None for a file that is not below ``root``.
    """
    folder, name = os.path.split(source)
    beside = _beside(os.path.abspath(folder), docs, os.path.abspath(root))
    return f"{beside}/{quote(name)}" if beside is not None else None


@lru_cache
def _beside(folder: str, docs: str, root: str) -> str | None:
    inside = Path(folder).is_relative_to(root)
    return quote(Path(os.path.relpath(folder, docs)).as_posix()) if inside else None


def report_url(page: Page, url: str | None, site: Site) -> str | None:
    """A prefilled issue about the page at ``url``, where it is known where issues go."""
    if not site.repository.issue_url or page.source is None:
        return None
    words = {
        "title": f"Problem with “{page.title}”",
        "body": f"Page: {url or page.path}\n\nWhat is wrong:\n",
    }
    return fill_url(site.repository.issue_url, words)
