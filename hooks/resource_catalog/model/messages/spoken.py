"""Say messages in the language of the site.

A process builds one site in one language at a time, so what is spoken is set once, when the
identity of a catalog is known, and not handed to every function that says something.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from resource_catalog.model.messages.language import ENGLISH, Messages, fill

_spoken = ENGLISH


def current() -> Messages:
    """The messages of the language that is spoken."""
    return _spoken


def say_in(messages: Messages) -> None:
    """Speak a language from now on."""
    global _spoken
    _spoken = messages


@contextmanager
def speaking(messages: Messages) -> Iterator[None]:
    """Speak a language for a while."""
    before = _spoken
    say_in(messages)
    try:
        yield
    finally:
        say_in(before)


def _(english: str, **values: object) -> str:
    """A message with its values."""
    text = english if _spoken is ENGLISH else _spoken.text(english)
    return fill(text, values) if values or "%" in text else text


def said(english: str) -> str:
    """A text without values that comes from a table of code or a setting, as it is said."""
    return _spoken.text(english) if english else ""


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """The message for a number, which is the value of ``%(num)s`` in it."""
    return fill(_spoken.plural(one, many, num), {"num": number(num), **values})


def N_(english: str) -> str:  # noqa: N802
    """Mark a message that :func:`_` says elsewhere."""
    return english


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802
    """Mark a message for a number that :func:`ngettext` says elsewhere."""
    return one, many


def named(name: str, otherwise: str) -> str:
    """The catalog's own word for one of ``named_words.NAMES``, or else another text."""
    return _spoken.names.get(name) or otherwise


def in_sentence(noun: str) -> str:
    """A noun as it stands inside a sentence: with a small letter, unless it is an abbreviation."""
    keeps = noun[1:2].isupper() or _spoken.language.split("-")[0] == "de"
    return noun if keeps else noun[:1].lower() + noun[1:]


def number(value: int) -> str:
    """A number with its thousands set apart."""
    if _spoken.is_english or _spoken.convert:
        return f"{value:,}"
    from babel.numbers import format_decimal  # slow to import, and English needs none

    return str(format_decimal(value, locale=_spoken.language.replace("-", "_")))


def alternatives(items: Iterable[str]) -> str:
    """Things of which one is to be chosen: ``a or b or c``."""
    if _spoken.is_english:
        return " or ".join(items)
    if _spoken.convert:
        return _spoken.convert(" or ").join(items)
    from babel.lists import format_list

    return str(format_list([*items], style="or", locale=_spoken.language.replace("-", "_")))


def listed(items: Iterable[str]) -> str:
    """Things that are named one after the other: ``a, b, c``."""
    if _spoken.is_english or _spoken.convert:
        return ", ".join(items)
    from babel.lists import format_list

    return str(format_list([*items], style="unit", locale=_spoken.language.replace("-", "_")))
