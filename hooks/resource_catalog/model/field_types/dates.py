"""Define days and dates, parse those that people write otherwise, and format them for readers.

Parsing returns the form that the catalog uses, or None if the text is ambiguous: 4/9/2017 is a
day in April or in September.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from resource_catalog.model.field_types.value_type import (
    ValueType,
    schema_pattern,
    validation_error,
)
from resource_catalog.model.messages import _, alternatives, current
from resource_catalog.model.problems import quoted

FIRST_YEAR = 1400
"""Earlier years of publication are slips: nothing was printed then."""

MONTHS = (
    "January February March April May June July August September October November December"
).split()
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PARTIAL_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
SHORT_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_SEASON = re.compile(
    r"(?:spring|summer|fall|autumn|winter|early|late|mid|about|around|ca?\.?|circa)[ -]+(\d{4})",
    re.ASCII,
)
_NOT_KNOWN = re.compile(r"n\.? ?d\.?|no date|unknown|not known|n/?a|tb[ad]|none|undated|\?+|-+|–|—")
WRITTEN_DATES = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})",
        r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})",
        rf"(?P<name>{_MONTH_NAME}),? (?P<year>\d{{4}})",
        rf"(?P<name>{_MONTH_NAME}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? (?P<name>{_MONTH_NAME}),? (?P<year>\d{{4}})",
    )
)
"""What people write for a date, in small letters and with single spaces."""


_DAYS_AGO = {"today": 0, "now": 0, "this day": 0, "yesterday": 1}
"""Words for a day, which only mean one on the day on which they are written."""


def _parse_day(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        return value
    if match := _DAY.fullmatch(value.strip()):
        try:
            return datetime.date(*(int(part) for part in match.groups()))
        except ValueError:
            pass
    parsed = parse_date(value)
    replacement = parsed if parsed and _DAY.fullmatch(parsed) else None
    dates = [replacement] if replacement else possible_dates(value)
    replacement = dates[0] if len(dates) == 1 else None
    hint = (
        _which(dates)
        or _in_words(value, info.context)
        or _("Write year, month and day, such as 2026-11-21.")
    )
    raise validation_error(
        "bad-date", _("%(value)s is not a day.", value=quoted(value)), hint, replacement
    )


def _in_words(written: str, today: datetime.date | None) -> str:
    """A hint on what a word for a day means; empty if it is none, or the day is not known."""
    ago = _DAYS_AGO.get(written.strip().casefold())
    if ago is None or today is None:
        return ""
    return _(
        "Today is %(today)s: write %(date)s.",
        today=today.isoformat(),
        date=(today - datetime.timedelta(days=ago)).isoformat(),
    )


def is_partial_date(text: str) -> bool:
    """Whether a text is a year, a month or a day that the calendar has."""
    if not _PARTIAL_DATE.fullmatch(text):
        return False
    parts = [int(part) for part in text.split("-")]
    try:
        datetime.date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return True


def _check_partial_date(value: str) -> str:
    if is_partial_date(value):
        if int(value[:4]) < FIRST_YEAR:
            message = _("%(value)s is too early to be right.", value=quoted(value))
            hint = _("Write the year with all its digits, such as 2017.")
            raise validation_error("bad-date", message, hint)
        return value
    hint = _("Write 2017, 2017-09 or 2017-09-14, as precisely as you know it.")
    replacement = parse_date(value)
    dates = [replacement] if replacement else possible_dates(value)
    plain = " ".join(value.casefold().split())
    if season := _SEASON.fullmatch(plain):
        hint = _("Write %(date)s.", date=season[1])
    elif _NOT_KNOWN.fullmatch(plain):
        hint = _("Leave it out if you don’t know it.")
    hint = _which(dates) or hint
    replacement = dates[0] if len(dates) == 1 else None
    raise validation_error(
        "bad-date", _("%(value)s is not a date.", value=quoted(value)), hint, replacement
    )


def _which(dates: list[str]) -> str:
    """A hint that names the dates that may be meant; empty if there is none."""
    if not dates:
        return ""
    if len(dates) == 1:
        return _("Write %(date)s.", date=dates[0])
    return _("Write %(dates)s, whichever it was.", dates=alternatives(dates))


def parse_date(text: str) -> str | None:
    """``2017-09-14`` for ``September 14, 2017``, ``2017-09`` for ``Sept 2017``."""
    plain = " ".join(text.casefold().split())
    for pattern in WRITTEN_DATES:
        if found := pattern.fullmatch(plain):
            parts = found.groupdict()
            name = parts.get("name")
            month = SHORT_MONTHS.index(name[:3]) + 1 if name else int(parts["month"])
            day = parts.get("day")
            try:
                whole = datetime.date(int(parts["year"]), month, int(day or 1))
            except ValueError:
                return None
            return whole.isoformat() if day else whole.isoformat()[:7]
    return None


def possible_dates(text: str) -> list[str]:
    """The days that a date such as ``4/9/2017`` can mean: ``2017-04-09`` and ``2017-09-04``."""
    found = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text.strip(), re.ASCII)
    if not found:
        return []
    one, other, year = found.groups()
    days = {parse_date(f"{year}-{month}-{day}") for month, day in ((one, other), (other, one))}
    return sorted(day for day in days if day)


def format_day(value: datetime.date) -> str:
    """Format a day as ``November 21, 2026``, in which day and month cannot be confused."""
    if not current().is_english:
        from resource_catalog.model.messages import babel_formats  # slow to import

        return babel_formats.day(value)
    return f"{MONTHS[value.month - 1]} {value.day}, {value.year}"


def format_partial_date(value: str) -> str:
    """Format a date as ``2017``, ``September 2017`` or ``September 14, 2017``."""
    if not current().is_english:
        from resource_catalog.model.messages import babel_formats  # slow to import

        return babel_formats.partial_date(value)
    if value.count("-") == 2:
        return format_day(datetime.date.fromisoformat(value))
    year, *months = value.split("-")
    return " ".join([*(MONTHS[int(month) - 1] for month in months), year])


Day = Annotated[datetime.date, BeforeValidator(_parse_day), ValueType("day")]
PartialDate = Annotated[
    str,
    AfterValidator(_check_partial_date),
    schema_pattern(_PARTIAL_DATE, number=True),
    ValueType("date"),
]
