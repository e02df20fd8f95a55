"""State: what a new finding makes of the record of a link. The patience of the watch is here.

Pure functions; today is an argument.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from resource_catalog.links.ledger import LinkRecord, LinkState, week_of

if TYPE_CHECKING:  # a build, which wants to know what a state means, finds nothing by itself
    from resource_catalog.links.targets import Finding

STRIKES = 3
"""So many misses make a link dead for readers …"""

DAYS_APART = 3
"""… if each came so many days after the one before."""

PATIENCE = 90
"""For so many days a person's word beats the machine, and a bot wall is nobody's business."""

MISSES = frozenset({"dead", "soft404", "transient"})
"""What may be over next time."""

GOOD = frozenset({"ok", "moved", "fragment"})
"""The reader gets the thing."""

ANSWERED = GOOD | {"login", "drift"}
"""A page came, so misses before it no longer count."""

TITLE_LENGTH = 200


def after(
    record: LinkRecord | None,
    finding: Finding,
    today: datetime.date,
    verified: datetime.date | None = None,
) -> LinkRecord:
    """The record of a link after a finding. ``verified`` is the day of a person's word on it."""
    old = record or LinkRecord(state="unverified", since=today, first_seen=today)
    verdict, week = str(finding.verdict), week_of(today)
    changes: dict[str, Any] = {"checked": week}
    if is_vouched(verdict, verified, today):
        return _vouched(old, finding, changes, cast("datetime.date", verified))
    if verdict in MISSES:
        changes |= _missed(old, today, verified)
    elif verdict in ANSWERED:
        changes |= {"strikes": 0, "missed": None, "struck": None}
    state = cast("LinkState", changes.get("state", verdict))
    changes |= {"state": state, "verdict": verdict if verdict != state else ""}
    if "since" not in changes:
        changes["since"] = old.since if old.state == state else today
    if state == "dead" and old.state != "dead":
        changes |= {"died": today, "revived": None}
    if old.state == "dead" and state in GOOD:
        changes["revived"] = today
    if verdict in GOOD:
        changes |= {"last_ok": week, "witness": "", **_moved(old, finding, today)}
        changes |= _looks(finding, keep=old)
    if verdict == "ok":
        changes["reason"] = ""
    elif (state, verdict) != (old.state, old.last_verdict) or not old.reason:
        changes["reason"] = _line(finding.reason)
    return replace(old, **changes)


def is_vouched(verdict: str, verified: datetime.date | None, today: datetime.date) -> bool:
    """Whether a person's word stands against this verdict."""
    if verified is None or verdict in {"ok", "moved", "unsafe"}:
        return False
    return (today - verified).days <= PATIENCE


SURELY_BROKEN = frozenset({"dead", "unsafe"})
"""Wrong beyond doubt, so a link that was never known to work need not be missed three times."""

NOT_THERE = SURELY_BROKEN | {"soft404", "parked"}
"""What someone who tries an address out wants to be told of."""


def is_broken(record: LinkRecord) -> bool:
    """Whether maintainers must act: gone for good, or surely dead and never seen alive."""
    if record.state in {"dead", "parked", "unsafe"}:
        return True
    return record.state == "watch" and record.last_verdict in SURELY_BROKEN and not record.last_ok


def _vouched(
    old: LinkRecord,
    finding: Finding,
    changes: dict[str, Any],
    verified: datetime.date,
) -> LinkRecord:
    """A person has seen that it works: that counts, and what the machine found is noted."""
    changes |= {
        "state": "ok",
        "since": old.since if old.state == "ok" else verified,
        "verdict": str(finding.verdict),
        "reason": old.reason if old.last_verdict == finding.verdict else _line(finding.reason),
        "last_ok": max(old.last_ok, week_of(verified)),
        "strikes": 0,
        "missed": None,
        "struck": None,
    }
    if finding.verdict == "drift":  # the person has seen what it has become, and said yes
        changes |= _looks(finding, keep=None)
    return replace(old, **changes)


def _missed(
    old: LinkRecord, today: datetime.date, verified: datetime.date | None
) -> dict[str, Any]:
    strikes, missed, struck = old.strikes, old.missed, old.struck
    if struck is not None and verified is not None and verified >= struck:
        strikes, missed, struck = 0, None, None
    if strikes < STRIKES and (struck is None or (today - struck).days >= DAYS_APART):
        strikes, struck = strikes + 1, today
    missed = missed or today
    state = "dead" if strikes >= STRIKES else "watch"
    return {
        "strikes": strikes,
        "missed": missed,
        "struck": struck,
        "state": state,
        "since": missed,
    }


def _moved(old: LinkRecord, finding: Finding, today: datetime.date) -> dict[str, Any]:
    if finding.verdict != "moved" or not finding.final_url:
        return {"target": "", "target_since": None, "target_runs": 0}
    if finding.final_url == old.target:
        return {"target_runs": min(2, old.target_runs + 1)}
    return {"target": finding.final_url, "target_since": today, "target_runs": 1}


def _looks(finding: Finding, keep: LinkRecord | None) -> dict[str, Any]:
    """Title and content type: those first found right, so that drift is seen however slow."""
    title = (keep.title if keep else "") or _line(finding.title)
    kind = (finding.content_type or "").partition(";")[0].strip().lower()
    return {"title": title, "content_type": (keep.content_type if keep else "") or kind}


def _line(text: str | None) -> str:
    return " ".join((text or "").split())[:TITLE_LENGTH].strip()
