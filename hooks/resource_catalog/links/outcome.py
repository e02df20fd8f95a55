"""Outcome of a run: a row for each link, and which of them make it fail."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence

from resource_catalog.links import report
from resource_catalog.links.conclude import Task
from resource_catalog.links.ledger import Ledger, Record
from resource_catalog.links.report import Row
from resource_catalog.links.targets import Finding, Target

Outcome = Sequence[tuple[Row, bool]]
"""Rows, each with whether it makes the run fail."""


def of_run(
    task: Task,
    records: Mapping[str, Record],
    findings: Mapping[str, Finding],
    today: datetime.date,
) -> Outcome:
    """What came of the links that were asked; records and findings are by address."""
    found = []
    for target in task.targets:
        record = records[target.url]
        row = report.row(target, findings[target.url], record, today)
        found.append((row, report.is_red(row, record, task.at_once, task.left)))
    return found


def from_memory(targets: Sequence[Target], ledger: Ledger, left: Collection[str]) -> Outcome:
    """What a ledger knows of links; ``left`` are entries that were retired or replaced."""
    found = []
    for target in targets:
        if record := ledger.links.get(target.url):
            row = report.remembered(target, record)
            found.append((row, report.is_red(row, record, (), left)))
    return found
