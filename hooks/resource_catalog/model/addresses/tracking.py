"""Take out of addresses what only tells where a visitor came from or what one looked for."""

from __future__ import annotations

import re

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ttclid|twclid|mc_[ce]id"
    r"|igshid|igsh|_hs(?:enc|mi)|__hs\w+|_ga|_gl|mkt_tok|vero_id|oly_(?:anon|enc)_id|ref_src",
    re.IGNORECASE,
)
_OF_HOST = (
    (re.compile(r"https?://(?:docs|drive|forms|sites)\.google\.com/", re.IGNORECASE), "usp"),
    (re.compile(r"https?://(?:youtu\.be|(?:\w+\.)?youtube\.com|open\.spotify\.com)/", re.I), "si"),
)
"""What is tracking on some sites, and may be anything on others."""


def without_tracking(url: str) -> str:
    """The address without such parameters, and without words to highlight on the page.

    All else is as it was written.
    """
    url = without_highlight(url)
    head, mark, rest = url.partition("?")
    if not mark:
        return url
    query, hash_sign, fragment = rest.partition("#")
    others = {name for host, name in _OF_HOST if host.match(url)}
    kept = [part for part in query.split("&") if not _is_tracking(part, others)]
    if len(kept) == query.count("&") + 1:
        return url
    return f"{head}{'?' if kept else ''}{'&'.join(kept)}{hash_sign}{fragment}"


def without_highlight(url: str) -> str:
    """The address without the words that a browser is to highlight: ``#:~:text=…``."""
    head, mark, _words = url.partition(":~:")
    return head.removesuffix("#") if mark and "#" in head else url


def _is_tracking(part: str, others: set[str]) -> bool:
    name = part.partition("=")[0]
    return name in others or _TRACKING.fullmatch(name) is not None
