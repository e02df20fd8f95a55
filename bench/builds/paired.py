"""Time builds by this checkout and another in alternation, so that noise affects both."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.project import ROOT, copy_synonyms
from bench.synthetic.catalog_files import write_catalog
from bench.timed import Measurement, run_timed

REAL = "the real catalog"


@dataclass(frozen=True)
class PairedRuns:
    """Builds of one catalog by this checkout and by the other, one pair per round."""

    here: Sequence[Measurement]
    there: Sequence[Measurement]

    def ratio(self, figure: Callable[[Measurement], float]) -> float:
        """The median over all pairs of the ratio of here to there."""
        pairs = zip(self.here, self.there, strict=True)
        return median(figure(here) / figure(there) for here, there in pairs)


def measure(
    other: Path, work: Path, sizes: Sequence[int], times: int, progress: Callable[[str], None]
) -> dict[str, PairedRuns]:
    """Build the real catalog, and synthetic ones of the given sizes, with both checkouts.

    Returns the runs by the name of the catalog. Raises :class:`BenchError`.
    """
    catalogs: dict[str, Path | None] = {REAL: None}
    for size in sizes:
        catalogs[f"{size:,} entries"] = synthetic = work / f"catalog-{size}"
        write_catalog(synthetic, size, 0, lambda _: None)
        copy_synonyms(synthetic)
    found = {}
    for name, catalog in catalogs.items():
        progress(f"{name}: building in turn …")
        found[name] = _build_in_turn(other, catalog, work, times)
    return found


def report(revision: str, info: Mapping[str, object], found: Mapping[str, PairedRuns]) -> str:
    """Format the medians and ratios as a Markdown table."""
    return "\n".join(_lines(revision, info, found)) + "\n"


def _build_in_turn(other: Path, catalog: Path | None, work: Path, times: int) -> PairedRuns:
    checkouts = {"here": ROOT, "there": other}
    runs: dict[str, list[Measurement]] = {name: [] for name in checkouts}
    for number in range(times + 1):
        # The second build of a round has warmer caches, so the order alternates.
        for name in sorted(checkouts, reverse=number % 2 == 1):
            measurement = _build(checkouts[name], catalog, work / f"site-{name}")
            if number:  # the first round only warms the caches
                runs[name].append(measurement)
    return PairedRuns(runs["here"], runs["there"])


def _build(checkout: Path, catalog: Path | None, site: Path) -> Measurement:
    if site.exists():
        shutil.rmtree(site)
    own = {name: None for name in os.environ if name.startswith("CATALOG_")}
    settings = {**own, "CATALOG_DIR": str(catalog) if catalog else None}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    return run_timed(command, settings, checkout)


def _lines(
    revision: str, info: Mapping[str, object], found: Mapping[str, PairedRuns]
) -> Iterator[str]:
    load = f" Load of the machine before: {info['load']:.1f}." if info["load"] else ""
    yield (
        f"This checkout against {revision}, {info['date']}, {info['cores']} cores, "
        f"Python {info['python']}; medians of {info['runs']} pairs.{load}"
    )
    yield ""
    yield "| catalog | clock here / there, s | ratio | processor here / there, s | ratio |"
    yield "|---" * 5 + "|"
    for name, pairs in found.items():
        cells = [name]
        for figure in (_clock, _cpu):
            here, there = (median(map(figure, runs)) for runs in (pairs.here, pairs.there))
            cells += [f"{here:.2f} / {there:.2f}", f"{pairs.ratio(figure):.2f} ×"]
        yield f"| {' | '.join(cells)} |"


def _clock(run: Measurement) -> float:
    return run.seconds


def _cpu(run: Measurement) -> float:
    return run.cpu
