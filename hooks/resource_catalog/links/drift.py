"""Drift: things that are there, but are not what they were or lack the place that is named."""

from __future__ import annotations

import re

from resource_catalog.links import soft404, walls, words
from resource_catalog.links.pages_read import Page, has_anchor
from resource_catalog.links.ruling import Ruling
from resource_catalog.links.spelling import ParsedUrl
from resource_catalog.links.targets import Target
from resource_catalog.links.visit import Visit

_FILES = frozenset("pdf doc docx ppt pptx xls xlsx zip epub mp3 mp4 png jpg jpeg gif".split())
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TEXTS = _PAGES | {"application/json", "application/xml", "application/rss+xml"}
_VIEWER = re.compile(
    r"/(?:wiki/)?[^/]+:[^/]+\.\w+$|/(?:blob|tree|raw-view|details)/|/(?:view(?:er)?|preview)(?:/|$)",
    re.IGNORECASE,
)
_VIEWER_HOST = re.compile(
    r"(?:.*\.)?(?:dropbox\.com|sharepoint\.com|box\.com|drive\.google\.com|scribd\.com"
    r"|issuu\.com|web\.archive\.org|1drv\.ms)"
)
_APP_PLACE = re.compile(
    r"^[!/?]|^:~:|[=&/]|^(?:top|start|main|content)?$|^L\d+|^(?:disqus|issuecomment|diff|discussion)",
    re.IGNORECASE,
)


def drifted(target: Target, asked: ParsedUrl, visit: Visit, page: Page | None) -> Ruling | None:
    """That a page is no longer the document, or no longer headed as the ledger knows it."""
    if page is not None and visit.is_html and _should_be_file(target, asked):
        known_page = target.known_type in _PAGES
        shown = page.shows_document or page.made_by_script or walls.is_consent_address(visit.url)
        if not known_page and not shown:
            return Ruling("drift", "is a web page now, not the document that it was")
    if page is not None and target.known_title and page.title and not page.made_by_script:
        seen = (page.title, page.og_title, *page.first_headings)
        promised = bool(target.title) and soft404.shows_on_top(target.title, page)
        if not promised and not any(words.same_title(target.known_title, t) for t in seen if t):
            return Ruling(
                "drift", f"is headed “{page.title[:80]}” now, not “{target.known_title[:80]}”"
            )
    return None


def _should_be_file(target: Target, asked: ParsedUrl) -> bool:
    _, dot, ending = asked.path.rpartition(".")
    ending = ending.lower()
    if _VIEWER.search(asked.path) or _VIEWER_HOST.fullmatch(asked.host):
        return False
    if target.known_type.startswith(("application/", "image/", "audio/", "video/")):
        return target.known_type not in _TEXTS
    return (bool(dot) and ending in _FILES) or target.format == "pdf"


def lacks_place(asked: ParsedUrl, visit: Visit, page: Page | None) -> Ruling | None:
    """That a page has no place of the name that the address ends with."""
    if not asked.fragment or page is None or not visit.complete or page.made_by_script:
        return None
    if walls.is_consent_address(visit.url) or page.shows_document:
        return None
    if has_anchor(page, asked.fragment):
        return None
    if _APP_PLACE.search(asked.fragment):
        return None
    return Ruling("fragment", f"the page has no place named “{asked.fragment[:60]}”")
