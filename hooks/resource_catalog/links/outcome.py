"""Outcome of a run: a row for each link, and which of them make it fail."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence

from resource_catalog.links import report
from resource_catalog.links.conclude import RunPlan
from resource_catalog.links.ledger import Ledger, LinkRecord
from resource_catalog.links.report import LinkReportRow
from resource_catalog.links.targets import Finding, Target

Outcome = Sequence[tuple[LinkReportRow, bool]]
"""Rows, each with whether it makes the run fail."""


def of_run(
    plan: RunPlan,
    records: Mapping[str, LinkRecord],
    findings: Mapping[str, Finding],
    today: datetime.date,
) -> Outcome:
    """What came of the links that were asked; records and findings are by address."""
    found = []
    for target in plan.targets:
        record = records[target.url]
        row = report.checked_row(target, findings[target.url], record, today)
        found.append((row, report.fails_run(row, record, plan.fail_on, plan.retired_entries)))
    return found


def from_memory(
    targets: Sequence[Target], ledger: Ledger, retired_entries: Collection[str]
) -> Outcome:
    """What a ledger knows of links; ``left`` are entries that were retired or replaced."""
    found = []
    for target in targets:
        if record := ledger.links.get(target.url):
            row = report.ledger_row(target, record)
            found.append((row, report.fails_run(row, record, (), retired_entries)))
    return found
