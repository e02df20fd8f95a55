"""Compute the outcome of a run: a report row for each link, and whether it fails the run."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence

from resource_catalog.links.finding import Finding
from resource_catalog.links.record.run_plan import RunPlan
from resource_catalog.links.report import run_report
from resource_catalog.links.report.run_report import LinkReportRow
from resource_catalog.links.target import Target
from resource_catalog.model.ledger.link_ledger import Ledger, LinkRecord

Outcome = Sequence[tuple[LinkReportRow, bool]]
"""Report rows, each with whether it fails the run."""


def run_outcome(
    plan: RunPlan,
    records: Mapping[str, LinkRecord],
    findings: Mapping[str, Finding],
    today: datetime.date,
) -> Outcome:
    """The outcome of a run, from its records and findings by URL."""
    outcome = []
    for target in plan.targets:
        record = records[target.url]
        row = run_report.checked_row(target, findings[target.url], record, today)
        outcome.append((row, run_report.fails_run(row, record, plan.fail_on, plan.retired_entries)))
    return outcome


def ledger_outcome(
    targets: Sequence[Target], ledger: Ledger, retired_entries: Collection[str]
) -> Outcome:
    """The outcome according to a ledger; ``retired_entries`` are ids of retired entries."""
    outcome = []
    for target in targets:
        if record := ledger.links.get(target.url):
            row = run_report.ledger_row(target, record)
            outcome.append((row, run_report.fails_run(row, record, (), retired_entries)))
    return outcome
