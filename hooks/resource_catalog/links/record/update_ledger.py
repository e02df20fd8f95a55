"""Update the ledger with the findings of a run; what a run has to check."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from resource_catalog.links.record.strikes import next_record
from resource_catalog.links.targets import Finding, Target
from resource_catalog.loading.catalog_folder import LoadedCatalog
from resource_catalog.model.link_ledger import EMPTY, Ledger, LinkRecord


@dataclass(frozen=True)
class RunPlan:
    """The links that a run checks, and what is known about them.

    ``verified`` maps URLs to the day of their manual verification. ``run_key`` identifies runs
    that may be resumed as one another. ``fail_on`` are verdicts that fail the run at once.
    ``is_complete`` is whether ``targets`` are all links of a catalog without problems.
    ``retired_entries`` are ids of entries that are retired or replaced, whose links may be gone.
    """

    targets: Sequence[Target]
    ledger: Ledger = EMPTY
    verified: Mapping[str, datetime.date] = field(default_factory=dict)
    run_key: str = "all"
    fail_on: Collection[str] = ()
    is_complete: bool = False
    retired_entries: Collection[str] = ()

    @property
    def unique_targets(self) -> list[Target]:
        """The first target of each URL."""
        return list({target.url: target for target in reversed(self.targets)}.values())[::-1]


def verified_dates(loaded: LoadedCatalog) -> dict[str, datetime.date]:
    """The day of the latest manual verification of each URL."""
    dates: dict[str, datetime.date] = {}
    for entry in loaded.catalog.entries.values():
        if entry.verified is not None:
            for link in entry.links:
                dates[link.url] = max(entry.verified.on, dates.get(link.url, entry.verified.on))
    return dates


def retired_entries(loaded: LoadedCatalog) -> frozenset[str]:
    """The ids of entries that are retired or replaced."""
    entries = loaded.catalog.entries.values()
    return frozenset(entry.id for entry in entries if entry.retired or entry.replaced_by)


def updated_records(
    plan: RunPlan, findings: Iterable[tuple[datetime.date, Finding]]
) -> dict[str, LinkRecord]:
    """The new records of checked URLs, from findings with their days, in chronological order."""
    records: dict[str, LinkRecord] = {}
    for day, finding in findings:
        old = records.get(finding.url) or plan.ledger.links.get(finding.url)
        records[finding.url] = next_record(old, finding, day, plan.verified.get(finding.url))
    return records


def with_records(ledger: Ledger, records: Mapping[str, LinkRecord]) -> Ledger:
    """A copy of the ledger with new records added or replaced."""
    return ledger.model_copy(update={"links": {**ledger.links, **records}})
