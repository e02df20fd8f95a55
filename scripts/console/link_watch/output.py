"""Print the report of a run and write its JSON file."""

from __future__ import annotations

import sys
from pathlib import Path

from console.link_watch.options import Options
from resource_catalog.links.report import run_report
from resource_catalog.links.report.run_outcome import Outcome
from resource_catalog.loading.saving.whole_file import write_file


def print_outcome(options: Options, outcome: Outcome) -> int:
    """Print the report in the chosen format; return the exit status."""
    rows = [row for row, _ in outcome]
    broken = [row for row, fails in outcome if fails]
    text = run_report.format_json(rows) + "\n"
    if options.json and options.json != "-":
        write_file(Path(options.json), text)
    as_json = options.format == "json" or options.json == "-"
    if as_json:
        print(text, end="")
    elif report_text := run_report.FORMATS[options.format](rows, broken):
        print(report_text)
    if as_json or options.format != "markdown":
        print(run_report.summary(rows, broken), file=sys.stderr if as_json else sys.stdout)
    sys.stdout.flush()
    return 1 if broken else 0
