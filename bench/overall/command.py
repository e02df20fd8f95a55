"""The command ``scripts/bench_goals.py``: parse its options, measure and report."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from bench.command_line import (
    add_output_options,
    argument_parser,
    load_average,
    positive_int,
    print_progress,
    run_info,
)
from bench.figures_page import replace_figures
from bench.overall import building, installing, searching
from bench.overall.goal import Goal
from bench.project import ROOT, BenchError

PAGE = ROOT / "docs" / "build-speed.md"
PEERS = {
    "mkdocs": "MkDocs",
    "mkdocs-material": "Material",
    "hugo": "Hugo",
    "pagefind": "Pagefind",
}
IN_MEMORY = Path("/dev/shm")  # noqa: S108 # not a file with a fixed name: folders are made in it


def main(description: str | None) -> int:
    """Run the command; return the exit status."""
    arguments = _arguments(description)
    load = load_average()
    with ExitStack() as stack:
        memory_root = IN_MEMORY if IN_MEMORY.is_dir() else None
        memory, disk = (
            Path(stack.enter_context(tempfile.TemporaryDirectory(dir=root))).resolve()
            for root in (memory_root, arguments.disk)
        )
        try:
            found = list(_goals(memory, disk, arguments))
        except BenchError as error:
            print(error, file=sys.stderr)
            return 2
    info = {**run_info(arguments.date, _sizes(arguments).runs, PEERS), "load": load}
    text = report(info, found)
    if arguments.json:
        data = {**info, "goals": [{**asdict(goal), "verdict": goal.verdict} for goal in found]}
        arguments.json.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    if arguments.write:
        replace_figures(PAGE, text, "goals")
    print(text, end="")
    return 0


def report(info: Mapping[str, Any], goals: Sequence[Goal]) -> str:
    """The Markdown that goes between the markers of the documentation page."""
    return "\n".join(_lines(info, goals)) + "\n"


def _goals(memory: Path, disk: Path, arguments: argparse.Namespace) -> Iterator[Goal]:
    sizes = _sizes(arguments)
    if "install" not in arguments.without:
        yield from installing.goals(memory, print_progress)
    if "builds" not in arguments.without:
        yield from building.goals(memory, disk, sizes, print_progress)
    if "search" not in arguments.without:
        yield from searching.goals(memory, quick=arguments.quick, progress=print_progress)


def _sizes(arguments: argparse.Namespace) -> building.Sizes:
    sizes = building.QUICK if arguments.quick else building.WHOLE
    return replace(sizes, runs=arguments.runs) if arguments.runs else sizes


def _lines(info: Mapping[str, Any], goals: Sequence[Goal]) -> Iterator[str]:
    load = f" Load of the machine before: {info['load']:.1f}." if info["load"] else ""
    yield (
        f"Measured on {info['date']} with {info['cores']} cores, Python {info['python']}, "
        f"{', '.join(info['peers'])}; medians of {info['runs']}.{load}"
    )
    yield from ("", "| goal | limit | measured |  | from |", "|---|---|---|---|---|")
    for goal in goals:
        limit = "–" if goal.limit is None else f"≤ {goal.limit:g} {goal.unit}"
        measured = "–" if goal.measured is None else f"{_digits(goal.measured)} {goal.unit}"
        yield f"| {goal.text} | {limit} | {measured} | {goal.verdict} | {goal.detail} |"


def _digits(value: float) -> str:
    return f"{value:,.0f}" if value >= 20 else f"{value:.2f}"


def _arguments(description: str | None) -> argparse.Namespace:
    options = argument_parser(description)
    add = options.add_argument
    add("--quick", action="store_true", help="smaller sizes, once each: about three minutes")
    add(
        "--without",
        nargs="+",
        default=[],
        choices=("install", "builds", "search"),
        help="leave these out",
    )
    add("--runs", type=positive_int, metavar="N", help="of each build (default: 3, quick: 1)")
    add("--disk", type=Path, default=ROOT, metavar="DIR", help="a folder on a disk")
    add_output_options(options, PAGE, "table")
    return options.parse_args()
