"""Goals: what was asked of the search before it was written, each held against the figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.figures import Figures


@dataclass(frozen=True)
class Goal:
    """A goal and what came of it; ``met`` is None when nothing was measured for it."""

    text: str
    limit: str
    measured: str
    met: bool | None


def goals(sizes: dict[int, Figures]) -> Iterator[Goal]:
    """Every goal, judged by the figures of our own site at each size."""
    ours = {size: figures["ours"] for size, figures in sizes.items()}

    def most(of: Callable[[Figures], float], only: int | None = None) -> float | None:
        """The worst of some figure, over all sizes or at one."""
        values = [of(figures) for size, figures in ours.items() if only in (None, size)]
        return max(values) if values and None not in values else None

    yield _goal("Index before a reader wants to search", 0, most(_index_bytes), "bytes")
    yield _goal("A resource page as first view", 70_000, most(_page_bytes), "kB")
    for size, limit_bytes, limit_ms, limit_slow in _FIRST_RESULT:
        name = f"{size:,} entries: "
        yield _goal(name + "to the first result", limit_bytes, most(_to_result, size), "kB")
        yield _goal(name + "first result on loopback", limit_ms, most(_ms, size), "ms")
        yield _goal(name + "first result on the slow line", limit_slow, most(_slow_ms, size), "ms")
        if size == _OFTEN:
            for place, typing in _TYPED.items():
                yield _goal(
                    f"{name}a key {place}, median", 5, most(typing("median_ms"), size), "ms"
                )
                yield _goal(f"{name}a key {place}, worst", 50, most(typing("worst_ms"), size), "ms")
            yield _goal(name + "requests of a filter", 0, most(_press_requests, size), "")
    yield _goal("Cards on the page with the filters", 24, most(lambda f: f["browse"]["most_cards"]))
    seconds = most(lambda f: f["index"]["seconds"], _OFTEN)
    yield _goal(f"{_OFTEN:,} entries: index built in Python", 0.6, seconds, "s")
    different = most(lambda f: not f["index"]["same_bytes"])
    met = None if different is None else not different
    text = "The same catalog gives the same index, byte for byte"
    yield Goal(text, "yes", {None: "–", True: "yes", False: "no"}[met], met)


_OFTEN = 2_000
_FIRST_RESULT = ((_OFTEN, 50_000, 120, 1_000), (10_000, 200_000, 250, 1_800))


_TYPED: dict[str, Callable[[str], Callable[[Figures], float]]] = {
    "in the search": lambda figure: lambda ours: float(ours["typing"][figure]),
    "in the list": lambda figure: lambda ours: float(ours["browse"]["typing"][figure]),
}


def _index_bytes(ours: Figures) -> float:
    return float(ours["view"]["index_bytes"])


def _page_bytes(ours: Figures) -> float:
    return float(ours["view"]["bytes"])


def _to_result(ours: Figures) -> float:
    return float(ours["search"]["bytes"])


def _ms(ours: Figures) -> float:
    return float(ours["search"]["ms"])


def _slow_ms(ours: Figures) -> float:
    return float(ours["search"]["slow_ms"])


def _press_requests(ours: Figures) -> float:
    return float(ours["browse"]["press_requests"])


def _goal(text: str, limit: float, measured: float | None, unit: str = "") -> Goal:
    met = None if measured is None else measured <= limit
    return Goal(text, f"≤ {show(limit, unit)}" if limit else "0", show(measured, unit), met)


def show(value: float | None, unit: str = "") -> str:
    """A figure with as many digits as mean something."""
    if value is None:
        return "–"
    if unit == "kB":
        value /= 1_000
    digits = 0 if value >= 20 or value == int(value) else 2 if unit == "s" else 1
    return f"{value:,.{digits}f} {unit}".strip()
