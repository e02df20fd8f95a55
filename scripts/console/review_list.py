"""The list of reviews that are due, for people, for programs and for calendars."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from resource_catalog.exports.review_calendar import review_calendar
from resource_catalog.reviews import State, Turn, clock
from resource_catalog.site import Site

HEADINGS: Mapping[State, str] = {
    "overdue": "Overdue",
    "soon": "In the next three months",
    "later": "Later",
    "never": "Never looked at",
}


def as_text(site: Site) -> str:
    """A heading for each state, and below it a line for each entry."""
    now = clock(site.catalog, site.moment.date())
    lines = []
    for state, heading in HEADINGS.items():
        those = [turn for turn in now.turns if turn.state == state]
        if those:
            lines += [f"{heading} ({len(those)})", *(f"  {_line(turn)}" for turn in those), ""]
    return "\n".join(lines) or "There are no entries.\n"


def _line(turn: Turn) -> str:
    place = f"{turn.entry.file}: {turn.entry.title}"
    if turn.last is None:
        return place
    return f"{turn.due}  {place} (last on {turn.last.on} by {turn.last.by})"


def as_json(site: Site) -> str:
    """A JSON list of objects, the most urgent first."""
    rows = [
        {
            "id": turn.entry.id,
            "file": turn.entry.file,
            "title": turn.entry.title,
            "type": turn.entry.type,
            "state": turn.state,
            "due": turn.due.isoformat() if turn.due else None,
            "months": turn.months,
            "last": turn.last.model_dump(mode="json") if turn.last else None,
        }
        for turn in clock(site.catalog, site.moment.date()).turns
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


FORMATS: Mapping[str, Callable[[Site], str]] = {
    "text": as_text,
    "json": as_json,
    "ics": review_calendar,
}
