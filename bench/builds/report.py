"""Format the build figures as Markdown: a table of all sizes, and a verdict on each goal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from bench.builds.measure import HUGO, MATERIAL, OURS, WRITING, BuildResults
from bench.timed import Measurement

Sizes = Mapping[int, BuildResults]


def report(info: Mapping[str, Any], sizes: Sizes, saved: Mapping[str, Any] | None) -> str:
    """The Markdown that goes between the markers of the documentation page."""
    return "\n".join(_lines(info, sizes, saved)) + "\n"


def _lines(info: Mapping[str, Any], sizes: Sizes, saved: Mapping[str, Any] | None) -> Iterator[str]:
    load = f" Load of the machine before: {info['load']:.1f}." if info["load"] else ""
    yield (
        f"Measured on {info['date']} with {info['cores']} cores, Python {info['python']}, "
        f"{', '.join(info['peers'])}; medians of {info['runs']}.{load}"
    )
    yield from ("", "| seconds of the clock / of the processors | " + _size_cells(sizes) + " |")
    yield "|---" * (len(sizes) + 1) + "|"
    for name in (OURS, MATERIAL, HUGO, WRITING):
        cells = [_cell(found.runs.get(name)) for found in sizes.values()]
        yield f"| {name} | {' | '.join(cells)} |"
    memory = [
        f"{found.memory / 1e6:,.0f} / {found.single_process_memory / 1e6:,.0f}"
        for found in sizes.values()
    ]
    yield f"| most memory of this site, in two processes / in one, MB | {' | '.join(memory)} |"
    yield from ("", "| goal | limit | measured |  |", "|---|---|---|---|")
    for text, limit, value, unit in _goals(sizes, saved):
        verdict = "not measured" if value is None else "met" if value <= limit else "**missed**"
        shown = "–" if value is None else f"{value:.2f} {unit}"
        yield f"| {text} | ≤ {limit:.3g} {unit} | {shown} | {verdict} |"


def _goals(
    sizes: Sizes, saved: Mapping[str, Any] | None
) -> Iterator[tuple[str, float, float | None, str]]:
    """Each goal: its text, its limit, the measured value if there is one, and its unit."""
    yield "2,000 entries against plain Material", 1 / 12, _ratio(sizes, 2_000, MATERIAL), "×"
    yield "2,000 entries against Hugo", 1.3, _ratio(sizes, 2_000, HUGO), "×"
    yield "10,000 entries against Hugo", 0.9, _ratio(sizes, 10_000, HUGO), "×"
    early, late = _slope(sizes, 500, 5_000), _slope(sizes, 5_000, 20_000)
    yield "each entry from 500 to 5,000", 0.7, early, "ms"
    linearity = late / early if early and late else None
    yield "each entry from 5,000 to 20,000 against that", 1.15, linearity, "×"
    small, large = sizes.get(10), sizes.get(10_000)
    yield "10 entries", 0.9, _median(small, OURS, _seconds) if small else None, "s"
    yield "most memory at 10,000", 220, large.memory / 1e6 if large else None, "MB"
    single = large.single_process_memory / 1e6 if large else None
    yield "most memory at 10,000 in one process", 220, single, "MB"
    is_measured = saved is not None and saved["size"] == 2_000
    yield (
        "a saved entry of 2,000 is served",
        0.6,
        saved["seconds"] if saved and is_measured else None,
        "s",
    )
    heaviest = sizes[max(sizes)].page_bytes
    with_both = [f.page_bytes for f in sizes.values() if MATERIAL in f.page_bytes]
    heaviest = with_both[-1] if with_both else heaviest
    page = heaviest[OURS] / heaviest[MATERIAL] if MATERIAL in heaviest else None
    yield "bytes of an entry's page against plain Material", 0.6, page, "×"


def _ratio(sizes: Sizes, size: int, other: str) -> float | None:
    found = sizes.get(size)
    if found is None or other not in found.runs:
        return None
    return _median(found, OURS, _seconds) / _median(found, other, _seconds)


def _slope(sizes: Sizes, low: int, high: int) -> float | None:
    """Milliseconds of build time per additional entry."""
    if low not in sizes or high not in sizes:
        return None
    difference = _median(sizes[high], OURS, _seconds) - _median(sizes[low], OURS, _seconds)
    return 1_000 * difference / (high - low)


def _size_cells(sizes: Sizes) -> str:
    return " | ".join(f"{size:,}" for size in sizes)


def _cell(runs: Sequence[Measurement] | None) -> str:
    if not runs:
        return "not measured"
    clock, cpu = median(map(_seconds, runs)), median(run.cpu for run in runs)
    return f"{clock:.2f} / {cpu:.2f}"


def _median(found: BuildResults, name: str, figure: Callable[[Measurement], float]) -> float:
    return median(map(figure, found.runs[name]))


def _seconds(run: Measurement) -> float:
    return run.seconds
