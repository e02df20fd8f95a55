"""The rolling issue: what a person is asked to settle, as one text that is kept up to date."""

from __future__ import annotations

from collections.abc import Sequence

from resource_catalog.links.ledger import week_start
from resource_catalog.links.markdown import code, plain
from resource_catalog.links.standing import LABELS, Standing, Standings
from resource_catalog.values import say_day

TITLE = "Links that need a person"

LISTED = 80
"""So many links a heading are listed: GitHub takes 65,536 letters."""

LONGEST = 60_000


def text(standings: Standings) -> str:
    """The text of the issue; empty when all is well and no issue is needed."""
    asked = standings.questions
    if not asked:
        return ""
    watched = [s for s in standings.all() if s.state == "watch" and not s.question]
    counts = ", ".join(f"{LABELS[state]}: {n}" for state, n in standings.counts.items())
    ledger = standings.catalog.ledger
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


def _listing(heading: str, some: Sequence[Standing]) -> str:
    items = [_item(standing) for standing in some[:LISTED]]
    if len(some) > LISTED:
        items.append(f"- and {len(some) - LISTED} more")
    return f"### {heading} ({len(some)})\n\n" + "\n".join(items)


def _item(standing: Standing) -> str:
    reason = standing.record.reason if standing.record else ""
    words = f"{LABELS[standing.state]} since {say_day(standing.since)}"
    said = f"{words}: {plain(reason)}" if reason else words
    question = f" **{standing.question}**" if standing.question else ""
    copy = f" Copy: {code(standing.copy)}" if standing.copy else ""
    other = (
        f" {plain(standing.record.witness)}." if standing.record and standing.record.witness else ""
    )
    return (
        f"- {plain(standing.entry.title)} · {code(standing.entry.file)}\n"
        f"  {code(standing.link.url)}\n  {said}.{question}{copy}{other}"
    )
