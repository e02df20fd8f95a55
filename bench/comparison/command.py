"""The command ``scripts/compare_sites.py``: parse its options and report differences."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from bench.command_line import argument_parser, positive_int, print_progress
from bench.comparison.difference import Difference, differences
from bench.comparison.exemptions import Exemption, read_exemptions
from bench.comparison.files import read_site
from bench.comparison.sites import build_pairs, copy_hand_written_pages
from bench.project import BenchError
from bench.revision import resolve_commit, temporary_worktree


def main(description: str | None) -> int:
    """Run the command; return the exit status."""
    arguments = _arguments(description)
    exemptions = read_exemptions()
    passed = True
    with ExitStack() as stack:
        scratch = arguments.work or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        work = scratch.resolve()
        try:
            commit = resolve_commit(arguments.revision)[:10]
            print(f"This checkout (here) and {arguments.revision} ({commit}, there)", flush=True)
            old = stack.enter_context(temporary_worktree(arguments.revision))
            if not arguments.own_docs:
                copy_hand_written_pages(old)
            for name, there, here in build_pairs(old, work, arguments.entries, print_progress):
                ours = read_site(here)
                found = differences(read_site(there), ours, exemptions)
                passed = passed and all(each.exemption for each in found)
                print(*_report(name, len(ours), found, arguments.most), sep="\n", flush=True)
        except BenchError as error:
            print(error, file=sys.stderr)
            return 2
    return 0 if passed else 1


def _report(name: str, files: int, found: Sequence[Difference], most: int) -> Iterator[str]:
    wrong = [each for each in found if each.exemption is None]
    passed: Counter[Exemption] = Counter(each.exemption for each in found if each.exemption)
    yield f"{name}: {files:,} files, {len(wrong) or 'none'} differ"
    for exemption, number in passed.items():
        yield f"  {number} may differ. {exemption.reason}"
    for each in wrong[:most]:
        yield from (f"  {line}" for line in each.lines())
    if len(wrong) > most:
        yield f"  … and {len(wrong) - most} more"


def _arguments(description: str | None) -> argparse.Namespace:
    options = argument_parser(description)
    add = options.add_argument
    add(
        "--with",
        dest="revision",
        required=True,
        metavar="REVISION",
        help="of this repository, as git names it, such as main or a commit",
    )
    add(
        "--entries",
        type=positive_int,
        nargs="*",
        default=[500],
        metavar="N",
        help="sizes of the invented catalogs, beside the real one (default: 500)",
    )
    add(
        "--own-docs",
        action="store_true",
        help="let the other revision build its own hand-written pages, not those of this checkout",
    )
    add(
        "--most",
        type=positive_int,
        default=20,
        metavar="N",
        help="files to show of each site (default: %(default)s)",
    )
    add("--work", type=Path, metavar="DIR", help="a new folder to keep catalogs and sites in")
    return options.parse_args()
