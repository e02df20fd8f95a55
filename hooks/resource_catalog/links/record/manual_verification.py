"""What a person has said of a link, and for how long that counts."""

from __future__ import annotations

import datetime

VERIFIED_DAYS = 90
"""For so many days a person's word counts for more than what the program finds."""


def is_verified(verdict: str, verified: datetime.date | None, today: datetime.date) -> bool:
    """Whether a manual verification overrides a verdict."""
    if verified is None or verdict in {"ok", "moved", "unsafe"}:
        return False
    return (today - verified).days <= VERIFIED_DAYS
