"""Take out of addresses what only tells where a visitor came from or what one looked for.

Its counterpart in the browser is ``tracking.js``.
"""

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

_ON_SOME_SITES = frozenset(name for _host, name in _OF_HOST)


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
    parts = query.split("&")
    kept = [
        part
        for part in parts
        if (name := part.partition("=")[0]) not in others and not is_tracking(name)
    ]
    if len(kept) == len(parts):
        return url
    return f"{head}{'?' if kept else ''}{'&'.join(kept)}{hash_sign}{fragment}"


def without_highlight(url: str) -> str:
    """The address without the words that a browser is to highlight: ``#:~:text=…``."""
    head, mark, _words = url.partition(":~:")
    return head.removesuffix("#") if mark and "#" in head else url


def is_tracking(name: str) -> bool:
    """Whether a parameter of that name is tracking, whatever the site."""
    return _TRACKING.fullmatch(name) is not None


def may_be_tracking(name: str) -> bool:
    """The same, or tracking on some sites: two addresses that differ in it count as one."""
    return is_tracking(name) or name.lower() in _ON_SOME_SITES
