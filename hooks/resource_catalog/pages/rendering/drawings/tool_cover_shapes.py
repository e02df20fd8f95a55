"""Draw what a sheet asks for, as lines and boxes: one drawing for each kind of tool."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from random import Random

Marks = Iterator[str]
"""Pieces of a path, whose lines are drawn and not filled."""


def form(kind: str, random: Random, top: float, width: float, height: float) -> str:
    """The path of the drawing for a kind of tool below ``top``; lines for a kind without one."""
    return "".join(_FORMS.get(kind, _lines)(random, top, width - 10, height - 8))


def _lines(random: Random, top: float, right: float, bottom: float) -> Marks:
    """Lines of text."""
    for y in _rows(top + 4, bottom, 8):
        yield _line(10, y, random.randint(int(right * 0.6), int(right)))


def _bars(random: Random, top: float, right: float, bottom: float) -> Marks:
    """Bars that begin one after the other, below the marks of the days."""
    yield "".join(f"M{x} {top}v3" for x in range(10, int(right) + 1, 11))
    rows = list(_rows(top + 7, bottom - 4, 10))
    for index, y in enumerate(rows):
        start = 10 + index * (right - 34) / max(len(rows) - 1, 1) + random.randint(0, 8)
        end = min(start + random.randint(14, 32), right)
        yield f"M{round(start)} {y}h{round(end - start)}v5h-{round(end - start)}z"


def _ticks(random: Random, top: float, right: float, bottom: float) -> Marks:
    """Boxes to tick, the first of them ticked."""
    rows = list(_rows(top, bottom - 6, 11))
    ticked = random.randint(1, len(rows) - 1)
    for index, y in enumerate(rows):
        yield f"M10 {y}h7v7h-7z"
        if index < ticked:
            yield f"M12 {y + 3}l2 2 4-6"
        yield _line(23, y + 4, random.randint(int(right * 0.6), int(right)))


def _boxes(random: Random, top: float, right: float, bottom: float) -> Marks:
    """Boxes to write in, each below its label."""
    y = top
    while y + 18 < bottom:
        tall = min(random.choice((12, 18, 26)), round(bottom - y - 5))
        yield _line(10, y, 10 + random.randint(20, 44))
        if random.random() < 0.35:
            half = (right - 10 - 5) / 2
            yield f"M10 {y + 4}h{half:g}v{tall}h-{half:g}z"
            yield f"M{10 + half + 5:g} {y + 4}h{half:g}v{tall}h-{half:g}z"
        else:
            yield f"M10 {y + 4}h{right - 10:g}v{tall}h-{right - 10:g}z"
        y += tall + 11


def _answers(random: Random, top: float, right: float, bottom: float) -> Marks:
    """Questions, each with circles to choose from."""
    for y in _rows(top + 2, bottom - 8, 18):
        yield _line(10, y, random.randint(int(right * 0.55), int(right)))
        for x in range(13, int(right), 16):
            yield f"M{x + 3} {y + 7}a3 3 0 1 0 0 .01"


def _letters(random: Random, top: float, right: float, bottom: float) -> Marks:
    """An envelope, and lines of the message."""
    left = 10 + random.randint(0, 10)
    yield f"M{left} {top}h44v28h-44zl22 16 22-16"
    for y in _rows(top + 37, bottom, 7):
        yield _line(10, y, random.randint(int(right * 0.5), int(right)))


_FORMS: Mapping[str, Callable[[Random, float, float, float], Marks]] = {
    "timeline": _bars,
    "checklist": _ticks,
    "worksheet": _boxes,
    "questions": _answers,
    "messages": _letters,
}


def _rows(top: float, bottom: float, step: int) -> range:
    return range(round(top), round(bottom), step)


def _line(x: float, y: float, end: float) -> str:
    return f"M{x:g} {y:g}H{end:g}"
