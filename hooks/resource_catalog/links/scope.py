"""Scope: what a run asks, of a catalog or a part of it, and what makes it fail at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from resource_catalog.links import ledger, selection, state
from resource_catalog.links.conclude import Task, left, vouched_for
from resource_catalog.links.ledger import Ledger
from resource_catalog.load import Loaded, addresses


def of_catalog(loaded: Loaded, known: Ledger) -> Task:
    """All links of a catalog. Only of a sound one is it certain that there are no others."""
    return Task(
        selection.targets(loaded),
        ledger.inherited(known, addresses(loaded.catalog.entries.values())),
        vouched_for(loaded),
        whole=not loaded.problems,
        left=left(loaded),
    )


def of_entries(task: Task, entries: Collection[str]) -> Task:
    """The links of some entries, to try them out. Raises :class:`selection.CannotSelect`."""
    found = selection.of_entries(task.targets, entries)
    kind = f"entries {' '.join(sorted(entries))}"
    return replace(task, targets=found, kind=kind, at_once=state.NOT_THERE, whole=False)


def of_change(task: Task, folder: Path, since: str, git: selection.Git) -> Task:
    """The links that a change adds or alters. Raises :class:`selection.CannotSelect`."""
    found = selection.changed_since(task.targets, folder, since, git)
    return replace(
        task, targets=found, kind=f"since {since}", at_once=state.SURELY_BROKEN, whole=False
    )


def of_list(text: str, name: str, known: Ledger) -> Task:
    """Addresses that are in no entry, to try them out. Raises :class:`selection.CannotSelect`."""
    found = selection.from_list(text, name)
    return Task(found, known, kind="urls", at_once=state.NOT_THERE)


def of_shard(task: Task, shard: str) -> Task:
    """One part of the links, such as ``2/8``. Raises :class:`selection.CannotSelect`."""
    found = selection.of_shard(task.targets, shard)
    return replace(task, targets=found, kind=f"{task.kind} {shard}", whole=False)


def shards(addresses: int, each: int, most: int) -> list[str]:
    """The parts that so many addresses are shared out in, for machines that take ``each``."""
    machines = min(max(1, -(-addresses // each)), most)
    return [f"{part}/{machines}" for part in range(1, machines + 1)]
