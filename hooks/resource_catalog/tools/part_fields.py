"""Declare the fields that parts of several kinds of tools have, and look up what they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import field
from resource_catalog.model.records.entry import Entry


class Helped(Protocol):
    """A part of a tool that names the entries and tools that help with it."""

    @property
    def id(self) -> str:
        """The id by which answers are kept."""

    @property
    def entries(self) -> tuple[str, ...]:
        """Their ids."""


def lasting_id(example: str) -> Any:
    """Declare the id of a part by which browsers keep answers."""
    return field("Small letters and hyphens; never used again for another.", example=example)


def group_id(example: str) -> Any:
    """Declare the id of a group of parts, by which nothing is kept."""
    return field("Small letters and hyphens.", example=example)


def helping_entries() -> Any:
    """Declare the ids of what helps with a part."""
    return field(
        "Ids of the entries or tools that help with it.", default=(), example=["planning-guide"]
    )


def help_by_part(parts: Iterable[Helped], catalog: Catalog) -> Mapping[str, tuple[Entry, ...]]:
    """The entries and tools that help with each part, by the id of the part."""
    return {part.id: catalog.items(part.entries) for part in parts}


def help_with_all(parts: Iterable[Helped], catalog: Catalog) -> tuple[Entry, ...]:
    """The entries and tools that help with any of the parts."""
    return catalog.items(name for part in parts for name in part.entries)
