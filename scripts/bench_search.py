#!/usr/bin/env python3
"""Measure the search in a real browser, beside Pagefind and Material's own search.

Builds synthetic catalogs of several sizes, serves them from memory on the
loopback address, and lets readers with empty caches search, type and narrow.
Pagefind is measured when it is there: pip install pagefind pagefind-bin.
Figures mean something on a quiet machine only, so the load that was found is
noted. All sizes with a new work folder take about a quarter of an hour.
Exit status: 0 measured (goals may be missed), 2 not.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from environment import enter

enter()

from playwright.sync_api import Browser, sync_playwright

from bench import figures, sites, visits
from bench.figures import Figures
from bench.goals import goals
from bench.index_time import index_time
from bench.queries import Queries, Query
from bench.report import put, report
from bench.server import Host, serve
from browser import launch_options

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
SIZES = [50, 500, 2_000, 10_000]

BUSY = 0.5
TYPED_TEXTS = 6
PRESSES = 2
INDEX_RUNS = 5
VIEWS = 3


def main() -> int:
    """Run the command; gives the exit status."""
    arguments = _arguments()
    load = _load()
    if load is not None and load > BUSY:
        _say(f"The machine is busy (load {load:.1f}): expect figures that are too high.")
    with ExitStack() as stack:
        work = arguments.work or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        try:
            playwright = stack.enter_context(sync_playwright())
            browser = playwright.chromium.launch(**launch_options())  # type: ignore[arg-type]
            stack.callback(browser.close)
            measured = {
                size: _measure(browser, work.resolve(), size, arguments)
                for size in arguments.entries
            }
            facts = {**_facts(browser, arguments), "load": load}
        except (sites.NotMade, LookupError) as error:
            print(error, file=sys.stderr)
            return 2
    judged = list(goals(measured))
    text = report(facts, measured, judged)
    if arguments.json:
        result = {**facts, "sizes": measured, "goals": [asdict(goal) for goal in judged]}
        arguments.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if arguments.write:
        put(PAGE, text)
    print(text, end="")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--entries",
        type=_positive,
        nargs="+",
        default=SIZES,
        metavar="N",
        help="default: all sizes",
    )
    parser.add_argument(
        "--runs", type=_positive, default=3, help="of each kind of query (default: %(default)s)"
    )
    parser.add_argument(
        "--work", type=Path, metavar="DIR", help="keep the sites here and use them again"
    )
    parser.add_argument(
        "--no-material-above",
        type=int,
        default=2_000,
        metavar="N",
        help="plain Material takes minutes to build more (default: %(default)s)",
    )
    parser.add_argument("--quick", action="store_true", help="once and a little of everything")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure there too")
    parser.add_argument(
        "--write", action="store_true", help=f"put the tables into {PAGE.relative_to(ROOT)}"
    )
    parser.add_argument(
        "--date",
        type=datetime.date.fromisoformat,
        default=datetime.date.today(),
        help="to be noted (default: today)",
    )
    return parser.parse_args()


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 1 on")
    return int(text)


def _facts(browser: Browser, arguments: argparse.Namespace) -> Figures:
    names = {"mkdocs-material": "Material", "pagefind-bin": "Pagefind"}
    return {
        "date": arguments.date.isoformat(),
        "cores": os.cpu_count(),
        "chromium": f"Chromium {browser.version}",
        "python": platform.python_version(),
        "peers": [f"{label} {version(n)}" for n, label in names.items() if sites.installed(n)],
        "runs": arguments.runs,
    }


def _measure(browser: Browser, work: Path, size: int, arguments: argparse.Namespace) -> Figures:
    """All figures of a catalog of some size."""
    made = sites.make(work, size, size <= arguments.no_material_above, _say)
    data = json.loads((made.ours.folder / "data" / "catalog.json").read_text(encoding="utf-8"))
    run = _Run(browser, size, data["entries"], arguments)
    result: dict[str, Any] = {}
    with serve(made.ours.folder) as host:
        result["ours"] = {
            "build_seconds": made.ours.seconds,
            **run.ours(host),
            "index": run.index(made.catalog),
        }
    if isinstance(made.pagefind, str):
        result["pagefind"] = made.pagefind
    else:
        with serve(made.pagefind.folder) as host:
            result["pagefind"] = {"search": run.search(host, "pagefind", "")}
    if isinstance(made.material, str):
        result["material"] = made.material
    else:
        with serve(made.material.folder) as host:
            result["material"] = {
                "build_seconds": made.material.seconds,
                "search": run.search(host, "material", run.page),
                "view": run.views(host, "/search/"),
            }
    return result


class _Run:
    """What is measured of one catalog, on whichever site."""

    def __init__(
        self,
        browser: Browser,
        size: int,
        entries: Sequence[dict[str, Any]],
        arguments: argparse.Namespace,
    ) -> None:
        self._browser = browser
        self._size = size
        self._quick: bool = arguments.quick
        self._queries = Queries(entries)
        self._words = self._queries.of_words(arguments.runs)
        self._texts = self._queries.to_type(2 if self._quick else TYPED_TEXTS)
        self._runs: int = arguments.runs
        paths = [f"resources/{entry['id']}/" for entry in entries]
        self._pages = paths[:: max(1, len(paths) // VIEWS)][:VIEWS]
        self.page = self._pages[0]

    def ours(self, host: Host) -> Figures:
        """Every figure of our own site but that of Python."""
        search = self.search(host, "ours", self.page)
        self._say("first views, typing and filters …")
        browser, texts, runs = self._browser, self._texts, range(self._runs)
        presses = 1 if self._quick else PRESSES
        return {
            "search": search,
            "view": self.views(host, "/search/"),
            "typing": figures.of_typing(
                [visits.typing(browser, host, self.page, texts) for _ in runs]
            ),
            "browse": figures.of_browsing(
                [visits.browsing(browser, host, texts, presses) for _ in runs]
            ),
        }

    def search(self, host: Host, engine: str, path: str) -> Figures:
        """Every query, near and on the slow line; when quick, only the first is slow."""
        self._say(f"searching {engine} …")

        def visit(query: Query, slow: bool) -> visits.Search:
            return visits.search(self._browser, host, path, engine, query, self._queries, slow)

        visit(self._words[0], False)  # a first one that does not count: the host is cold too
        near = [visit(query, False) for query in self._words]
        slow = [visit(query, True) for query in self._words[: 1 if self._quick else None]]
        return figures.of_searches([*near, *slow])

    def views(self, host: Host, index: str) -> Figures:
        """Some pages of resources as they are first seen."""
        return figures.of_views(
            [visits.first_view(self._browser, host, path, index) for path in self._pages]
        )

    def index(self, catalog: Path) -> Figures:
        """The index as Python makes it."""
        self._say("building the index …")
        return figures.of_index(index_time(catalog, 1 if self._quick else INDEX_RUNS))

    def _say(self, text: str) -> None:
        _say(f"{self._size} entries: {text}")


def _load() -> float | None:
    """How many programs wanted to run in the last minute, where the system says so."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
