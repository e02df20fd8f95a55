"""Command-line options, progress output and run information shared by the benchmarks."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.project import ROOT, is_installed

BUSY_LOAD = 0.5
"""A load average above this, before anything has run, distorts the figures."""


def argument_parser(description: str | None) -> argparse.ArgumentParser:
    """A parser that prints ``description`` without rewrapping it."""
    return argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def add_output_options(parser: argparse.ArgumentParser, page: Path, tables: str) -> None:
    """Add the options for the output; ``--write`` puts the ``tables`` into ``page``."""
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure there too")
    parser.add_argument(
        "--write", action="store_true", help=f"put the {tables} into {page.relative_to(ROOT)}"
    )
    parser.add_argument(
        "--date",
        type=datetime.date.fromisoformat,
        default=datetime.date.today(),
        help="to be noted (default: today)",
    )


def positive_int(text: str) -> int:
    """Parse an integer of at least 1. Raises ``ArgumentTypeError``."""
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 1 on")
    return int(text)


def load_average() -> float | None:
    """The load average of the last minute; None where the system has none.

    Warns when it is high enough to distort the figures.
    """
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    if load is not None and load > BUSY_LOAD:
        print_progress(f"The machine is busy (load {load:.1f}): expect figures that are too high.")
    return load


def run_info(date: datetime.date, runs: int, peers: Mapping[str, str]) -> dict[str, Any]:
    """What is recorded beside the figures; ``peers`` maps package names to labels."""
    return {
        "date": date.isoformat(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "peers": [
            f"{label} {version(name)}" for name, label in peers.items() if is_installed(name)
        ],
        "runs": runs,
    }


def print_progress(text: str) -> None:
    """Print a line of progress on standard error."""
    print(text, file=sys.stderr, flush=True)
