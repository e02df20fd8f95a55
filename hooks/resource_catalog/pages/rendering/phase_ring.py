"""Compute the SVG paths of the phase ring: a cycle of arrows, one per phase."""

from __future__ import annotations

import math
from dataclasses import dataclass

OUTER, INNER = 100.0, 54.0
"""Radii in SVG units; the centre is at 0,0."""

_GAP = 3.0
_TIP = 9.0


@dataclass(frozen=True)
class Segment:
    """One arrow of the ring: its SVG path and the centre of its label."""

    path: str
    x: float
    y: float


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
