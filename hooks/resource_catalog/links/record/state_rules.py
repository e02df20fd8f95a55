"""The rules by which findings make a link dead, gone, or only worth watching."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resource_catalog.model.ledger.link_ledger import LinkRecord

if TYPE_CHECKING:  # builds use this module without the link checker
    from resource_catalog.links.finding import Finding

STRIKES_UNTIL_DEAD = 3
"""So many failed checks make a link dead for readers …"""

DAYS_BETWEEN_STRIKES = 3
"""… if each is at least so many days after the one before."""

WAIT_DAYS = 21
"""After so many days a host that only asks to come back later counts as closed to programs."""

BLOCKED_DAYS = 90
"""For so many days nobody has to look at a link that the program cannot open."""

MISS_VERDICTS = frozenset({"dead", "soft404", "transient"})
"""Verdicts that count as a failed check, which may be temporary."""

GOOD_VERDICTS = frozenset({"ok", "moved", "fragment"})
"""Verdicts with which a reader reaches the resource."""

ANSWERED_VERDICTS = GOOD_VERDICTS | {"login", "drift"}
"""Verdicts on a page that was served, which reset the strikes."""

CERTAINLY_BROKEN = frozenset({"dead", "unsafe"})
"""Verdicts on which a link that never worked is reported without waiting for more strikes."""

BROKEN_VERDICTS = CERTAINLY_BROKEN | {"soft404", "parked"}
"""Verdicts that fail a check of new URLs or single entries at once."""


def is_told_to_wait(finding: Finding) -> bool:
    """Whether a living host only asked to come back later, which is no failed check."""
    return finding.verdict == "transient" and finding.status in {429, 503}


def is_broken(record: LinkRecord) -> bool:
    """Whether the link fails a run: it is gone for good, or certainly broken and never worked."""
    if record.state in {"dead", "parked", "unsafe"}:
        return True
    return (
        record.state == "watch" and record.last_verdict in CERTAINLY_BROKEN and not record.last_ok
    )
