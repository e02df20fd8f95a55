"""Join texts to a list as languages other than English do.

It loads Babel, so it is imported only where something has to be joined.
"""

from __future__ import annotations

import re
from functools import cache

from babel.lists import format_list

from resource_catalog.model.messages.locales import locale_of

_SPANISH_E = re.compile(r"(?!hi[ae])h?[ií]", re.IGNORECASE)
_SPANISH_U = re.compile(r"h?[oó]|8|11(?!\d)", re.IGNORECASE)
"""Before what Spanish writes *e* for *y* and *u* for *o*: before the same sound."""


def joined_in(language: str, style: str, items: list[str]) -> str:
    """Items one after the other, the last behind the word or sign that a style has there."""
    text = _template(style, language, len(items)).format(*items)
    if len(items) > 1 and language.partition("-")[0] == "es":
        return _with_other_sound(text, items[-1])
    return text


@cache
def _template(style: str, language: str, number: int) -> str:
    """A list of so many items, each of which is yet to be filled in; Babel takes long for one."""
    items, locale = [f"{{{place}}}" for place in range(number)], locale_of(language)
    try:
        return str(format_list(items, style=style, locale=locale))  # type: ignore[arg-type]
    except KeyError:  # Babel has only a part of this style for some languages
        return str(format_list(items, locale=locale))


def _with_other_sound(text: str, last: str) -> str:
    """A Spanish list whose joining word does not sound as the item behind it begins."""
    for word, other, sound in ((" y ", " e ", _SPANISH_E), (" o ", " u ", _SPANISH_U)):
        if text.endswith(word + last) and sound.match(last):
            return text[: -len(word + last)] + other + last
    return text
