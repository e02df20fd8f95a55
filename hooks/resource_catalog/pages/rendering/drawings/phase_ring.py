"""Compute the SVG paths of the phase ring: a cycle of arrows, one per phase."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _
from resource_catalog.model.records.vocabulary import PHASES
from resource_catalog.pages.rendering.drawings.text_widths import width

OUTER, INNER = 100.0, 54.0
"""Radii in SVG units; the centre is at 0,0."""

MIN_PHASES, MAX_PHASES = 3, 12
"""With fewer or more phases there is no ring."""

_GAP = 3.0
_TIP = 9.0


_SIZE, _SMALL = 7.4, 6.2
"""Font sizes of labels in SVG units, as in ring.css."""

_CENTRE_SIZE, _CENTRE_SMALL = 11.0, 8.5
"""Font sizes inside the ring, also as in ring.css."""


@dataclass(frozen=True)
class Label:
    """The label of a segment: its lines, and how far below the segment's centre each stands."""

    lines: tuple[str, ...]
    is_small: bool

    @property
    def offsets(self) -> tuple[int, ...]:
        """The distance of the baseline of each line from the centre."""
        return (9,) if len(self.lines) == 1 else (6, 13)


@dataclass(frozen=True)
class Centre:
    """The text inside the ring: its lines, and the height at which each stands."""

    lines: tuple[str, ...]
    is_small: bool

    @property
    def offsets(self) -> tuple[int, ...]:
        """The distance of the baseline of each line from the centre of the ring."""
        size = _CENTRE_SMALL if self.is_small else _CENTRE_SIZE
        step, middle = size * 15 / 11, (len(self.lines) - 1) / 2
        return tuple(round(size / 2 + (n - middle) * step) for n in range(len(self.lines)))


@dataclass(frozen=True)
class Segment:
    """One arrow of the ring: its SVG path and the centre of its label."""

    path: str
    x: float
    y: float


def has_ring(catalog: Catalog) -> bool:
    """Whether the phases of a catalog are shown as a ring."""
    return catalog.is_cycle and MIN_PHASES <= len(catalog.phases) <= MAX_PHASES


def labels(texts: Sequence[str]) -> tuple[Label, ...]:
    """The label of each segment, as large as all fit; nothing if some do not fit at all."""
    for is_small in (False, True):
        found = [
            next(
                (label for label in _splits(text, is_small) if _fits(label, place, len(texts))),
                None,
            )
            for place, text in enumerate(texts)
        ]
        if None not in found:
            return tuple(label for label in found if label)
    return ()


def centre_texts(catalog: Catalog) -> tuple[str, str]:
    """What is written inside the ring, in two parts: ``6 phases,`` and ``one cycle``."""
    phases = catalog.facets[PHASES].nouns
    number = len(catalog.phases)
    return _("%(number)s %(phases)s,", number=number, phases=phases), _("one cycle")


def centre(texts: Sequence[str]) -> Centre | None:
    """The lines inside the ring, as large as they fit; None if they do not."""
    for is_small in (False, True):
        for per_line in range(max(len(text.split()) for text in texts), 0, -1):
            lines = tuple(line for text in texts for line in _lines(text, per_line))
            if _fits_inside(found := Centre(lines, is_small)):
                return found
    return None


def _lines(text: str, per_line: int) -> Iterator[str]:
    """A text with no more than a number of words on each line."""
    words = text.split()
    return (" ".join(words[n : n + per_line]) for n in range(0, len(words), per_line))


def _fits_inside(text: Centre) -> bool:
    """Whether all corners of the lines are inside the ring, with a little distance."""
    size = _CENTRE_SMALL if text.is_small else _CENTRE_SIZE
    return all(
        math.hypot(width(line) * size / 2, y) < INNER - 3
        for line, offset in zip(text.lines, text.offsets, strict=True)
        for y in (offset, offset - 0.7 * size)
    )


def _splits(text: str, is_small: bool) -> Iterator[Label]:
    """A text on one line, then on two."""
    yield Label((text,), is_small)
    words = text.split(" ")
    pairs = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    if pairs:
        yield Label(min(pairs, key=lambda pair: max(map(width, pair))), is_small)


def _fits(label: Label, place: int, count: int) -> bool:
    """Whether all of a label is on its segment."""
    size = _SMALL if label.is_small else _SIZE
    segment = segments(count)[place]
    for line, offset in zip(label.lines, label.offsets, strict=True):
        half = width(line) * size / 2
        for x in (segment.x - half, segment.x - half / 2, segment.x + half / 2, segment.x + half):
            for y in (segment.y + offset, segment.y + offset - 0.7 * size):
                if not _is_on(x, y, place, count):
                    return False
    return True


def _is_on(x: float, y: float, place: int, count: int) -> bool:
    """Whether a point is on a segment, with a little distance from its edge."""
    radius, middle = math.hypot(x, y), (OUTER + INNER) / 2
    if not INNER + 1 <= radius <= OUTER:
        return False
    sweep = 360.0 / count
    bent = min(_TIP, sweep / 4) * (1 - abs(radius - middle) / (middle - INNER))
    start = place * sweep + min(_GAP, sweep / 8) / 2 + bent
    clockwise = (math.degrees(math.atan2(y, x)) + 90 - start) % 360
    return clockwise <= sweep - min(_GAP, sweep / 8)


def segments(count: int) -> tuple[Segment, ...]:
    """``count`` arrows, clockwise from the top, each pointing at the next."""
    sweep = 360.0 / count
    tip = min(_TIP, sweep / 4)
    gap = min(_GAP, sweep / 8)
    middle = (OUTER + INNER) / 2
    found = []
    for index in range(count):
        start, end = index * sweep + gap / 2, (index + 1) * sweep - gap / 2
        large = 1 if end - start > 180 else 0
        path = (
            f"M{_xy(OUTER, start)}A{OUTER:g} {OUTER:g} 0 {large} 1 {_xy(OUTER, end)}"
            f"L{_xy(middle, end + tip)}L{_xy(INNER, end)}"
            f"A{INNER:g} {INNER:g} 0 {large} 0 {_xy(INNER, start)}L{_xy(middle, start + tip)}Z"
        )
        x, y = _point(middle, (start + end) / 2 + tip * 0.75)
        found.append(Segment(path, round(x, 1), round(y, 1)))
    return tuple(found)


def _point(radius: float, degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees - 90)
    return radius * math.cos(angle), radius * math.sin(angle)


def _xy(radius: float, degrees: float) -> str:
    x, y = _point(radius, degrees)
    return f"{x:.1f} {y:.1f}"
