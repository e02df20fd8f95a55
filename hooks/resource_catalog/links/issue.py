"""The rolling issue: what a person is asked to settle, as one text that is kept up to date."""

from __future__ import annotations

from collections.abc import Sequence

from resource_catalog.links.ledger import week_start
from resource_catalog.links.markdown import code, plain
from resource_catalog.links.standing import STATE_LABELS, LinkStatus, LinkStatuses
from resource_catalog.values import say_day

TITLE = "Links that need a person"

LISTED = 80
"""So many links a heading are listed: GitHub takes 65,536 letters."""

LONGEST = 60_000


def text(link_statuses: LinkStatuses) -> str:
    """The text of the issue; empty when all is well and no issue is needed."""
    asked = link_statuses.needing_action
    if not asked:
        return ""
    watched = [s for s in link_statuses.all() if s.state == "watch" and not s.action_needed]
    counts = ", ".join(f"{STATE_LABELS[state]}: {n}" for state, n in link_statuses.counts.items())
    ledger = link_statuses.catalog.ledger
    week = (
        f" in the week of {say_day(week_start(ledger.last_checked_week))}"
        if ledger.last_checked_week
        else ""
    )
    parts = [
        f"Last checked{week}. {counts}.",
        "This text is kept by the link watch; what is written into it by hand is lost. The issue "
        "closes by itself when nothing is left. A link that works for you is settled by "
        "`verified: {on: …, by: …}` in its entry. A false alarm is a fault of the program.",
        _listing("To settle", asked),
        *([_listing("Being watched", watched)] if watched else []),
    ]
    return "\n\n".join(parts)[:LONGEST] + "\n"


def _listing(heading: str, some: Sequence[LinkStatus]) -> str:
    items = [_item(status) for status in some[:LISTED]]
    if len(some) > LISTED:
        items.append(f"- and {len(some) - LISTED} more")
    return f"### {heading} ({len(some)})\n\n" + "\n".join(items)


def _item(status: LinkStatus) -> str:
    reason = status.record.reason if status.record else ""
    words = f"{STATE_LABELS[status.state]} since {say_day(status.since)}"
    said = f"{words}: {plain(reason)}" if reason else words
    question = f" **{status.action_needed}**" if status.action_needed else ""
    copy = f" Copy: {code(status.archived_url)}" if status.archived_url else ""
    other = f" {plain(status.record.witness)}." if status.record and status.record.witness else ""
    return (
        f"- {plain(status.entry.title)} · {code(status.entry.file)}\n"
        f"  {code(status.link.url)}\n  {said}.{question}{copy}{other}"
    )
