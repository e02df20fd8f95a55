"""Translate messages into the language of the site.

A process builds one site in one language at a time, so the active language is set once, when the
identity of a catalog is known, and not handed to every function that has a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from resource_catalog.model.messages.html_texts import joined, reworded
from resource_catalog.model.messages.language_messages import ENGLISH, Messages, fill

_active = ENGLISH


def current() -> Messages:
    """The messages of the active language."""
    return _active


def activate(messages: Messages) -> None:
    """Make a language the active one."""
    global _active
    _active = messages


@contextmanager
def override(messages: Messages) -> Iterator[None]:
    """Make a language the active one for a while."""
    before = _active
    activate(messages)
    try:
        yield
    finally:
        activate(before)


def _(english: str, **values: object) -> str:
    """A message with its values."""
    text = english if _active is ENGLISH else _active.text(english)
    return fill(text, values) if values or "%" in text else text


def translated(english: str) -> str:
    """The translation of a text without values that comes from a table of code or a setting."""
    return _active.text(english) if english else ""


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """The message for a number, which is the value of ``%(num)s`` in it."""
    return fill(_active.plural(one, many, num), {"num": number(num), **values})


def N_(english: str) -> str:  # noqa: N802
    """Mark a message that :func:`_` translates elsewhere."""
    return english


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802
    """Mark a message for a number that :func:`ngettext` translates elsewhere."""
    return one, many


def named(name: str, otherwise: str) -> str:
    """The catalog's own word for one of ``own_words.NAMES``, or else another text."""
    return _active.names.get(name) or otherwise


def in_sentence(noun: str) -> str:
    """A noun as it stands inside a sentence: with a small letter, unless it is an abbreviation."""
    keeps = noun[1:2].isupper() or _active.language.split("-")[0] == "de"
    return noun if keeps else reworded(noun, noun[:1].lower() + noun[1:])


def number(value: int) -> str:
    """A number with its thousands set apart."""
    if _active.is_english or _active.convert:
        return f"{value:,}"
    return _local_number(value, _active.language)


@lru_cache(maxsize=10_000)
def _local_number(value: int, language: str) -> str:
    """The same in a language other than English; Babel takes long for one."""
    from babel.numbers import format_decimal  # slow to import, and English needs none

    from resource_catalog.model.messages.locales import locale_of

    return str(format_decimal(value, locale=locale_of(language)))


def alternatives(items: Iterable[str]) -> str:
    """Things of which one is to be chosen: ``a or b or c``."""
    return joined(items, _alternatives)


def _alternatives(items: list[str]) -> str:
    if _active.is_english:
        return " or ".join(items)
    if _active.convert:
        return _active.convert(" or ").join(items)
    from resource_catalog.model.messages.lists import joined as with_style

    return with_style(items, "or", _active.language)


def together(items: Iterable[str]) -> str:
    """Things that are meant all together: ``a, b and c``."""
    return joined(items, _together)


def _together(items: list[str]) -> str:
    if _active.is_english or _active.convert:
        *most, last = items
        both = _active.convert(" and ") if _active.convert else " and "
        return f"{', '.join(most)}{both}{last}" if most else last
    from resource_catalog.model.messages.lists import joined as with_style

    return with_style(items, "standard", _active.language)


def listed(items: Iterable[str]) -> str:
    """Things that are named one after the other: ``a, b, c``."""
    return joined(items, _listed)


def _listed(items: list[str]) -> str:
    if _active.is_english or _active.convert:
        return ", ".join(items)
    from resource_catalog.model.messages.lists import joined as with_style

    return with_style(items, "unit", _active.language)
