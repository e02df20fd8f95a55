"""Tell which keys records have in YAML, and which record is at a path inside another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_origin

from pydantic.fields import FieldInfo

from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.model.records.record import Record


@cache
def keys_of(model: type[Record]) -> tuple[str, ...]:
    """The keys of a record in YAML."""
    return tuple(name for name, field in model.model_fields.items() if not field.exclude)


@cache
def all_keys_of(model: type[Record]) -> frozenset[str]:
    """The keys of a record in YAML, and those of all groups inside it."""
    inner = [r for info in model.model_fields.values() for r in records_in(info.annotation)]
    return frozenset(keys_of(model)).union(*map(all_keys_of, inner))


def field_at(model: type[Record], path: YamlPath) -> FieldInfo:
    """The field at a path of keys and list positions inside ``model``."""
    return record_at(model, path[:-1]).model_fields[str(path[-1])]


def record_at(model: type[Record], path: YamlPath) -> type[Record]:
    """The record type at a path of keys and list positions inside ``model``."""
    steps = iter(path)
    for step in steps:
        if isinstance(step, str):
            annotation: Any = model.model_fields[step].annotation
            found = records_in(annotation)
            if found:
                model = found[0]
                if get_origin(annotation) is Mapping:
                    next(steps, None)  # the key of a record, which is no field
    return model


def records_in(annotation: Any) -> list[type[Record]]:
    """The record types in a type hint: those of the groups of keys that a field may have."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return [annotation]
    return [r for part in getattr(annotation, "__args__", ()) for r in records_in(part)]
