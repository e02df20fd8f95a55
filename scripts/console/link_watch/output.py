"""Saying what was found: on the terminal, in a file, for a workflow."""

from __future__ import annotations

import sys
from pathlib import Path

from console.link_watch.options import Options
from resource_catalog.links import journal, report
from resource_catalog.links.outcome import Outcome


def print_outcome(options: Options, found: Outcome) -> int:
    """Say it in the form that is wanted; gives the exit status."""
    rows = [row for row, _ in found]
    red = [row for row, is_red in found if is_red]
    text = report.format_json(rows) + "\n"
    if options.json and options.json != "-":
        journal.write_atomically(Path(options.json), text)
    as_json = options.format == "json" or options.json == "-"
    if as_json:
        print(text, end="")
    elif listing := report.FORMATS[options.format](rows, red):
        print(listing)
    if as_json or options.format != "markdown":
        print(report.summary(rows, red), file=sys.stderr if as_json else sys.stdout)
    sys.stdout.flush()
    return 1 if red else 0
