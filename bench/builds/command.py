"""The command ``scripts/bench_build.py``: its options, and the order in which it measures."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from bench.builds import paired
from bench.builds.measure import Builds, measure
from bench.builds.report import report
from bench.builds.saving import saving
from bench.command_line import add_output, facts, load_before, parser, positive, say
from bench.figures_page import put
from bench.project import ROOT, BenchError
from bench.revision import checked_out

PAGE = ROOT / "docs" / "build-speed.md"
PAIRED_SIZES = [500, 2_000, 10_000]
SIZES = [10, 500, 2_000, 5_000, 10_000, 20_000]
PEERS = {"mkdocs": "MkDocs", "mkdocs-material": "Material", "hugo": "Hugo"}


def main(description: str | None) -> int:
    """Run the command; gives the exit status."""
    arguments = _arguments(description)
    load = load_before()
    if arguments.against:
        return _against(arguments, load)
    with ExitStack() as stack:
        work = arguments.work or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        try:
            measured = {
                size: measure(
                    work.resolve() / str(size),
                    size,
                    arguments.runs,
                    size <= arguments.no_material_above,
                    say,
                )
                for size in sorted(arguments.entries)
            }
            saved = _saved(work.resolve(), arguments) if arguments.saves else None
        except BenchError as error:
            print(error, file=sys.stderr)
            return 2
    noted = {**facts(arguments.date, arguments.runs, PEERS), "load": load}
    text = report(noted, measured, saved)
    if arguments.json:
        result = {**noted, "sizes": _as_data(measured), "saved": saved}
        arguments.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if arguments.write:
        put(PAGE, text)
    print(text, end="")
    return 0


def _against(arguments: argparse.Namespace, load: float | None) -> int:
    """Measure nothing but whole builds, beside those of another revision."""
    sizes = PAIRED_SIZES if arguments.entries is SIZES else sorted(arguments.entries)
    with ExitStack() as stack:
        work = arguments.work or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        try:
            other = stack.enter_context(checked_out(arguments.against))
            found = paired.measure(other, work.resolve(), sizes, arguments.runs, say)
        except BenchError as error:
            print(error, file=sys.stderr)
            return 2
    noted = {**facts(arguments.date, arguments.runs, PEERS), "load": load}
    if arguments.json:
        pairs = {name: asdict(each) for name, each in found.items()}
        result = {**noted, "against": arguments.against, "catalogs": pairs}
        arguments.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(paired.report(arguments.against, noted, found), end="")
    return 0


def _saved(work: Path, arguments: argparse.Namespace) -> dict[str, float] | None:
    """How soon a saved entry is served, at the largest size up to 2,000."""
    size = max((n for n in arguments.entries if n <= 2_000), default=None)
    if size is None:
        return None
    say(f"{size} entries: saving one while the site is served …")
    return {"size": size, "seconds": saving(work / str(size) / "catalog", arguments.saves)}


def _as_data(measured: dict[int, Builds]) -> dict[int, dict[str, list[dict[str, float]]]]:
    return {
        size: {name: [asdict(run) for run in runs] for name, runs in found.runs.items()}
        for size, found in measured.items()
    }


def _arguments(description: str | None) -> argparse.Namespace:
    options = parser(description)
    add = options.add_argument
    add(
        "--entries",
        nargs="+",
        default=SIZES,
        help="default: all sizes",
        type=positive,
        metavar="N",
    )
    add("--runs", default=3, help="of each (default: %(default)s)", type=positive, metavar="N")
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
    add_output(options, PAGE, "table")
    arguments = options.parse_args()
    if arguments.against and arguments.write:
        options.error("--write goes without --against")
    return arguments
