"""Compute the stacked bar chart of the weekly totals of the ledger, as coordinates for SVG."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from resource_catalog.model.field_types.dates import format_day
from resource_catalog.model.ledger.link_ledger import Ledger, week_start
from resource_catalog.model.messages import N_

MAX_WEEKS = 52
"""The number of most recent weeks in the chart."""

WIDTH, HEIGHT = 720, 180
"""The size of the SVG view box."""

STATE_GROUPS: Mapping[str, tuple[str, ...]] = {
    "works": ("ok", "moved", "fragment", "login"),
    "unclear": ("watch", "blocked", "tls", "drift", "unverified"),
    "gone": ("dead", "parked", "unsafe"),
}
"""The states in each segment of a bar, from bottom to top."""

GROUP_LABELS: Mapping[str, str] = {
    "works": N_("Works"),
    "unclear": N_("Not clear"),
    "gone": N_("Gone"),
}

_MAX_BAR_WIDTH = 28.0


@dataclass(frozen=True)
class BarSegment:
    """One segment of a bar; ``y`` is its top edge."""

    group: str
    count: int
    y: float
    height: float


@dataclass(frozen=True)
class WeekBar:
    """The bar of one week; ``day`` is its Monday, formatted."""

    day: str
    total: int
    x: float
    width: float
    segments: tuple[BarSegment, ...]


@dataclass(frozen=True)
class WeeklyChart:
    """The bars, and the highest total, which is the top of the scale."""

    bars: tuple[WeekBar, ...]
    top: int


def weekly_chart(ledger: Ledger) -> WeeklyChart:
    """The chart of the last weeks; it has no bars if nothing was ever checked."""
    weeks = sorted(ledger.weeks.items())[-MAX_WEEKS:]
    top = max((sum(totals.values()) for _, totals in weeks), default=0)
    if not top:
        return WeeklyChart((), 0)
    spacing = min(WIDTH / len(weeks), _MAX_BAR_WIDTH * 1.5)
    bars = []
    for index, (week, totals) in enumerate(weeks):
        segments, y = [], float(HEIGHT)
        for group, states in STATE_GROUPS.items():
            count = sum(totals.get(state, 0) for state in states)
            height = HEIGHT * count / top
            y -= height
            segments.append(BarSegment(group, count, round(y, 2), round(height, 2)))
        width = round(spacing * 2 / 3, 2)
        day = format_day(week_start(week))
        bars.append(
            WeekBar(day, sum(totals.values()), round(index * spacing, 2), width, tuple(segments))
        )
    return WeeklyChart(tuple(bars), top)
