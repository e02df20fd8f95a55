"""Columns: which column of a table holds what of an entry.

Read from the model and the facets, so that a new key or a new facet has its
column without anyone's doing. A group of keys has a column for each
(``retired_on``), a list of groups has them once for each place (``link_2_url``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from operator import attrgetter
from typing import Any

from pydantic import BaseModel

from resource_catalog.exports.spreadsheet import cells
from resource_catalog.loading.tags import entry_keys
from resource_catalog.loading.yaml.reader import YamlPath
from resource_catalog.model.field_declaration import (
    DeclaredField,
    declared_fields,
    maintainers_only,
)
from resource_catalog.model.field_types import ValueName
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.vocabulary import Term, Vocabulary

ID: YamlPath = ("id",)


@dataclass(frozen=True)
class Column:
    """One column: its ``name``, the ``path`` of what it holds in an entry, and what that means."""

    name: str
    path: YamlPath
    is_list: bool = False
    about: str = ""
    terms: tuple[str, ...] = ()
    """The few values that it may hold, where they are few."""
    labels: Mapping[str, str] = field(default_factory=dict, compare=False)
    """What readers see in place of some of them."""
    value_type: ValueName | None = None
    is_needed: bool = False
    is_hidden: bool = False
    """Whether it holds what readers are not shown."""


Facets = Mapping[str, Vocabulary[Term]]


def columns(facets: Facets, places: Mapping[str, int]) -> tuple[Column, ...]:
    """Every column; ``places`` tells how often each list of groups has its own."""
    about_id = "The name of the entry; the last part of its address."
    found = [Column("id", ID, about=about_id, is_needed=True)]
    by_key = {vocabulary.key or facet: vocabulary for facet, vocabulary in facets.items()}
    for key in entry_keys(facets):
        if vocabulary := by_key.get(key):
            about = vocabulary.description or vocabulary.label
            terms = tuple(vocabulary.by_id)
            found.append(Column(key, (key,), not vocabulary.single, about, terms))
        else:
            found += _columns_of(key, places)
    return tuple(found)


@cache
def list_groups() -> Mapping[str, type[BaseModel]]:
    """The keys of an entry that hold a list of groups, with the record of one group."""
    declared = declared_fields(Entry).values()
    return {field.key: field.record for field in declared if field.record and field.is_list}


@cache
def single_groups() -> Mapping[str, type[BaseModel]]:
    """The keys of an entry that hold one group of keys, with its record."""
    declared = declared_fields(Entry).values()
    return {field.key: field.record for field in declared if field.record and not field.is_list}


def most_places(entries: Iterable[Entry]) -> dict[str, int]:
    """How many places each list of groups needs for all of these entries; at least one."""
    all_of_them = list(entries)
    return {key: max((1, *map(len, map(attrgetter(key), all_of_them)))) for key in list_groups()}


def entry_data(entry: Entry, facets: Facets, *, for_readers: bool = False) -> dict[str, Any]:
    """What an entry says, as plain data with the keys and the order of its file.

    With ``for_readers``, without what is for maintainers only.
    """
    left_out = maintainers_only(type(entry)) if for_readers else None
    data = _without_nothing(entry.model_dump(mode="json", exclude=left_out))
    for facet, vocabulary in facets.items():
        terms = entry.tags.get(facet, ())
        if terms:
            data[vocabulary.key or facet] = terms[0] if vocabulary.single else list(terms)
    return {key: data[key] for key in entry_keys(facets) if key in data}


def row(entry: Entry, facets: Facets, wanted: Iterable[Column]) -> list[str]:
    """The cells of an entry."""
    said = _cells(entry, facets)
    return [said.get(column.path, "") for column in wanted]


def singular(key: str) -> str:
    """``link`` for ``links``: what a column of one place is called after."""
    return key.removesuffix("s")


def _cells(entry: Entry, facets: Facets) -> dict[YamlPath, str]:
    """What an entry says, by the path of each thing, and not what it leaves open."""
    found: dict[YamlPath, str] = {}
    for facet, vocabulary in facets.items():
        if terms := entry.tags.get(facet):
            found[(vocabulary.key or facet,)] = _cell(terms)
    for key, value in entry:
        if key == "tags" or not value:
            continue
        if isinstance(value, Record):
            found.update(((key, part), _cell(text)) for part, text in value if text)
        elif isinstance(value, tuple) and isinstance(value[0], Record):
            for place, record in enumerate(value):
                found.update(((key, place, part), _cell(text)) for part, text in record if text)
        else:
            found[(key,)] = _cell(value)
    return found


def _cell(value: object) -> str:
    return cells.guarded(cells.joined(value) if isinstance(value, tuple) else str(value))


def _columns_of(key: str, places: Mapping[str, int]) -> Iterator[Column]:
    declared = declared_fields(Entry)[key]
    if declared.record is None:
        yield _column(declared, key, (key,))
    elif not declared.is_list:
        yield from _parts(declared.record, _column(declared, key, (key,)))
    else:
        for place in range(places.get(key, 1)):
            group = _column(declared, f"{singular(key)}_{place + 1}", (key, place))
            others = f" Number {place + 1} of its {key}." if place else ""
            yield from _parts(declared.record, group, others)


def _parts(record: type[BaseModel], group: Column, others: str = "") -> Iterator[Column]:
    """The columns of a group of keys. None of them must be filled in, as the group need not be."""
    for key, declared in declared_fields(record).items():
        column = _column(declared, f"{group.name}_{key}", (*group.path, key))
        yield replace(
            column,
            about=column.about + others,
            is_needed=False,
            is_hidden=column.is_hidden or group.is_hidden,
        )


def _column(declared: DeclaredField, name: str, path: YamlPath) -> Column:
    return Column(
        name=name,
        path=path,
        is_list=declared.is_list,
        about=declared.description,
        terms=declared.options,
        labels=declared.option_labels,
        value_type=declared.value_type,
        is_needed=declared.is_required,
        is_hidden=declared.for_maintainers,
    )


def _without_nothing(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_nothing(value) for key, value in data.items() if value}
    return [_without_nothing(item) for item in data] if isinstance(data, list) else data
