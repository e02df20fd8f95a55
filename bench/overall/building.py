"""Goals of whole builds: against Hugo, in memory and on a disk, for each entry, and of memory."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.builds import hugo_pages
from bench.builds.memory import peak_memory
from bench.builds.saving import save_latency
from bench.overall.goal import Goal
from bench.project import copy_synonyms, is_installed
from bench.synthetic.catalog_files import write_catalog
from bench.timed import run_timed, time_writing

OURS, HUGO, PAGEFIND, WRITING = "this site", "Hugo", "Pagefind", "the bytes alone"
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir"]
MISSING = "Hugo is not installed"

_EMPTY_SITE = """\
site_name: One page
site_url: http://127.0.0.1:8000/
theme: material
"""


@dataclass(frozen=True)
class Sizes:
    """The numbers of entries that are built, and how often."""

    small: int
    middle: int
    large: int
    largest: int
    runs: int


QUICK = Sizes(small=500, middle=2_000, large=2_000, largest=5_000, runs=1)
WHOLE = Sizes(small=500, middle=2_000, large=10_000, largest=20_000, runs=3)


class Builds:
    """Builds of invented catalogs below a folder, each made once and measured when asked for."""

    def __init__(self, folder: Path, runs: int, progress: Callable[[str], None]) -> None:
        self._folder = folder
        self._runs = runs
        self._progress = progress
        self._seconds: dict[tuple[str, int, Path], float] = {}

    def catalog(self, entries: int) -> Path:
        """An invented catalog of a size."""
        folder = self._folder / f"catalog-{entries}"
        if not folder.exists():
            self._progress(f"{entries:,} entries: inventing a catalog …")
            write_catalog(folder, entries, 0, lambda _text: None)
            copy_synonyms(folder)
        return folder

    def seconds(self, what: str, entries: int, below: Path | None = None) -> float:
        """The median time of the builds of one program, in turn with those of the others.

        ``below`` is the folder for the sites, by default that of the catalogs. Raises
        :class:`BenchError`.
        """
        below = below or self._folder
        if (what, entries, below) not in self._seconds:
            self._measure(entries, below)
        return self._seconds[what, entries, below]

    def memory(self, entries: int) -> int:
        """The peak memory of our build, in bytes, all processes together."""
        self._progress(f"{entries:,} entries: how much memory …")
        site = _emptied(self._folder / "site-memory")
        return peak_memory([*MKDOCS, str(site)], {"CATALOG_DIR": str(self.catalog(entries))})

    def _measure(self, entries: int, below: Path) -> None:
        settings = {"CATALOG_DIR": str(self.catalog(entries))}
        sites = {name: below / f"site-{name}" for name in (OURS, HUGO, WRITING)}
        build = [*MKDOCS, str(sites[OURS])]
        run_timed(build, settings)  # fills the caches, and has the data for Hugo
        data = sites[OURS] / "data" / "catalog.json"
        hugo = self._hugo(data, sites[HUGO]) if is_installed("hugo") else None
        found: dict[str, list[float]] = {}
        for number in range(1, self._runs + 1):
            self._progress(f"{entries:,} entries in {below}: {number} of {self._runs} …")
            _emptied(sites[OURS])
            found.setdefault(OURS, []).append(run_timed(build, settings).seconds)
            if hugo:
                _emptied(sites[HUGO])
                found.setdefault(HUGO, []).append(run_timed(hugo, {}).seconds)
                if is_installed("pagefind"):
                    index = [sys.executable, "-m", "pagefind", "--site", str(sites[HUGO])]
                    found.setdefault(PAGEFIND, []).append(run_timed(index, {}).seconds)
            writing = time_writing(sites[OURS], _emptied(sites[WRITING]))
            found.setdefault(WRITING, []).append(writing.seconds)
        for what, seconds in found.items():
            self._seconds[what, entries, below] = median(seconds)
        for site in sites.values():
            _emptied(site)

    def _hugo(self, data: Path, site: Path) -> Sequence[str]:
        project = _emptied(self._folder / "hugo-source")
        hugo_pages.write_project(data, project)
        executable = str(hugo_pages.hugo_executable())
        return [executable, "--source", str(project), "--destination", str(site), "--quiet"]


def goals(
    memory: Path, disk: Path, sizes: Sizes, progress: Callable[[str], None]
) -> Iterator[Goal]:
    """The goals of builds. ``memory`` and ``disk`` are folders of such file systems."""
    builds = Builds(memory, sizes.runs, progress)
    yield _first_catalog(memory, sizes.runs, progress)
    progress(f"{sizes.middle:,} entries: saving one while the site is served …")
    saved = save_latency(builds.catalog(sizes.middle), 3 if sizes.runs == 1 else 15)
    yield Goal(f"a saved entry of {sizes.middle:,} is served", 0.3, "s", saved)
    yield _against_hugo(builds, sizes.middle, 1.3)
    if sizes.large != sizes.middle:
        yield _against_hugo(builds, sizes.large, 0.9)
    yield _same_work(builds, sizes.large)
    yield _against_hugo(builds, sizes.large, 1.2, disk)
    yield from _each_entry(builds, sizes)
    peak = builds.memory(sizes.large) / 1e6
    yield Goal(f"most memory at {sizes.large:,}, all processes", 220, "MB", peak)


def _first_catalog(folder: Path, runs: int, progress: Callable[[str], None]) -> Goal:
    """Our own catalog against a site of one page in an unchanged Material."""
    progress("the catalog here, and a site of one page …")
    project = _emptied(folder / "one-page")
    (project / "docs").mkdir(parents=True)
    (project / "docs" / "index.md").write_text("# One page\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text(_EMPTY_SITE, encoding="utf-8")
    ours, empty = [], []
    for number in range(max(runs, 3) + 1):
        site = _emptied(folder / "site-here")
        here = run_timed([*MKDOCS, str(site)], {"CATALOG_DIR": None}).seconds
        one = run_timed([*MKDOCS, str(project / "site")], {}, project).seconds
        if number:  # the first round only fills the caches
            ours.append(here)
            empty.append(one)
    detail = f"{median(ours):.2f} and {median(empty):.2f} s"
    text = "`mkdocs build` of the catalog here, against a Material site of one page"
    return Goal(text, 1.3, "×", median(ours) / median(empty), detail)


def _against_hugo(builds: Builds, entries: int, limit: float, disk: Path | None = None) -> Goal:
    text = f"{entries:,} entries against Hugo, which does less"
    if disk:
        text += ", on a disk"
    ours = builds.seconds(OURS, entries, disk)
    if not is_installed("hugo"):
        return Goal(text, limit, "×", None, MISSING)
    hugo, alone = (builds.seconds(what, entries, disk) for what in (HUGO, WRITING))
    detail = f"{ours:.2f} and {hugo:.2f} s; the bytes alone {alone:.2f}"
    return Goal(text, limit, "×", ours / hugo, detail)


def _same_work(builds: Builds, entries: int) -> Goal:
    text = f"{entries:,} entries against Hugo and Pagefind together"
    if not (is_installed("hugo") and is_installed("pagefind")):
        return Goal(text, 0.8, "×", None, "Hugo or Pagefind is not installed")
    ours, hugo, index = (builds.seconds(what, entries) for what in (OURS, HUGO, PAGEFIND))
    detail = f"{ours:.2f} and {hugo:.2f} + {index:.2f} s"
    return Goal(text, 0.8, "×", ours / (hugo + index), detail)


def _each_entry(builds: Builds, sizes: Sizes) -> Iterator[Goal]:
    """Time for each further entry, and whether it stays the same."""

    def slope(low: int, high: int) -> float:
        difference = builds.seconds(OURS, high) - builds.seconds(OURS, low)
        return 1_000 * difference / (high - low)

    early, late = slope(sizes.small, sizes.large), slope(sizes.large, sizes.largest)
    yield Goal(f"each entry from {sizes.small:,} to {sizes.large:,}", 0.5, "ms", early)
    text = f"each entry from {sizes.large:,} to {sizes.largest:,} against that"
    yield Goal(text, 1.15, "×", late / early, f"{late:.2f} ms")


def _emptied(folder: Path) -> Path:
    """A folder with nothing at its place."""
    shutil.rmtree(folder, ignore_errors=True)
    return folder
