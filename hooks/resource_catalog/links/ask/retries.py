"""Decide whether to request a URL again, when, and with the headers of a browser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from resource_catalog.links.ask.visit import Visit

MAX_RETRY_AFTER = 10
"""The longest ``Retry-After`` that is honored, in seconds."""

RETRY_DELAY = 0.6
"""Seconds before the retry of a failed request."""

RETRY_AS_BROWSER = frozenset({400, 403, 404, 405, 406, 410, 418, 999})
"""Statuses that some servers send to programs only: retried once with browser headers."""


def retry_delay(visit: Visit) -> float | None:
    """Seconds to wait before a retry, None if a retry would not help."""
    if visit.error is not None:
        return (
            RETRY_DELAY if visit.error in {"reset", "timeout", "unreachable", "garbled"} else None
        )
    if visit.was_cut_off:
        return RETRY_DELAY
    if visit.status is None or not (visit.status >= 500 or visit.status in {408, 425, 429}):
        return None
    if visit.status == 999:
        return None
    requested_delay = retry_after(visit.headers)
    if requested_delay is None:
        return RETRY_DELAY
    return max(requested_delay, RETRY_DELAY) if requested_delay <= MAX_RETRY_AFTER else None


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds of a ``Retry-After`` header, None without one; a date is relative to ``Date``."""
    text = headers.get("Retry-After", "").strip()
    if not text:
        return None
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    try:
        until, now = parsedate_to_datetime(text), parsedate_to_datetime(headers.get("Date", ""))
        return max(0.0, (until - now).total_seconds())
    except (TypeError, ValueError):
        return float("inf")


def deserves_browser_headers(visit: Visit) -> bool:
    """Whether the same request may succeed with the headers of a browser."""
    return visit.status in RETRY_AS_BROWSER or visit.error == "loop"
