"""Convert texts and lists of texts to cells of a CSV file and back.

Spreadsheets run cells that start with certain characters as formulas (CSV
injection). Such cells get an apostrophe in front, which the import removes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SEPARATOR = ";"
"""Separates the items of a list."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_FIRST = frozenset("'=+-@\t\r\n＝＋－＠")
_ESCAPED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def escape_formula(text: str) -> str:
    """Escape a text that a spreadsheet would run as a formula."""
    return f"'{text}" if text[:1] in _FIRST and _FORMULA.match(text) else text


def unescape_formula(cell: str) -> str:
    """Reverse :func:`escape_formula`."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def join_items(items: Iterable[str]) -> str:
    r"""Join texts to one: ``;`` between them, ``\;`` for one inside them, ``\\`` for ``\``."""
    return f"{SEPARATOR} ".join([item.replace("\\", r"\\").replace(";", r"\;") for item in items])


def split_items(text: str, separator: str = SEPARATOR) -> list[str]:
    """Reverse :func:`join_items`, without empty items. A custom separator has no escapes."""
    if separator != SEPARATOR:
        parts = text.split(separator)
    else:
        parts, escaped = [""], False
        for letter in text:
            if escaped:
                parts[-1] += letter if letter in "\\;" else f"\\{letter}"
                escaped = False
            elif letter == "\\":
                escaped = True
            elif letter == SEPARATOR:
                parts.append("")
            else:
                parts[-1] += letter
        parts[-1] += "\\" if escaped else ""
    return [part.strip() for part in parts if part.strip()]
