"""Write dates as languages other than English do, and the names of languages, by CLDR.

It loads Babel and its data, so it is imported only where something has to be formatted.
"""

from __future__ import annotations

import datetime
from functools import cache, lru_cache

from babel.dates import format_date, format_skeleton

from resource_catalog.model.messages.locales import locale_of
from resource_catalog.model.messages.translate import current


def day(value: datetime.date) -> str:
    """A day with its month in letters: ``21 novembre 2026``."""
    return _converted(_day(value, current().language))


def partial_date(value: str) -> str:
    """A year, a month of it or a day: ``2017``, ``septembre 2017``, ``14 septembre 2017``."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return value
    date = datetime.date(*[*parts, 1][:3])
    if len(parts) == 3:
        return day(date)
    return _converted(_month(date, current().language))


def month(value: datetime.date, *, with_day: bool) -> str:
    """A month in letters, or a day of it: ``14 septembre``."""
    skeleton = "MMMMd" if with_day else "MMMM"
    return _converted(_month(value, current().language, skeleton))


def language_name(tag: str, shown_in: str | None = None) -> str:
    """``Spanish`` for ``es``, ``Portuguese (Brazil)`` for ``pt-BR``; the tag if it is unknown.

    ``shown_in`` is the language in which the name is wanted, that of the site if None.
    """
    return _converted(_language_name(tag, shown_in or current().language))


@cache
def _language_name(tag: str, shown_in: str) -> str:
    locale = locale_of(shown_in)
    language, *more = tag.split("-")
    if language not in locale.languages:
        return tag
    known = {**locale.scripts, **locale.territories}
    details = ", ".join(known.get(part, part) for part in more)
    name = locale.languages[language]
    return f"{name} ({details})" if details else str(name)


@lru_cache(maxsize=10_000)  # the same dates are on many pages, and Babel takes long for one
def _day(value: datetime.date, language: str) -> str:
    return format_date(value, "long", locale=locale_of(language))


@lru_cache(maxsize=10_000)
def _month(value: datetime.date, language: str, skeleton: str = "yMMMM") -> str:
    return format_skeleton(skeleton, value, locale=locale_of(language))


def _converted(text: str) -> str:
    """``text``, with accents where messages have them for show."""
    messages = current()
    return text if messages.is_english or not messages.convert else messages.convert(text)
