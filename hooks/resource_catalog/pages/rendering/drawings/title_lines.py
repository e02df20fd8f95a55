"""Break a title into lines that fit on a cover, in the largest letters that do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resource_catalog.pages.rendering.drawings.text_widths import is_ideograph, width

SIZES = ((17.0, 3), (14.0, 4), (11.5, 5), (9.5, 6), (8.0, 8), (7.0, 9))
"""Font sizes in SVG units, each with the number of lines that it leaves room for."""

LEADING = 1.15
"""The distance of two lines, as a part of the font size."""

_CLOSING = "、。，：；！？）」』"
"""Signs that no line begins with; the end of a word is among them."""

_BOLD_SERIF = 1.1
"""How much wider the bold letters of a serif font are than those that widths are known of."""

_HYPHENS = re.compile(r"(?<=\w[-‐])(?=\w)")


@dataclass(frozen=True)
class TitleLines:
    """The lines of a title, their font size, and whether they are read from the right."""

    lines: Sequence[str]
    size: float
    is_rtl: bool


def title_lines(title: str, room: float, height: float) -> TitleLines:
    """The lines of a title in letters as large as fit into ``room`` × ``height``.

    A word is broken only where it fits in no size, and a title is cut only then.
    """
    text = " ".join(title.split())
    for at_hyphens in (False, True):
        pieces = list(_split(text, at_hyphens))
        for size, most in SIZES:
            found = _lines(pieces, room / size / _BOLD_SERIF)
            if found is not None and len(found) <= min(most, height // _step(size)):
                return TitleLines(found, size, _is_rtl(text))
    size, most = SIZES[-1]
    limit = room / size / _BOLD_SERIF
    letters = [part for piece in pieces for part in (piece if width(piece) > limit else [piece])]
    lines, most = _lines(letters, limit) or [], min(most, int(height // _step(size)))
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][:-1].rstrip() + "…"]
    return TitleLines(lines, size, _is_rtl(text))


def _step(size: float) -> float:
    """The distance of two lines."""
    return size * LEADING


def _split(text: str, at_hyphens: bool) -> Iterator[str]:
    for word in re.findall(r"\S+\s*", text):
        start = 0
        for place, character in enumerate(word):
            if is_ideograph(character) and place > start:
                yield from _at_hyphens(word[start:place], at_hyphens)
                start = place
            if (
                is_ideograph(character)
                and word[place + 1 : place + 2] not in "、。，：；！？）」』"
            ):
                yield word[start : place + 1]
                start = place + 1
        if start < len(word):
            yield from _at_hyphens(word[start:], at_hyphens)


def _at_hyphens(word: str, is_wanted: bool) -> Sequence[str]:
    return _HYPHENS.split(word) if is_wanted else (word,)


def _lines(pieces: Sequence[str], room: float) -> list[str] | None:
    """The pieces on as few lines as they need; None if one is wider than a line."""
    found, line = [], ""
    for piece in pieces:
        if width(piece.rstrip()) > room:
            return None
        if line and width((line + piece).rstrip()) > room:
            found.append(line.rstrip())
            line = ""
        line += piece
    return [*found, line.rstrip()]


def _is_rtl(text: str) -> bool:
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL", "L"):
            return direction != "L"
    return False
