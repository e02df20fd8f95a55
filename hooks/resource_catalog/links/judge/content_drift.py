"""Detect content drift: pages whose type or title changed."""

from __future__ import annotations

import re

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.interstitials.consent_pages import is_consent_url
from resource_catalog.links.judge.page.expected_title import has_title_heading
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model import title_matching
from resource_catalog.model.ledger.link_ledger import DAYS_TO_KNOW

_FILE_EXTENSIONS = frozenset(
    "pdf doc docx ppt pptx xls xlsx zip epub mp3 mp4 png jpg jpeg gif".split()
)
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_TEXT_TYPES = _HTML_TYPES | {"application/json", "application/xml", "application/rss+xml"}
_VIEWER_PATH = re.compile(
    r"/(?:wiki/)?[^/]+:[^/]+\.\w+$|/(?:blob|tree|raw-view|details)/|/(?:view(?:er)?|preview)(?:/|$)",
    re.IGNORECASE,
)
_VIEWER_HOST = re.compile(
    r"(?:.*\.)?(?:dropbox\.com|sharepoint\.com|box\.com|drive\.google\.com|scribd\.com"
    r"|issuu\.com|web\.archive\.org|1drv\.ms)"
)


def check_drift(
    target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts | None
) -> Judgment | None:
    """Whether a document became a page, or the title is not that in the ledger; None if neither."""
    if page is not None and visit.is_html and _expects_file(target, requested):
        was_page = target.known_type in _HTML_TYPES
        is_fine = page.shows_document or page.needs_script or is_consent_url(visit.url)
        if not was_page and not is_fine:
            return Judgment("drift", "is a web page now, not the document that it was")
    if target.memory.days >= DAYS_TO_KNOW and page is not None and not page.is_cut:
        return None  # its words tell more than its title
    if page is not None and target.known_title and page.title and not page.needs_script:
        titles = (page.title, page.og_title, *page.h1_headings)
        has_title = bool(target.title) and has_title_heading(target.title, page)
        is_known = any(title_matching.same_title(target.known_title, t) for t in titles if t)
        if not has_title and not is_known:
            return Judgment(
                "drift", f"is headed “{page.title[:80]}” now, not “{target.known_title[:80]}”"
            )
    return None


def _expects_file(target: Target, requested: ParsedUrl) -> bool:
    _, dot, extension = requested.path.rpartition(".")
    extension = extension.lower()
    if _VIEWER_PATH.search(requested.path) or _VIEWER_HOST.fullmatch(requested.host):
        return False
    if target.known_type.startswith(("application/", "image/", "audio/", "video/")):
        return target.known_type not in _TEXT_TYPES
    return (bool(dot) and extension in _FILE_EXTENSIONS) or target.format == "pdf"
