"""Find the terms, such as 3-5, that a spreadsheet has made a date of, such as 5-Mar."""

from __future__ import annotations

import re
from collections.abc import Iterable

from resource_catalog.model.field_types.dates import MONTHS

SHORT = 4
"""The length of the longest short name of a month; longer ones must be whole."""

_MONTHS = (
    ("jan", "ene", "gen"),
    ("feb", "fév", "fev"),
    ("mar", "mär", "mrz"),
    ("apr", "avr", "abr"),
    ("may", "mai", "mag"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aoû", "aou", "ago"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "déc", "dez", "dic"),
)
_NAMED = re.compile(
    r"(?P<day>\d{1,2})[-. /]+(?P<name>[^\W\d_]{3,10})\.?(?:[-. /]+\d{2,4})?"
    r"|(?P<name2>[^\W\d_]{3,10})\.?[-. /]+(?P<day2>\d{1,2})(?:,?[-. /]+\d{4})?"
)
_NUMBERS = re.compile(
    r"(?:\d{4}-(?P<a>\d{1,2})-(?P<b>\d{1,2})|(?P<c>\d{1,2})[/.](?P<d>\d{1,2})[/.]\d{2,4})"
    r"(?:[ T]00:00(?::00(?:\.0+)?)?)?"
)
_PAIR = re.compile(r"0*(\d{1,2})\s*[-–/.]\s*0*(\d{1,2})")


def terms_made_dates(text: str, names: Iterable[str]) -> list[str]:
    """The names of two numbers that a spreadsheet shows as the date ``text``."""
    wanted = _numbers_of(text.strip().casefold())
    if not wanted:
        return []
    return [
        name
        for name in names
        if (pair := _PAIR.fullmatch(name.strip()))
        and {int(pair[1]), int(pair[2])} == wanted
        and min(wanted) >= 1
    ]


def _numbers_of(text: str) -> set[int]:
    """The month and the day of a date; empty if the text is none."""
    if match := _NAMED.fullmatch(text):
        name, day = match["name"] or match["name2"], match["day"] or match["day2"]
        month = next((n for n, names in enumerate(_MONTHS, 1) if name.startswith(names)), None)
        is_month = month is not None and (len(name) <= SHORT or name.title() in MONTHS)
        return {month, int(day)} if month is not None and is_month else set()
    if match := _NUMBERS.fullmatch(text):
        return {int(part) for part in match.groups() if part}
    return set()
