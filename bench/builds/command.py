"""The command ``scripts/bench_build.py``: parse its options, measure and report."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from bench.builds import paired
from bench.builds.measure import BuildResults, measure
from bench.builds.report import report
from bench.builds.saving import save_latency
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
from bench.revision import temporary_worktree

PAGE = ROOT / "docs" / "build-speed.md"
PAIRED_SIZES = [500, 2_000, 10_000]
SIZES = [10, 500, 2_000, 5_000, 10_000, 20_000]
PEERS = {"mkdocs": "MkDocs", "mkdocs-material": "Material", "hugo": "Hugo"}


def main(description: str | None) -> int:
    """Run the command; return the exit status."""
    arguments = _arguments(description)
    load = load_average()
    if arguments.against:
        return _compare_with_revision(arguments, load)
    with ExitStack() as stack:
        work = arguments.work or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        try:
            measured = {
                size: measure(
                    work.resolve() / str(size),
                    size,
                    arguments.runs,
                    size <= arguments.no_material_above,
                    print_progress,
                )
                for size in sorted(arguments.entries)
            }
            saved = _save_latency(work.resolve(), arguments) if arguments.saves else None
        except BenchError as error:
            print(error, file=sys.stderr)
            return 2
    info = {**run_info(arguments.date, arguments.runs, PEERS), "load": load}
    text = report(info, measured, saved)
    if arguments.json:
        result = {**info, "sizes": _as_data(measured), "saved": saved}
        arguments.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if arguments.write:
        replace_figures(PAGE, text)
    print(text, end="")
    return 0


def _compare_with_revision(arguments: argparse.Namespace, load: float | None) -> int:
    """Measure whole builds only, in pairs with those of another revision."""
    sizes = PAIRED_SIZES if arguments.entries is SIZES else sorted(arguments.entries)
    with ExitStack() as stack:
        work = arguments.work or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        try:
            other = stack.enter_context(temporary_worktree(arguments.against))
            found = paired.measure(other, work.resolve(), sizes, arguments.runs, print_progress)
        except BenchError as error:
            print(error, file=sys.stderr)
            return 2
    info = {**run_info(arguments.date, arguments.runs, PEERS), "load": load}
    if arguments.json:
        pairs = {name: asdict(each) for name, each in found.items()}
        result = {**info, "against": arguments.against, "catalogs": pairs}
        arguments.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(paired.report(arguments.against, info, found), end="")
    return 0


def _save_latency(work: Path, arguments: argparse.Namespace) -> dict[str, float] | None:
    """How soon a saved entry is served, at the largest size up to 2,000 entries."""
    size = max((n for n in arguments.entries if n <= 2_000), default=None)
    if size is None:
        return None
    print_progress(f"{size} entries: saving one while the site is served …")
    return {"size": size, "seconds": save_latency(work / str(size) / "catalog", arguments.saves)}


def _as_data(measured: dict[int, BuildResults]) -> dict[int, dict[str, list[dict[str, float]]]]:
    return {
        size: {name: [asdict(run) for run in runs] for name, runs in found.runs.items()}
        for size, found in measured.items()
    }


def _arguments(description: str | None) -> argparse.Namespace:
    options = argument_parser(description)
    add = options.add_argument
    add(
        "--entries",
        nargs="+",
        default=SIZES,
        help="default: all sizes",
        type=positive_int,
        metavar="N",
    )
    add("--runs", default=3, help="of each (default: %(default)s)", type=positive_int, metavar="N")
    add("--saves", type=int, default=15, metavar="N", help="of an entry (default: %(default)s)")
    add("--work", type=Path, metavar="DIR", help="keep catalogs and sites here")
    add(
        "--no-material-above",
        type=int,
        default=2_000,
        metavar="N",
        help="plain Material takes minutes to build more (default: %(default)s)",
    )
    add(
        "--against",
        metavar="REVISION",
        help="only compare whole builds with those of another revision, in pairs; the real "
        "catalog comes first, and sizes are by default 500, 2,000 and 10,000",
    )
    add_output_options(options, PAGE, "table")
    arguments = options.parse_args()
    if arguments.against and arguments.write:
        options.error("--write goes without --against")
    return arguments
