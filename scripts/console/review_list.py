"""Format the list of reviews that are due, as text, JSON or a calendar."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from resource_catalog.exports.review_calendar import review_calendar
from resource_catalog.model.messages import N_, _
from resource_catalog.site.review_schedule import ReviewState, ScheduledReview, review_schedule
from resource_catalog.site.site import Site

HEADINGS: Mapping[ReviewState, str] = {
    "overdue": N_("Overdue"),
    "soon": N_("In the next three months"),
    "later": N_("Later"),
    "never": N_("Never reviewed"),
}


def as_text(site: Site) -> str:
    """Format as text: a heading for each state, and a line for each entry below it."""
    schedule = review_schedule(site.catalog, site.built_at.date())
    lines = []
    for state, heading in HEADINGS.items():
        in_state = [review for review in schedule.reviews if review.state == state]
        if in_state:
            lines += [
                f"{_(heading)} ({len(in_state)})",
                *(f"  {_line(review)}" for review in in_state),
                "",
            ]
    return "\n".join(lines) or _("There are no entries.") + "\n"


def _line(review: ScheduledReview) -> str:
    place = f"{review.entry.file}: {review.entry.title}"
    if review.last is None:
        return place
    last = _("last on %(day)s by %(who)s", day=review.last.on, who=review.last.by)
    return f"{review.due}  {place} ({last})"


def as_json(site: Site) -> str:
    """Format as a JSON list of objects, the most urgent first."""
    rows = [
        {
            "id": review.entry.id,
            "file": review.entry.file,
            "title": review.entry.title,
            "type": review.entry.type,
            "state": review.state,
            "due": review.due.isoformat() if review.due else None,
            "months": review.interval_months,
            "last": review.last.model_dump(mode="json") if review.last else None,
        }
        for review in review_schedule(site.catalog, site.built_at.date()).reviews
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


FORMATS: Mapping[str, Callable[[Site], str]] = {
    "text": as_text,
    "json": as_json,
    "ics": review_calendar,
}
