"""Mending: where a page leads those who found something wrong on it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from resource_catalog.pages.page import Page


def edit_path(page: Page, docs: str, root: str) -> str | None:
    """The file behind a page as seen from the folder ``docs``; None if it is not below ``root``."""
    if page.source is None:
        return None
    folder, name = os.path.split(page.source)
    beside = _beside(os.path.abspath(folder), docs, os.path.abspath(root))
    return f"{beside}/{quote(name)}" if beside is not None else None


@lru_cache
def _beside(folder: str, docs: str, root: str) -> str | None:
    inside = Path(folder).is_relative_to(root)
    return quote(Path(os.path.relpath(folder, docs)).as_posix()) if inside else None


def report_url(page: Page, url: str | None, pattern: str | None) -> str | None:
    """A prefilled issue about the page at ``url``, where there is a ``pattern`` for them."""
    if not pattern or page.source is None:
        return None
    words = {
        "title": f"Problem with “{page.title}”",
        "body": f"Page: {url or page.path}\n\nWhat is wrong:\n",
    }
    for name, text in words.items():
        pattern = pattern.replace(f"{{{name}}}", quote(text, safe=""))
    return pattern
