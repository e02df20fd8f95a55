"""Saying what was found: on the terminal, in a file, for a workflow."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from link_watch.options import Options
from resource_catalog.links import journal, report
from resource_catalog.links.conclude import RunPlan
from resource_catalog.links.ledger import LinkRecord
from resource_catalog.links.report import LinkReportRow
from resource_catalog.links.targets import Finding


def rows(
    options: Options, plan: RunPlan, records: dict[str, LinkRecord], findings: dict[str, Finding]
) -> list[tuple[LinkReportRow, bool]]:
    """A row for each link that was asked, and whether it makes the run fail."""
    found = []
    for target in plan.targets:
        record = records[target.url]
        row = report.checked_row(target, findings[target.url], record, options.today)
        found.append((row, report.fails_run(row, record, plan.fail_on, plan.retired_entries)))
    return found


def say(options: Options, found: Sequence[tuple[LinkReportRow, bool]]) -> int:
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
