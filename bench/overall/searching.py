"""Goals of the search and the browse page, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench.overall.building import MKDOCS
from bench.overall.goal import Goal
from bench.searches.figures import Figures
from bench.searches.measure import CatalogBenchmark
from bench.searches.server import serve
from bench.searches.sites import build_sites
from bench.searches.visits import first_view
from bench.timed import run_timed
from browser import launch_options

ENTRIES = 2_000

_LIMITS: Sequence[tuple[str, float, str, Sequence[str]]] = (
    ("to the first result", 40, "kB", ("search", "bytes")),
    ("first result on loopback", 60, "ms", ("search", "ms")),
    ("first result on the slow line", 450, "ms", ("search", "slow_ms")),
    ("a key in the search, median", 4, "ms", ("typing", "median_ms")),
    ("a key in the search, worst", 40, "ms", ("typing", "worst_ms")),
    ("a key in the list, median", 8, "ms", ("browse", "typing", "median_ms")),
    ("a key in the list, worst", 50, "ms", ("browse", "typing", "worst_ms")),
    ("a filter, median", 16, "ms", ("browse", "press_ms")),
    ("a filter, worst", 50, "ms", ("browse", "worst_press_ms")),
    ("browse with filters", 90, "kB", ("browse", "bytes")),
    ("browse with filters", 8, "requests", ("browse", "requests")),
    ("browse usable on the slow line", 700, "ms", ("browse", "slow_ms")),
    ("a resource page as first view", 40, "kB", ("view", "bytes")),
)


def goals(folder: Path, *, quick: bool, progress: Callable[[str], None]) -> Iterator[Goal]:
    """The goals at 2,000 entries, and first views of the tools here. Raises :class:`BenchError`."""
    sites = build_sites(folder, ENTRIES, False, progress)
    here = folder / "site-here"
    run_timed([*MKDOCS, str(here)], {"CATALOG_DIR": None})
    with sync_playwright() as playwright:
        options: dict[str, Any] = launch_options()
        browser = playwright.chromium.launch(**options)
        data = json.loads((sites.ours.folder / "data" / "catalog.json").read_text("utf-8"))
        benchmark = CatalogBenchmark(
            browser, data["entries"], runs=1 if quick else 3, quick=quick, progress=progress
        )
        with serve(sites.ours.folder) as server:
            found = benchmark.ours(server)
        progress("first views of tools …")
        with serve(here) as server:
            views = [first_view(browser, server, path, "/search/") for path in _tools(here)]
        browser.close()
    for text, limit, unit, path in _LIMITS:
        value = _at(found, path)
        if unit == "kB" and value is not None:
            value /= 1_000
        yield Goal(f"{ENTRIES:,} entries: {text}", limit, unit, value)
    if views:
        heaviest = max(views, key=lambda view: view.bytes)
        yield Goal("a tool as first view", 90, "kB", heaviest.bytes / 1_000, heaviest.path)


def _tools(site: Path) -> list[str]:
    """The paths of the pages of tools."""
    found = sorted(site.glob("tools/*/index.html"))
    return [f"{page.parent.relative_to(site).as_posix()}/" for page in found]


def _at(figures: Figures, path: Sequence[str]) -> float | None:
    found: Any = figures
    for name in path:
        found = found[name]
    return None if found is None else float(found)
