"""Scope: what a run asks, of a catalog or a part of it, and what makes it fail at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from resource_catalog.links import ledger, selection, state
from resource_catalog.links.conclude import RunPlan, retired_entries, verified_dates
from resource_catalog.links.ledger import Ledger
from resource_catalog.load import Loaded, addresses


def of_catalog(loaded: Loaded, known: Ledger) -> RunPlan:
    """All links of a catalog. Only of a sound one is it certain that there are no others."""
    return RunPlan(
        selection.all_targets(loaded),
        ledger.with_former_urls(known, addresses(loaded.catalog.entries.values())),
        verified_dates(loaded),
        is_complete=not loaded.problems,
        retired_entries=retired_entries(loaded),
    )


def of_entries(plan: RunPlan, entries: Collection[str]) -> RunPlan:
    """The links of some entries, to try them out. Raises :class:`selection.CannotSelect`."""
    found = selection.select_entries(plan.targets, entries)
    kind = f"entries {' '.join(sorted(entries))}"
    return replace(
        plan, targets=found, run_key=kind, fail_on=state.BROKEN_VERDICTS, is_complete=False
    )


def of_change(plan: RunPlan, folder: Path, since: str, git: selection.RunGit) -> RunPlan:
    """The links that a change adds or alters. Raises :class:`selection.CannotSelect`."""
    found = selection.select_changed(plan.targets, folder, since, git)
    return replace(
        plan,
        targets=found,
        run_key=f"since {since}",
        fail_on=state.CERTAINLY_BROKEN,
        is_complete=False,
    )


def of_list(text: str, name: str, known: Ledger) -> RunPlan:
    """Addresses that are in no entry, to try them out. Raises :class:`selection.CannotSelect`."""
    found = selection.parse_url_list(text, name)
    return RunPlan(found, known, run_key="urls", fail_on=state.BROKEN_VERDICTS)


def of_shard(plan: RunPlan, shard: str) -> RunPlan:
    """One part of the links, such as ``2/8``. Raises :class:`selection.CannotSelect`."""
    found = selection.select_shard(plan.targets, shard)
    return replace(plan, targets=found, run_key=f"{plan.run_key} {shard}", is_complete=False)


def shards(addresses: int, each: int, most: int) -> list[str]:
    """The parts that so many addresses are shared out in, for machines that take ``each``."""
    machines = min(max(1, -(-addresses // each)), most)
    return [f"{part}/{machines}" for part in range(1, machines + 1)]
