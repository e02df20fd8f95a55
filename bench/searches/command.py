"""The command ``scripts/bench_search.py``: parse its options, measure and report."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.command_line import (
    add_output_options,
    argument_parser,
    load_average,
    positive_int,
    print_progress,
    run_info,
)
from bench.figures_page import replace_figures
from bench.project import ROOT, BenchError
from bench.searches import sites
from bench.searches.figures import Figures
from bench.searches.goals import evaluate_goals
from bench.searches.measure import CatalogBenchmark
from bench.searches.report import report
from bench.searches.server import serve
from browser import launch_options

PAGE = ROOT / "docs" / "benchmarks.md"
SIZES = [50, 500, 2_000, 10_000]
PEERS = {"mkdocs-material": "Material", "pagefind-bin": "Pagefind"}


def main(description: str | None) -> int:
    """Run the command; return the exit status."""
    arguments = _arguments(description)
    load = load_average()
    with ExitStack() as stack:
        work = arguments.work or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        try:
            playwright = stack.enter_context(sync_playwright())
            options: dict[str, Any] = launch_options()
            browser = playwright.chromium.launch(**options)
            stack.callback(browser.close)
            measured = {
                size: _measure(browser, work.resolve(), size, arguments)
                for size in arguments.entries
            }
            info = run_info(arguments.date, arguments.runs, PEERS)
            info = {**info, "chromium": f"Chromium {browser.version}", "load": load}
        except (BenchError, LookupError) as error:
            print(error, file=sys.stderr)
            return 2
    goals = list(evaluate_goals(measured))
    text = report(info, measured, goals)
    if arguments.json:
        result = {**info, "sizes": measured, "goals": [asdict(goal) for goal in goals]}
        arguments.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if arguments.write:
        replace_figures(PAGE, text)
    print(text, end="")
    return 0


def _arguments(description: str | None) -> argparse.Namespace:
    options = argument_parser(description)
    add = options.add_argument
    add(
        "--entries",
        type=positive_int,
        nargs="+",
        default=SIZES,
        metavar="N",
        help="default: all sizes",
    )
    add("--runs", type=positive_int, default=3, help="of each kind of query (default: %(default)s)")
    add("--work", type=Path, metavar="DIR", help="keep the sites here and use them again")
    add(
        "--no-material-above",
        type=int,
        default=2_000,
        metavar="N",
        help="plain Material takes minutes to build more (default: %(default)s)",
    )
    add("--quick", action="store_true", help="once and a little of everything")
    add_output_options(options, PAGE, "tables")
    return options.parse_args()


def _measure(browser: Browser, work: Path, size: int, arguments: argparse.Namespace) -> Figures:
    """All figures of a catalog of ``size`` entries."""
    built = sites.build_sites(work, size, size <= arguments.no_material_above, print_progress)
    data = json.loads((built.ours.folder / "data" / "catalog.json").read_text(encoding="utf-8"))
    benchmark = CatalogBenchmark(
        browser,
        data["entries"],
        runs=arguments.runs,
        quick=arguments.quick,
        progress=lambda text: print_progress(f"{size} entries: {text}"),
    )
    result: dict[str, Any] = {}
    with serve(built.ours.folder) as server:
        result["ours"] = {
            "build_seconds": built.ours.seconds,
            **benchmark.ours(server),
            "index": benchmark.index(built.catalog),
        }
    if isinstance(built.pagefind, str):
        result["pagefind"] = built.pagefind
    else:
        with serve(built.pagefind.folder) as server:
            result["pagefind"] = {"search": benchmark.search(server, "pagefind", "")}
    if isinstance(built.material, str):
        result["material"] = built.material
    else:
        with serve(built.material.folder) as server:
            result["material"] = {
                "build_seconds": built.material.seconds,
                "search": benchmark.search(server, "material", benchmark.page),
                "view": benchmark.views(server, "/search/"),
            }
    return result
