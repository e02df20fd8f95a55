"""Cells: a text, or several, as one cell of a table that any spreadsheet may open.

A spreadsheet runs what starts with certain signs as a formula. Such a cell gets
an apostrophe in front, which the way back takes off again, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SEPARATOR = ";"
"""Stands between the items of a list."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_FIRST = frozenset("'=+-@\t\r\n＝＋－＠")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")


def guarded(text: str) -> str:
    """``text`` such that no spreadsheet takes it for a formula."""
    return f"'{text}" if text[:1] in _FIRST and _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that was guarded; any other cell as it is."""
    return cell[1:] if _GUARDED.match(cell) else cell


def joined(items: Iterable[str]) -> str:
    r"""Several texts in one: ``;`` between them, ``\;`` for one inside them, ``\\`` for ``\``."""
    return f"{SEPARATOR} ".join([item.replace("\\", r"\\").replace(";", r"\;") for item in items])


def split(text: str, separator: str = SEPARATOR) -> list[str]:
    """The texts that were joined; what is empty between two separators is nothing."""
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
