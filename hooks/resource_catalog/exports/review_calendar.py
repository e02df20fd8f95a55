"""``data/reviews.ics``: the review clock as a calendar to subscribe to (RFC 5545).

Written here and not by a library: the days of reviews have no time, zone,
repetition or alarm, and what is left of the format are two rules, how a text
is escaped and how a line is folded. The tests read it with a library.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from urllib.parse import urlsplit

from resource_catalog.exports import ExportFile, Offer
from resource_catalog.model.field_types import format_day
from resource_catalog.site.review_schedule import ReviewSchedule, ScheduledReview, review_schedule
from resource_catalog.site.site import Site

PATH = "data/reviews.ics"

LINE_BYTES = 75
"""A line may have no more bytes than these; it goes on after a break and a space."""


def files(site: Site) -> Iterator[ExportFile]:
    """The calendar, as bytes: its line ends are part of the format."""
    yield ExportFile(PATH, review_calendar(site).encode())


def offers(_: Site) -> Iterator[Offer]:
    """What it is."""
    yield Offer(
        name="Review calendar",
        purpose="for those who keep the library",
        about="The day by which somebody should look at each resource again, to subscribe to in a "
        "calendar program.",
        files=((PATH, "an event for each resource that was reviewed before"),),
    )


def review_calendar(site: Site) -> str:
    """All that is due, now and later; what nobody has looked at yet stands at today."""
    schedule = review_schedule(site.catalog, site.built_at.date())
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//resource-catalog//review clock//EN",
        f"X-WR-CALNAME:{_text(f'Reviews: {site.catalog.identity.title}')}",
        *(
            line
            for review in schedule.reviews
            if review.due
            for line in _event(review, review.due, site)
        ),
        *(_reminder(schedule, site) if schedule.never else ()),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(review: ScheduledReview, due: datetime.date, site: Site) -> Iterator[str]:
    entry, url = review.entry, site.absolute_url(f"resources/{review.entry.id}/")
    last = (
        f"Last looked at on {format_day(review.last.on)} by {review.last.by}."
        if review.last
        else ""
    )
    yield from _all_day(f"review-{entry.id}", due, f"Review: {entry.title}", last, url, site)


def _reminder(schedule: ReviewSchedule, site: Site) -> Iterator[str]:
    number, url = len(schedule.never), site.absolute_url("contribute/due/")
    summary = f"Not reviewed yet: {number} resource{'s' if number > 1 else ''}"
    about = "Nobody has said yet that they have looked at these."
    yield from _all_day("never-reviewed", site.built_at.date(), summary, about, url, site)


def _all_day(
    uid: str, day: datetime.date, summary: str, about: str, url: str, site: Site
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@{urlsplit(site.absolute_url('')).hostname or 'resource-catalog'}"
    yield f"DTSTAMP:{site.built_at.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(day)}"
    yield f"SUMMARY:{_text(summary)}"
    yield f"DESCRIPTION:{_text(about)}"
    yield f"URL:{url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: datetime.date) -> str:
    """A day in eight digits; ``strftime`` drops the zeros of early years on some systems."""
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """A text with the four signs escaped that would end or split it."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 bytes, none of them ending inside a character."""
    piece, room = "", LINE_BYTES
    for character in line:
        size = len(character.encode())
        if size > room:
            yield piece
            piece, room = " ", LINE_BYTES - 1
        piece += character
        room -= size
    yield piece
