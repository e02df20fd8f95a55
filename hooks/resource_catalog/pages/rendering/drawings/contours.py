"""Draw the ground of a map: the contour lines of hills, and a way across them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

Point = tuple[float, float]

_CORNERS = 9
"""Points of a contour line; curves connect them."""

_TWISTS = 3
"""How often the way to the top turns."""


def hills(random: Random, width: float, height: float) -> str:
    """The path of the contour lines: one hill that is on the sheet, and one at its edge."""
    top = (width * random.uniform(0.45, 0.8), height * random.uniform(0.58, 0.76))
    edge = (width * random.choice((-0.05, 1.05)), height * random.uniform(0.1, 0.45))
    return "".join(
        [*_hill(random, top, 7, 7.5, (1.0, 0.8)), *_hill(random, edge, 5, 9.0, (0.8, 1.1))]
    )


def way(random: Random, stops: int, width: float, height: float) -> Sequence[Point]:
    """The places of the stops of a way from the lower left to the upper right."""
    left, right, low, high = 12.0, width - 14.0, height - 12.0, height * 0.62
    turn, lean = random.uniform(0, math.tau), random.choice((-1, 1)) * random.uniform(0.12, 0.2)
    found = []
    for index in range(stops):
        part = index / (stops - 1) if stops > 1 else 1.0
        swing = math.sin(part * math.pi * _TWISTS / 2 + turn) * lean * math.sin(part * math.pi)
        x = left + (right - left) * min(max(part + swing, 0), 1)
        y = low + (high - low) * min(max(part - swing, 0), 1)
        found.append((x, y))
    return found


def smooth(points: Sequence[Point], closed: bool = False) -> str:
    """A path through, or for a closed one along, some points."""
    if closed:
        corners = [*points[1:], points[0]]
        middles = [_middle(a, b) for a, b in zip(points, corners, strict=True)]
        ends = [*middles[1:], middles[0]]
        curves = "".join(f"Q{_xy(a)} {_xy(b)}" for a, b in zip(corners, ends, strict=True))
        return f"M{_xy(middles[0])}{curves}Z"
    if len(points) < 3:
        return "M" + "L".join(map(_xy, points))
    corners = list(points[1:-1])
    ends = [*(_middle(a, b) for a, b in pairwise(corners)), points[-1]]
    curves = "".join(f"Q{_xy(a)} {_xy(b)}" for a, b in zip(corners, ends, strict=True))
    return f"M{_xy(points[0])}{curves}"


def dots(points: Sequence[Point]) -> str:
    """A path of lines without length: dots, where their ends are round."""
    return "".join(f"M{_xy(point)}h0" for point in points)


def _hill(
    random: Random, top: Point, rings: int, step: float, shape: tuple[float, float]
) -> Iterator[str]:
    waves = [(k, random.uniform(0.1, 0.26) / k, random.uniform(0, math.tau)) for k in (1, 2, 3)]
    drift = (random.uniform(-2.2, 2.2), random.uniform(-2.2, 2.2))
    for ring in range(1, rings + 1):
        radius, points = step * (ring - 0.45), []
        for corner in range(_CORNERS):
            angle = math.tau * corner / _CORNERS
            bent = 1 + sum(size * math.sin(k * angle + turn) for k, size, turn in waves)
            points.append(
                (
                    top[0] + drift[0] * ring + radius * bent * shape[0] * math.cos(angle),
                    top[1] + drift[1] * ring + radius * bent * shape[1] * math.sin(angle),
                )
            )
        yield smooth(points, closed=True)


def _middle(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def _xy(point: Point) -> str:
    return f"{round(point[0])} {round(point[1])}"
