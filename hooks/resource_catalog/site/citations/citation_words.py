"""Write what citations have beside names and titles in the language of the site.

English citations follow the manuals of their styles. Those in other languages have the same parts
in the same order, with the dates, lists and quotation marks of the language.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from resource_catalog.model.field_types.dates import MONTHS, format_partial_date
from resource_catalog.model.messages import _, current, together

_ABBREVIATED_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()

Date = tuple[int, ...]
"""A year, and as much of the month and the day as is known."""


def no_date() -> str:
    """What stands in place of a date that nobody knows."""
    return _("n.d.")


def year_first(date: Date) -> str:
    """A date as APA writes it: ``2017, September 14``."""
    year, *rest = date
    if not rest:
        return str(year)
    if current().is_english:
        return " ".join([f"{year},", MONTHS[rest[0] - 1], *map(str, rest[1:])])
    from resource_catalog.model.messages import (
        babel_formats,  # slow to import, and English needs none
    )

    return f"{year}, {babel_formats.month(datetime.date(*[*date, 1][:3]), with_day=len(rest) > 1)}"


def day_first(date: Date) -> str:
    """A date as MLA writes it: ``14 Sept. 2017``."""
    year, *rest = date
    if not rest or not current().is_english:
        return _in_letters(date)
    return " ".join([*map(str, rest[1:]), _ABBREVIATED_MONTHS[rest[0] - 1], str(year)])


def month_first(date: Date) -> str:
    """A date as Chicago writes it: ``September 14, 2017``."""
    year, *rest = date
    if not rest or not current().is_english:
        return _in_letters(date)
    return " ".join([MONTHS[rest[0] - 1], *(f"{day}," for day in rest[1:]), str(year)])


def _in_letters(date: Date) -> str:
    return format_partial_date("-".join(f"{part:02}" for part in date))


def joined(names: Sequence[str], before_last: str) -> str:
    """Several names; in English with what a style has before the last of them."""
    if current().is_english:
        return f"{', '.join(names[:-1])}{before_last}{names[-1]}"
    return together(names)


def quoted(title: str, ends: tuple[str, ...]) -> str:
    """A title in quotation marks; in English with the full stop inside, and inner ones single."""
    if not current().is_english:
        return _("“%(text)s”", text=title)
    inner = title.replace("“", "‘").replace("”", "’")
    return f"“{inner}”" if inner.endswith(ends) else f"“{inner}.”"
