"""The command line: what the benchmarks have in common as commands."""

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

from bench.project import ROOT, installed

BUSY = 0.5
"""A load above this, before anything has run, makes figures worse."""


def parser(description: str | None) -> argparse.ArgumentParser:
    """A parser that prints a description as it stands."""
    return argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def add_output(to: argparse.ArgumentParser, page: Path, tables: str) -> None:
    """Add the options that say where figures go: ``tables`` are written into ``page``."""
    to.add_argument("--json", type=Path, metavar="FILE", help="write every figure there too")
    to.add_argument(
        "--write", action="store_true", help=f"put the {tables} into {page.relative_to(ROOT)}"
    )
    to.add_argument(
        "--date",
        type=datetime.date.fromisoformat,
        default=datetime.date.today(),
        help="to be noted (default: today)",
    )


def positive(text: str) -> int:
    """A whole number from 1 on. Raises ``ArgumentTypeError``."""
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 1 on")
    return int(text)


def load_before() -> float | None:
    """How many programs wanted to run in the last minute, where the system says so.

    Warns when that is enough to make figures worse.
    """
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    if load is not None and load > BUSY:
        say(f"The machine is busy (load {load:.1f}): expect figures that are too high.")
    return load


def facts(date: datetime.date, runs: int, peers: Mapping[str, str]) -> dict[str, Any]:
    """What is noted beside figures; ``peers`` are labels of packages by their names."""
    return {
        "date": date.isoformat(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "peers": [f"{label} {version(name)}" for name, label in peers.items() if installed(name)],
        "runs": runs,
    }


def say(text: str) -> None:
    """Print a line of progress on standard error."""
    print(text, file=sys.stderr, flush=True)
