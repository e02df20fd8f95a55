"""Plan a run: which links of a catalog are checked, and which verdicts fail the run."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from resource_catalog.links.record import link_selection
from resource_catalog.links.record.state_rules import BROKEN_VERDICTS, CERTAINLY_BROKEN
from resource_catalog.links.target import Target
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.model.ledger import link_ledger
from resource_catalog.model.ledger.link_ledger import EMPTY, Ledger


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


def plan_catalog(loaded: LoadedCatalog, known: Ledger) -> RunPlan:
    """A plan for all links of a catalog; complete only if the catalog has no problems."""
    return RunPlan(
        link_selection.all_targets(loaded),
        link_ledger.with_former_urls(known, loaded.entries),
        verified_dates(loaded),
        is_complete=not loaded.problems,
        retired_entries=retired_entries(loaded),
    )


def limit_to_entries(plan: RunPlan, entries: Collection[str]) -> RunPlan:
    """Limit a plan to some entries. Raises :class:`link_selection.SelectionError`."""
    targets = link_selection.select_entries(plan.targets, entries)
    run_key = f"entries {' '.join(sorted(entries))}"
    return replace(
        plan, targets=targets, run_key=run_key, fail_on=BROKEN_VERDICTS, is_complete=False
    )


def limit_to_changes(
    plan: RunPlan, folder: Path, since: str, git: link_selection.RunGit
) -> RunPlan:
    """Limit a plan to links changed since a commit. Raises ``link_selection.SelectionError``."""
    targets = link_selection.select_changed(plan.targets, folder, since, git)
    return replace(
        plan,
        targets=targets,
        run_key=f"since {since}",
        fail_on=CERTAINLY_BROKEN,
        is_complete=False,
    )


def plan_url_list(text: str, name: str, known: Ledger) -> RunPlan:
    """A plan for a list of URLs. Raises :class:`link_selection.SelectionError`."""
    targets = link_selection.parse_url_list(text, name)
    return RunPlan(targets, known, run_key="urls", fail_on=BROKEN_VERDICTS)


def limit_to_shard(plan: RunPlan, shard: str) -> RunPlan:
    """Limit a plan to a shard such as ``2/8``. Raises :class:`link_selection.SelectionError`."""
    targets = link_selection.select_shard(plan.targets, shard)
    return replace(plan, targets=targets, run_key=f"{plan.run_key} {shard}", is_complete=False)


def shard_names(addresses: int, each: int, most: int) -> list[str]:
    """The shards for a number of URLs, at most ``each`` per machine and ``most`` machines."""
    machines = min(max(1, -(-addresses // each)), most)
    return [f"{part}/{machines}" for part in range(1, machines + 1)]


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
