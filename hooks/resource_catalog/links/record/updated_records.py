"""Update the records of links with new findings: strikes, grace periods and the resulting state.

Pure functions; today's date is an argument.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from resource_catalog.links.record.manual_verification import is_verified
from resource_catalog.links.record.state_rules import (
    ANSWERED_VERDICTS,
    DAYS_BETWEEN_STRIKES,
    GOOD_VERDICTS,
    MISS_VERDICTS,
    STRIKES_UNTIL_DEAD,
    WAIT_DAYS,
    is_told_to_wait,
)
from resource_catalog.model.ledger.link_ledger import (
    DAYS_TO_KNOW,
    MAX_PAGE_SIZE,
    Ledger,
    LinkRecord,
    LinkState,
    followable,
    week_of,
)

if TYPE_CHECKING:  # builds use this module without the link checker
    from resource_catalog.links.finding import Finding


MAX_TEXT_LENGTH = 200


def updated_records(
    ledger: Ledger,
    findings: Iterable[tuple[datetime.date, Finding]],
    verified: Mapping[str, datetime.date],
) -> dict[str, LinkRecord]:
    """The new records of checked URLs, from findings with their days, in chronological order.

    ``verified`` maps URLs to the day of their manual verification.
    """
    records: dict[str, LinkRecord] = {}
    for day, finding in findings:
        old = records.get(finding.url) or ledger.links.get(finding.url)
        records[finding.url] = next_record(old, finding, day, verified.get(finding.url))
    return records


def next_record(
    record: LinkRecord | None,
    finding: Finding,
    today: datetime.date,
    verified: datetime.date | None = None,
) -> LinkRecord:
    """The new record of a link after a finding. ``verified`` is the day of manual verification."""
    if finding.postponed and record is not None:
        return record
    old = record or LinkRecord(state="unverified", since=today, first_seen=today)
    verdict, week = str(finding.verdict), week_of(today)
    changes: dict[str, Any] = {"looked": today, "checked": ""}
    if is_verified(verdict, verified, today):
        return _verified_record(old, finding, changes, cast("datetime.date", verified))
    if is_told_to_wait(finding) and old.state != "dead":
        changes |= _keep_waiting(old, today)
    elif verdict in MISS_VERDICTS:
        changes |= _add_strike(old, today, verified)
    elif verdict in ANSWERED_VERDICTS:
        changes |= {"strikes": 0, "missed": None, "struck": None}
    state = cast("LinkState", changes.get("state", verdict))
    changes |= {"state": state, "verdict": verdict if verdict != state else ""}
    if "since" not in changes:
        changes["since"] = old.since if old.state == state else today
    if state == "dead" and old.state != "dead":
        changes |= {"died": today, "revived": None}
    if old.state == "dead" and state in GOOD_VERDICTS:
        changes["revived"] = today
    if verdict in GOOD_VERDICTS:
        changes |= {"last_ok": week, "witness": "", **_target_fields(old, finding, today)}
        changes |= _page_fields(finding, today, old)
    if verdict == "ok":
        changes["reason"] = ""
    elif (state, verdict) != (old.state, old.last_verdict) or not old.reason:
        changes["reason"] = _one_line(finding.reason)
    return replace(old, **changes)


def _verified_record(
    old: LinkRecord,
    finding: Finding,
    changes: dict[str, Any],
    verified: datetime.date,
) -> LinkRecord:
    """The record of a verified link: its state is “ok”; the verdict is kept."""
    changes |= {
        "state": "ok",
        "since": old.since if old.state == "ok" else verified,
        "verdict": str(finding.verdict),
        "reason": old.reason if old.last_verdict == finding.verdict else _one_line(finding.reason),
        "last_ok": max(old.last_ok, week_of(verified)),
        "strikes": 0,
        "missed": None,
        "struck": None,
    }
    if finding.verdict == "drift":  # the verification accepts the new page
        changes |= _page_fields(finding, verified, None)
        changes |= {"words": "", "words_since": None, "size": 0, "shows_work": False}
    return replace(old, **changes)


def _add_strike(
    old: LinkRecord, today: datetime.date, verified: datetime.date | None
) -> dict[str, Any]:
    strikes, missed, struck = old.strikes, old.missed, old.struck
    if struck is not None and verified is not None and verified >= struck:
        strikes, missed, struck = 0, None, None
    if strikes < STRIKES_UNTIL_DEAD and (
        struck is None or (today - struck).days >= DAYS_BETWEEN_STRIKES
    ):
        strikes, struck = strikes + 1, today
    missed = missed or today
    state = "dead" if strikes >= STRIKES_UNTIL_DEAD else "watch"
    return {
        "strikes": strikes,
        "missed": missed,
        "struck": struck,
        "state": state,
        "since": missed,
    }


def _keep_waiting(old: LinkRecord, today: datetime.date) -> dict[str, Any]:
    """A living host only asks to come back: watched, then left to a person, without a strike."""
    missed = old.missed or today
    is_long = (today - missed).days >= WAIT_DAYS
    return {"missed": missed, "since": missed, "state": "blocked" if is_long else "watch"}


def _target_fields(old: LinkRecord, finding: Finding, today: datetime.date) -> dict[str, Any]:
    if finding.verdict != "moved" or not followable(finding.final_url or ""):
        return {"target": "", "target_since": None, "target_runs": 0}
    if finding.final_url == old.target:
        return {"target_runs": min(2, old.target_runs + 1)}
    # Where one target follows another, the page at the old address has not been seen in between.
    since = (old.target_since if old.target else None) or today
    return {"target": finding.final_url, "target_since": since, "target_runs": 1}


def _page_fields(finding: Finding, today: datetime.date, old: LinkRecord | None) -> dict[str, Any]:
    """What to remember of a page: title and content type, those of ``old`` first, and its words.

    So even gradual drift is detected. Of a page that was judged by its words the new title counts.
    """
    title = old.title if old else ""
    content_type = (finding.content_type or "").partition(";")[0].strip().lower()
    fields: dict[str, Any] = {
        "title": title or _one_line(finding.title),
        "content_type": (old.content_type if old else "") or content_type,
    }
    memory = finding.memory
    if finding.verdict == "moved" or memory is None:
        return fields  # a page at another address is not the one that is remembered
    known = set(old.words.split()) if old else set()
    stays = old is not None and bool(memory.words) and known.issuperset(memory.words)
    if old and old.word_days >= DAYS_TO_KNOW:
        fields["title"] = _one_line(finding.title) or title
    since = old.words_since if old and stays else today
    return fields | {
        "words": " ".join(memory.words),
        "words_since": since if memory.words else None,
        "size": min(memory.size, MAX_PAGE_SIZE),
        "shows_work": memory.shows_work,
    }


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())[:MAX_TEXT_LENGTH].strip()
