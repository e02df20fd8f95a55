"""Paired builds: this checkout and another, in turn, so that both meet the same weather."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.project import ROOT
from bench.synthetic.folder import write_catalog
from bench.timed import Run, run

REAL = "the real catalog"


@dataclass(frozen=True)
class Pairs:
    """Builds of one catalog by this checkout and by the other, a pair in each round."""

    here: Sequence[Run]
    there: Sequence[Run]

    def ratio(self, figure: Callable[[Run], float]) -> float:
        """The median of the ratios, here to there, within each pair."""
        pairs = zip(self.here, self.there, strict=True)
        return median(figure(here) / figure(there) for here, there in pairs)


def measure(
    other: Path, work: Path, sizes: Sequence[int], times: int, say: Callable[[str], None]
) -> dict[str, Pairs]:
    """Build the real catalog, and invented ones of some sizes, with both checkouts.

    Gives the builds by what the catalog is called. Raises :class:`BenchError`.
    """
    catalogs: dict[str, Path | None] = {REAL: None}
    for size in sizes:
        catalogs[f"{size:,} entries"] = invented = work / f"catalog-{size}"
        write_catalog(invented, size, 0, lambda _: None)
        shutil.copy(ROOT / "catalog" / "synonyms.yml", invented)
    found = {}
    for name, catalog in catalogs.items():
        say(f"{name}: building in turn …")
        found[name] = _pairs(other, catalog, work, times)
    return found


def report(revision: str, facts: Mapping[str, object], found: Mapping[str, Pairs]) -> str:
    """A table of the medians and ratios, in Markdown."""
    return "\n".join(_lines(revision, facts, found)) + "\n"


def _pairs(other: Path, catalog: Path | None, work: Path, times: int) -> Pairs:
    checkouts = {"here": ROOT, "there": other}
    runs: dict[str, list[Run]] = {name: [] for name in checkouts}
    for number in range(times + 1):
        # Whoever comes second finds a warmer machine, so they take turns.
        for name in sorted(checkouts, reverse=number % 2 == 1):
            done = _build(checkouts[name], catalog, work / f"site-{name}")
            if number:  # the first ones warm up the disk
                runs[name].append(done)
    return Pairs(runs["here"], runs["there"])


def _build(checkout: Path, catalog: Path | None, site: Path) -> Run:
    if site.exists():
        shutil.rmtree(site)
    own = {name: None for name in os.environ if name.startswith("CATALOG_")}
    settings = {**own, "CATALOG_DIR": str(catalog) if catalog else None}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    return run(command, settings, checkout)


def _lines(revision: str, facts: Mapping[str, object], found: Mapping[str, Pairs]) -> Iterator[str]:
    load = f" Load of the machine before: {facts['load']:.1f}." if facts["load"] else ""
    yield (
        f"This checkout against {revision}, {facts['date']}, {facts['cores']} cores, "
        f"Python {facts['python']}; medians of {facts['runs']} pairs.{load}"
    )
    yield ""
    yield "| catalog | clock here / there, s | ratio | processor here / there, s | ratio |"
    yield "|---" * 5 + "|"
    for name, pairs in found.items():
        cells = [name]
        for figure in (_clock, _processor):
            here, there = (median(map(figure, runs)) for runs in (pairs.here, pairs.there))
            cells += [f"{here:.2f} / {there:.2f}", f"{pairs.ratio(figure):.2f} ×"]
        yield f"| {' | '.join(cells)} |"


def _clock(run: Run) -> float:
    return run.seconds


def _processor(run: Run) -> float:
    return run.cpu
