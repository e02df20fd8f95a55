"""Translate messages into the language of the site.

A process builds one site in one language at a time, so the active language is set once, when the
identity of a catalog is known, and not handed to every function that has a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from resource_catalog.model.messages.html_texts import reworded
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


def N_(english: str) -> str:  # noqa: N802
    """Mark a message that :func:`_` translates elsewhere."""
    return english


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802
    """Mark a message for a number that ``counts.ngettext`` translates elsewhere."""
    return one, many


def named(name: str, otherwise: str) -> str:
    """The catalog's own word for one of ``own_words.NAMES``, or else another text."""
    return _active.names.get(name) or otherwise


def in_sentence(noun: str) -> str:
    """A noun as it stands inside a sentence: with a small letter, unless it is an abbreviation."""
    keeps = noun[1:2].isupper() or _active.language.split("-")[0] == "de"
    return noun if keeps else reworded(noun, noun[:1].lower() + noun[1:])
