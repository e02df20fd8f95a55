"""Define the texts of a translated catalog, which know how they stand to their sources.

They are texts like all others. Only where HTML is made of one, it comes with what a reader or a
screen reader must know of it; :func:`plain` is for places where there can be no element.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup, escape

from resource_catalog.model.messages.direction import turned
from resource_catalog.model.messages.html_texts import MarkedText

UNTRANSLATED, OUTDATED = "rc-untranslated", "rc-outdated"
"""The classes of texts that are shown in the language of the source, and of those behind it."""

_ELEMENT = re.compile(
    rf'<span class="(?:{UNTRANSLATED}|{OUTDATED}|rc-together)"[^<>]*>([^<]*)</span>'
)
"""Such an element, and that which keeps a word on one line, with no other one inside."""


class ShownText(str):
    """A text in the language of the site, with its ``source``."""

    source: str

    @classmethod
    def of(cls, text: str, source: str) -> ShownText:
        """The text that is shown in place of a source."""
        shown = cls(text)
        shown.source = source
        return shown


class Outdated(ShownText, MarkedText):
    """A text whose source has changed since it was translated."""

    def __html__(self) -> str:
        """Called where HTML is made of it."""
        return f'<span class="{OUTDATED}">{escape(str(self))}</span>'


class Untranslated(ShownText, MarkedText):
    """A text that nobody has translated, in the ``language`` of the source."""

    language: str

    @classmethod
    def written_in(cls, language: str, text: str) -> Untranslated:
        """A text that is shown as it is, in the language of the source."""
        shown = cls(text)
        shown.source, shown.language = text, language
        return shown

    def __html__(self) -> str:
        """Called where HTML is made of it."""
        way = turned(self.language)
        return (
            f'<span class="{UNTRANSLATED}" lang="{self.language}"{way}>{escape(str(self))}</span>'
        )


def like(part: str, whole: str) -> str:
    """A part of a text, which stands to its source as the whole does."""
    if not isinstance(whole, ShownText):
        return part
    shown = type(whole)(part)
    shown.__dict__.update(whole.__dict__)
    return shown


def source_of(data: Any) -> dict[str, Any]:
    """What browser code is told of texts in some data that nobody has translated, if there are any.

    That is ``source``, with their ``language`` and the ``texts``; see
    ``overrides/js/shared/untranslated-texts.js``.
    """
    found = dict.fromkeys(_untranslated_in(data))
    if not found:
        return {}
    return {"source": {"language": next(iter(found)).language, "texts": [*found]}}


def _untranslated_in(data: Any) -> Iterator[Untranslated]:
    if isinstance(data, Untranslated):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _untranslated_in(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _untranslated_in(value)


def marks_in(html: str) -> tuple[str, ...]:
    """Which of :data:`UNTRANSLATED` and :data:`OUTDATED` some HTML has."""
    return tuple(mark for mark in (UNTRANSLATED, OUTDATED) if f'class="{mark}"' in html)


def plain(value: Any) -> Any:
    """A value without what :class:`Outdated` and :class:`Untranslated` add to HTML."""
    if type(value) is str:
        return value
    if isinstance(value, Markup):
        number = 1 if "<span class=" in value else 0
        text = str(value)
        while number:
            text, number = _ELEMENT.subn(r"\1", text)
        return Markup(text)
    return str(value) if isinstance(value, ShownText | MarkedText) else value
