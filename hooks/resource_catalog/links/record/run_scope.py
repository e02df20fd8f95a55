"""Plan a run: which links of a catalog are checked, and which verdicts fail the run."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from resource_catalog.links.record import link_selection, strikes
from resource_catalog.links.record.update_ledger import RunPlan, retired_entries, verified_dates
from resource_catalog.loading.catalog_folder import LoadedCatalog, addresses
from resource_catalog.model import link_ledger
from resource_catalog.model.link_ledger import Ledger


def plan_catalog(loaded: LoadedCatalog, known: Ledger) -> RunPlan:
    """A plan for all links of a catalog; complete only if the catalog has no problems."""
    return RunPlan(
        link_selection.all_targets(loaded),
        link_ledger.with_former_urls(known, addresses(loaded.catalog.entries.values())),
        verified_dates(loaded),
        is_complete=not loaded.problems,
        retired_entries=retired_entries(loaded),
    )


def limit_to_entries(plan: RunPlan, entries: Collection[str]) -> RunPlan:
    """Limit a plan to some entries. Raises :class:`selection.SelectionError`."""
    targets = link_selection.select_entries(plan.targets, entries)
    run_key = f"entries {' '.join(sorted(entries))}"
    return replace(
        plan, targets=targets, run_key=run_key, fail_on=strikes.BROKEN_VERDICTS, is_complete=False
    )


def limit_to_changes(
    plan: RunPlan, folder: Path, since: str, git: link_selection.RunGit
) -> RunPlan:
    """Limit a plan to links changed since a commit. Raises :class:`selection.SelectionError`."""
    targets = link_selection.select_changed(plan.targets, folder, since, git)
    return replace(
        plan,
        targets=targets,
        run_key=f"since {since}",
        fail_on=strikes.CERTAINLY_BROKEN,
        is_complete=False,
    )


def plan_url_list(text: str, name: str, known: Ledger) -> RunPlan:
    """A plan for a list of URLs. Raises :class:`selection.SelectionError`."""
    targets = link_selection.parse_url_list(text, name)
    return RunPlan(targets, known, run_key="urls", fail_on=strikes.BROKEN_VERDICTS)


def limit_to_shard(plan: RunPlan, shard: str) -> RunPlan:
    """Limit a plan to a shard such as ``2/8``. Raises :class:`selection.SelectionError`."""
    targets = link_selection.select_shard(plan.targets, shard)
    return replace(plan, targets=targets, run_key=f"{plan.run_key} {shard}", is_complete=False)


def shard_names(addresses: int, each: int, most: int) -> list[str]:
    """The shards for a number of URLs, at most ``each`` per machine and ``most`` machines."""
    machines = min(max(1, -(-addresses // each)), most)
    return [f"{part}/{machines}" for part in range(1, machines + 1)]
