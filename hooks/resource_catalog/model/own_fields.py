"""Add the fields that a catalog declares to the type of its entries.

They are declared like all others, so that schema, table, page, form and search follow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pydantic import create_model

from resource_catalog.model.field_declaration import declared_fields, field
from resource_catalog.model.field_types import Line, LongLine, Number, PartialDate, Url
from resource_catalog.model.messages import _, translated
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.own_field import KIND_LABELS, Kind, OwnField

_SEARCH_WEIGHT = 2
_TYPES: Mapping[Kind, tuple[Any, Any, Any]] = {
    "text": (LongLine | None, None, "Version 2.1"),
    "number": (Number | None, None, "1250"),
    "date": (PartialDate | None, None, "2017-09"),
    "link": (Url | None, None, "https://example.org/"),
    "list": (tuple[Line, ...], (), ["first", "second"]),
}
"""The type hint of each kind, its default and an example."""

_OTHER_NAMES = frozenset({"url", "name", "order", "newest", "shortest", "best"})
"""What exports and orders of the list call something else."""

_COLUMN_OF_A_GROUP = re.compile(
    "|".join(
        f"{key.removesuffix('s')}_[0-9].*" if declared.is_list else f"{key}_.*"
        for key, declared in declared_fields(Entry).items()
        if declared.record
    )
)


def is_reserved(name: str) -> bool:
    """Whether no field can have this name, since entries or exports use it otherwise."""
    return (
        name in Entry.model_fields
        or name in _OTHER_NAMES
        or hasattr(Entry, name)
        or _COLUMN_OF_A_GROUP.fullmatch(name) is not None
    )


@lru_cache(maxsize=32)
def entry_type(own: tuple[OwnField, ...] = ()) -> type[Entry]:
    """The type of entries that have these fields as well, without those with reserved names."""
    usable = {known.name: known for known in reversed(own) if not is_reserved(known.name)}
    if not usable:
        return Entry
    fields: dict[str, Any] = {
        known.name: _declaration(known) for known in reversed(usable.values())
    }
    return create_model("Entry", __base__=Entry, __module__=Entry.__module__, **fields)


def _declaration(own: OwnField) -> tuple[Any, Any]:
    hint, default, example = _TYPES[own.kind]
    return hint, field(
        own.description
        or _("%(label)s: %(kind)s.", label=own.label, kind=translated(KIND_LABELS[own.kind])),
        default=default,
        example=example,
        label=own.label,
        search=_SEARCH_WEIGHT if own.search else 0,
        translatable=own.kind in ("text", "list"),
        is_own=True,
    )
