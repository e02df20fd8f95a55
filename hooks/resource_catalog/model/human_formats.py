"""Parse dates, durations and languages as people write them.

Each function returns the form that the catalog uses, or None if the text is
ambiguous: 4/9/2017 is a day in April or in September.
"""

from __future__ import annotations

import datetime
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})",
        rf"(?P<name>{_NAME}),? (?P<year>\d{{4}})",
        rf"(?P<name>{_NAME}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? (?P<name>{_NAME}),? (?P<year>\d{{4}})",
    )
)
_TIME = re.compile(
    r"(?:(?P<hours>\d{1,3}) ?(?:h|hrs?|hours?)\.?)?(?:,? ?(?:and )?)?"
    r"(?:(?P<minutes>\d{1,3}) ?(?:mins?|minutes?)\.?)?"
)
_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{2}))?")
_LANGUAGES = {
    "arabic": "ar",
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "german": "de",
    "hindi": "hi",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "polish": "pl",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "tagalog": "tl",
    "ukrainian": "uk",
    "vietnamese": "vi",
}
"""The languages that schools name most often; all others need a tag."""


def parse_date(text: str) -> str | None:
    """``2017-09-14`` for ``September 14, 2017``, ``2017-09`` for ``Sept 2017``."""
    plain = " ".join(text.casefold().split())
    for pattern in _DATES:
        if found := pattern.fullmatch(plain):
            parts = found.groupdict()
            name = parts.get("name")
            month = _MONTHS.index(name[:3]) + 1 if name else int(parts["month"])
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


def parse_duration(text: str) -> str | None:
    """``1 h 30 min`` for ``1 hr 30 mins``."""
    found = _TIME.fullmatch(" ".join(text.casefold().split()))
    if found is None or not any(found.groups()):
        return None
    parts = ((found["hours"], "h"), (found["minutes"], "min"))
    return " ".join(f"{int(number)} {unit}" for number, unit in parts if number)


def parse_language(text: str) -> str | None:
    """``es`` for ``Spanish``, ``en-US`` for ``EN_us``."""
    plain = text.strip().casefold()
    if plain in _LANGUAGES:
        return _LANGUAGES[plain]
    if found := _TAG.fullmatch(plain):
        return f"{found[1]}-{found[2].upper()}" if found[2] else found[1]
    return None
