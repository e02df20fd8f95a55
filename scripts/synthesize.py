#!/usr/bin/env python3
"""Write an invented catalog of any size, to measure builds and searches with.

Entry 17 is the same in a catalog of 50 and in one of 10,000, and the same seed
gives the same bytes on every machine. Exit status: 0 written, 2 not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from bench_path import add_bench

add_bench()

from bench.synthetic.catalog_files import OutputFolderError, prepare_folder, write_catalog

MAX_ENTRIES = 100_000


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--entries", type=_count, required=True, metavar="N", help=f"how many, 0 to {MAX_ENTRIES}"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the new folder")
    parser.add_argument(
        "--seed", type=int, default=0, metavar="S", help="another number, another catalog"
    )
    parser.add_argument(
        "--force", action="store_true", help="replace what this script wrote into DIR before"
    )
    arguments = parser.parse_args()
    out: Path = arguments.out
    try:
        prepare_folder(out, arguments.force)
        write_catalog(out, arguments.entries, arguments.seed, _progress(arguments.entries))
    except OutputFolderError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename or out} cannot be written: {error.strerror}.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"\nStopped: {out} is not complete. --force starts over.", file=sys.stderr)
        return 2
    print(f"{arguments.entries} entries written to {out}")
    return 0


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > MAX_ENTRIES:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 0 to {MAX_ENTRIES}")
    return int(text)


def _progress(count: int) -> Callable[[int], None]:
    """A callback that shows on a terminal how many entries are written."""

    def show(done: int) -> None:
        if on_terminal and (done % 500 == 0 or done == count):
            end = "\n" if done == count else ""
            print(f"\r{done} of {count} entries", end=end, file=sys.stderr, flush=True)

    on_terminal = sys.stderr.isatty()
    return show


if __name__ == "__main__":
    sys.exit(main())
