"""Find where an HTML page redirects: by a refresh, or by its script if it shows little else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from resource_catalog.links.ask.visit import Visit

MAX_SCRIPT_CHARS = 4000
"""Characters of a page's scripts that are searched."""

SHORT_PAGE_REFRESH = 10
"""Seconds up to which a refresh of a short page counts as a redirect."""

LONG_PAGE_REFRESH = 2
"""The same for a page with more text."""

SHORT_PAGE_WORDS = 40
"""A page with at most so many words may exist only to redirect."""

_REFRESH_VALUE = re.compile(
    r"\s*([\d.]*)\s*[;,]?\s*(?:url\s*=\s*)?['\"]?([^'\"]*)['\"]?", re.IGNORECASE
)
_SCRIPT_REDIRECT = re.compile(
    r"(?:^|[;{}\s=])(?:window\.|document\.|top\.|self\.|parent\.|globalThis\.)*location"
    r"(?:\.href)?\s*(?:=|\.replace\s*\(|\.assign\s*\()\s*(['\"`])([^'\"`\s]+)\1",
)


def page_redirect(refresh: tuple[float, str], script_text: str, word_count: int) -> str:
    """The URL that a page with so many words redirects to; empty if it does not.

    ``refresh`` are the seconds and the URL of :func:`find_refresh`, ``script_text`` is the text
    of :func:`script_text_of`.
    """
    delay, url = refresh
    is_short = word_count <= SHORT_PAGE_WORDS
    if url and delay <= (SHORT_PAGE_REFRESH if is_short else LONG_PAGE_REFRESH):
        return url
    found = _SCRIPT_REDIRECT.search(script_text) if is_short else None
    return found[2].replace("\\/", "/") if found and not _is_conditional(script_text) else ""


def script_text_of(scripts: Sequence[LexborNode]) -> str:
    """The text of the first scripts of a page, as far as it is searched for a redirect."""
    texts = ((node.text(deep=True) or "")[:MAX_SCRIPT_CHARS] for node in scripts[:20])
    return "\n".join(texts)[:MAX_SCRIPT_CHARS]


def find_refresh(tree: LexborHTMLParser, visit: Visit, lower_html: str) -> tuple[float, str]:
    """Seconds and URL of a Refresh header or meta refresh; ``(0, "")`` if there is none."""
    values = [visit.headers.get("Refresh", "")]
    for node in tree.css("meta") if "refresh" in lower_html else []:
        if (node.attributes.get("http-equiv") or "").lower() != "refresh":
            continue
        parent = node.parent
        while parent is not None and parent.tag != "noscript":
            parent = parent.parent
        if parent is None:
            values.append(node.attributes.get("content") or "")
    for value in values:
        found = _REFRESH_VALUE.fullmatch(value.strip()[:2000])
        if not found or not found[2].strip():
            continue
        try:
            return float(found[1] or 0), found[2].strip()
        except ValueError:
            continue
    return 0, ""


def _is_conditional(code: str) -> bool:
    """Whether a script redirects only on some condition or event."""
    return (
        re.search(r"\bif\s*\(|\?[^:\n]+:|onclick|addEventListener|function\s+\w+\s*\(", code)
        is not None
    )
