"""Evaluate the performance goals of the search against the measured figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bench.searches.figures import Figures

LARGE, HUGE = 2_000, 10_000


@dataclass(frozen=True)
class Goal:
    """A goal and its result; ``met`` is None if nothing was measured for it."""

    text: str
    limit: str
    measured: str
    met: bool | None


def evaluate_goals(sizes: dict[int, Figures]) -> Iterator[Goal]:
    """Evaluate every goal with the figures of our own site at each size."""

    def goal(text: str, limit: float, unit: str, path: str, only: int | None = None) -> Goal:
        """A limit for the figure at ``path``, at one size or for the maximum of all sizes."""
        if only:
            text = f"{only:,} entries: {text}"
        found = [_at(f["ours"], path) for size, f in sizes.items() if only in (None, size)]
        worst = max(found) if found and None not in found else None
        met = None if worst is None else worst <= limit
        return Goal(
            text,
            f"≤ {format_figure(limit, unit)}" if limit else "0",
            format_figure(worst, unit),
            met,
        )

    yield goal("index before a reader wants to search", 0, "bytes", "view index_bytes")
    yield goal("a resource page as first view", 70_000, "kB", "view bytes")
    for size, most_bytes, ms, slow_ms in ((LARGE, 50_000, 120, 1_000), (HUGE, 200_000, 250, 1_800)):
        yield goal("to the first result", most_bytes, "kB", "search bytes", size)
        yield goal("first result on loopback", ms, "ms", "search ms", size)
        yield goal("first result on the slow line", slow_ms, "ms", "search slow_ms", size)
    for place, typing in (("search", "typing"), ("list", "browse typing")):
        yield goal(f"a key in the {place}, median", 5, "ms", f"{typing} median_ms", LARGE)
        yield goal(f"a key in the {place}, worst", 50, "ms", f"{typing} worst_ms", LARGE)
    yield goal("requests of a filter", 0, "", "browse press_requests", LARGE)
    yield goal("cards on the page with the filters", 24, "", "browse most_cards")
    yield goal("index built in Python", 0.6, "s", "index seconds", LARGE)
    same = all(figures["ours"]["index"]["same_bytes"] for figures in sizes.values())
    text = "the same catalog gives the same index, byte for byte"
    yield Goal(text, "yes", "yes" if same else "no", same)


def _at(figures: Any, path: str) -> Any:
    for name in path.split():
        figures = figures[name]
    return figures


def format_figure(value: float | None, unit: str = "") -> str:
    """Format a figure with a sensible number of digits."""
    if value is None:
        return "–"
    if unit == "kB":
        value /= 1_000
    digits = 0 if value >= 20 or value == int(value) else 2 if unit == "s" else 1
    return f"{value:,.{digits}f} {unit}".strip()
