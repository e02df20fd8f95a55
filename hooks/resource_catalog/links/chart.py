"""The chart: the weekly totals of the ledger as bars, in numbers that a template can draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from resource_catalog.links.ledger import Ledger, week_start
from resource_catalog.values import say_day

WEEKS = 52
"""How far back the chart reaches."""

WIDTH, HEIGHT = 720, 180
"""The size of the drawing, in its own units."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "works": ("ok", "moved", "fragment", "login"),
    "unclear": ("watch", "blocked", "tls", "drift", "unverified"),
    "gone": ("dead", "parked", "unsafe"),
}
"""What the states come to, from the bottom of a bar to its top."""

LABELS: Mapping[str, str] = {"works": "Works", "unclear": "Not clear", "gone": "Gone"}

_WIDEST = 28.0


@dataclass(frozen=True)
class Part:
    """One colour of a bar."""

    group: str
    count: int
    y: float
    height: float


@dataclass(frozen=True)
class Bar:
    """One week."""

    day: str
    total: int
    x: float
    width: float
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Chart:
    """The bars, and the highest total as the top of the scale."""

    bars: tuple[Bar, ...]
    top: int


def chart(ledger: Ledger) -> Chart:
    """The chart of the last weeks; without bars when nothing was ever checked."""
    weeks = sorted(ledger.weeks.items())[-WEEKS:]
    top = max((sum(totals.values()) for _, totals in weeks), default=0)
    if not top:
        return Chart((), 0)
    step = min(WIDTH / len(weeks), _WIDEST * 1.5)
    bars = []
    for index, (week, totals) in enumerate(weeks):
        parts, y = [], float(HEIGHT)
        for group, states in GROUPS.items():
            count = sum(totals.get(state, 0) for state in states)
            height = HEIGHT * count / top
            y -= height
            parts.append(Part(group, count, round(y, 2), round(height, 2)))
        width = round(step * 2 / 3, 2)
        day = say_day(week_start(week))
        bars.append(Bar(day, sum(totals.values()), round(index * step, 2), width, tuple(parts)))
    return Chart(tuple(bars), top)
