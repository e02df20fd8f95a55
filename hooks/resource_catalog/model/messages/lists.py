"""Join texts to a list: things to choose from, things together, things one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Literal

from resource_catalog.model.messages.html_texts import joined
from resource_catalog.model.messages.translate import current

ListStyle = Literal["or", "standard", "unit"]
"""A style of lists as CLDR calls it."""

_COMMA = ", "
_ENGLISH: Mapping[ListStyle, tuple[str, str]] = {
    "or": (" or ", " or "),
    "standard": (_COMMA, " and "),
    "unit": (_COMMA, _COMMA),
}
"""What stands between the items in English, and what before the last."""


def alternatives(items: Iterable[str]) -> str:
    """Things of which one is to be chosen: ``a or b or c``."""
    return joined(items, partial(_in_style, "or"))


def together(items: Iterable[str]) -> str:
    """Things that are meant all together: ``a, b and c``."""
    return joined(items, partial(_in_style, "standard"))


def listed(items: Iterable[str]) -> str:
    """Things that are named one after the other: ``a, b, c``."""
    return joined(items, partial(_in_style, "unit"))


def _in_style(style: ListStyle, items: list[str]) -> str:
    messages = current()
    if not messages.is_english and not messages.convert:
        from resource_catalog.model.messages.babel_lists import joined_in  # slow to import

        return joined_in(messages.language, style, items)
    between, before_last = map(_said, _ENGLISH[style])
    *most, last = items or [""]
    return f"{between.join(most)}{before_last}{last}" if most else last


def _said(sign: str) -> str:
    """What joins items, with the letters of a language that is none."""
    convert = current().convert
    return convert(sign) if convert and sign != _COMMA else sign
