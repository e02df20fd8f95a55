"""Conclusions: the findings of a run put into the ledger."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from resource_catalog.links.ledger import EMPTY, Ledger, LinkRecord
from resource_catalog.links.state import after
from resource_catalog.links.targets import Finding, Target
from resource_catalog.load import Loaded


@dataclass(frozen=True)
class Task:
    """What a run has to do: the links to ask, and what is known before.

    ``kind`` tells runs apart that must not be resumed as one another.
    ``at_once`` are verdicts that fail the run however new they are. ``whole`` is
    set when ``targets`` are all the links of a sound catalog. ``left`` are the
    entries that were retired or replaced, whose links may rest as they are.
    """

    targets: Sequence[Target]
    ledger: Ledger = EMPTY
    verified: Mapping[str, datetime.date] = field(default_factory=dict)
    kind: str = "all"
    at_once: Collection[str] = ()
    whole: bool = False
    left: Collection[str] = ()

    @property
    def addresses(self) -> list[Target]:
        """Each address once, at the first place it stands."""
        return list({target.url: target for target in reversed(self.targets)}.values())[::-1]


def vouched_for(loaded: Loaded) -> dict[str, datetime.date]:
    """The day of the latest person's word on each address."""
    found: dict[str, datetime.date] = {}
    for entry in loaded.catalog.entries.values():
        if entry.verified is not None:
            for link in entry.links:
                found[link.url] = max(entry.verified.on, found.get(link.url, entry.verified.on))
    return found


def left(loaded: Loaded) -> frozenset[str]:
    """The entries that were retired or replaced."""
    entries = loaded.catalog.entries.values()
    return frozenset(entry.id for entry in entries if entry.retired or entry.replaced_by)


def concluded(
    task: Task, findings: Iterable[tuple[datetime.date, Finding]]
) -> dict[str, LinkRecord]:
    """The records of the addresses that were asked, from findings with their days, in order."""
    records: dict[str, LinkRecord] = {}
    for day, finding in findings:
        old = records.get(finding.url) or task.ledger.links.get(finding.url)
        records[finding.url] = after(old, finding, day, task.verified.get(finding.url))
    return records


def with_records(ledger: Ledger, records: Mapping[str, LinkRecord]) -> Ledger:
    """The ledger with new records in place of the old ones."""
    return ledger.model_copy(update={"links": {**ledger.links, **records}})
