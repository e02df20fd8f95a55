"""Write ``data/reviews.ics``, the calendar of reviews that are due (RFC 5545).

Without a library: all-day events without time zones, recurrence or alarms need
only the escaping of texts and the folding of lines. The tests parse it with one.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from urllib.parse import urlsplit

from resource_catalog.exports import ExportFile, Offer
from resource_catalog.model.field_types.dates import format_day
from resource_catalog.model.messages import _, ngettext
from resource_catalog.model.optional_pages import DUE_PATH
from resource_catalog.site.review_schedule import ReviewSchedule, ScheduledReview, review_schedule
from resource_catalog.site.site import Site

PATH = "data/reviews.ics"

LINE_BYTES = 75
"""The maximum length of a line in bytes; longer lines are folded."""


def files(site: Site) -> Iterator[ExportFile]:
    """The calendar in bytes, since its line ends are part of the format."""
    yield ExportFile(PATH, review_calendar(site).encode())


def offers(_site: Site) -> Iterator[Offer]:
    """The description of the calendar."""
    yield Offer(
        name=_("Review calendar"),
        purpose=_("for the people who keep the library"),
        about=_("When each resource is due for review. Subscribe to it in a calendar program."),
        files=((PATH, _("Review dates")),),
    )


def review_calendar(site: Site) -> str:
    """All reviews that are due, now and later; those of never reviewed entries are due today."""
    schedule = review_schedule(site.catalog, site.built_at.date())
    name = _("Reviews: %(title)s", title=site.catalog.identity.title)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//resource-catalog//review clock//EN",
        f"X-WR-CALNAME:{_escape(name)}",
        *(
            line
            for review in schedule.reviews
            if review.due
            for line in _event(review, review.due, site)
        ),
        *(_reminder(schedule, site) if schedule.never else ()),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line))


def _event(review: ScheduledReview, due: datetime.date, site: Site) -> Iterator[str]:
    entry = review.entry
    url = site.absolute_url(entry.address)
    last = (
        _(
            "Last reviewed on %(day)s by %(who)s.",
            day=format_day(review.last.on),
            who=review.last.by,
        )
        if review.last
        else ""
    )
    yield from _all_day(
        f"review-{entry.id}", due, _("Review: %(title)s", title=entry.title), last, url, site
    )


def _reminder(schedule: ReviewSchedule, site: Site) -> Iterator[str]:
    number, url = (
        len(schedule.never),
        site.absolute_url(DUE_PATH if site.has_page(DUE_PATH) else ""),
    )
    summary = ngettext(
        "Not reviewed yet: %(num)s resource", "Not reviewed yet: %(num)s resources", number
    )
    about = _("No one has reviewed these yet.")
    yield from _all_day("never-reviewed", site.built_at.date(), summary, about, url, site)


def _all_day(
    uid: str, day: datetime.date, summary: str, about: str, url: str, site: Site
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@{urlsplit(site.absolute_url('')).hostname or 'resource-catalog'}"
    yield f"DTSTAMP:{site.built_at.astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_format_date(day)}"
    yield f"SUMMARY:{_escape(summary)}"
    yield f"DESCRIPTION:{_escape(about)}"
    if "://" in url:
        yield f"URL:{url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _format_date(day: datetime.date) -> str:
    """A day in eight digits; ``strftime`` drops leading zeros of years on some systems."""
    return day.isoformat().replace("-", "")


def _escape(text: str) -> str:
    """Escape a text (RFC 5545, 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _fold(line: str) -> Iterator[str]:
    """Fold a line to at most 75 bytes, between characters (RFC 5545, 3.1)."""
    piece, room = "", LINE_BYTES
    for character in line:
        size = len(character.encode())
        if size > room:
            yield piece
            piece, room = " ", LINE_BYTES - 1
        piece += character
        room -= size
    yield piece
