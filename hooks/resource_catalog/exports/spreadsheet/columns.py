"""Define the columns of the table of entries, and convert entries to rows.

Columns follow from the model and the facets. A group of keys has one column per
key (``retired_on``); a list of groups has numbered columns (``link_2_url``).
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
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.model.field_declaration import (
    DeclaredField,
    declared_fields,
    maintainers_only,
)
from resource_catalog.model.field_types.value_type import ValueName
from resource_catalog.model.messages import _
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.vocabulary import Term, Vocabulary

ID: YamlPath = ("id",)


@dataclass(frozen=True)
class Column:
    """One column: its ``name``, the ``path`` of its value in an entry, and its description."""

    name: str
    path: YamlPath
    is_list: bool = False
    about: str = ""
    terms: tuple[str, ...] = ()
    """The allowed values, if they are a fixed set."""
    labels: Mapping[str, str] = field(default_factory=dict, compare=False)
    """The labels of allowed values that have one."""
    value_type: ValueName | None = None
    is_required: bool = False
    for_maintainers: bool = False
    """Whether readers must not see it."""
    label: str = ""


Vocabularies = Mapping[str, Vocabulary[Term]]


def columns(
    facets: Vocabularies, group_counts: Mapping[str, int], record: type[Entry] = Entry
) -> tuple[Column, ...]:
    """All columns of entries of the type ``record``.

    ``group_counts`` are how many groups each list of groups has columns for.
    """
    about_id = _("The name of the entry; the last part of its address.")
    found = [Column("id", ID, about=about_id, is_required=True)]
    by_key = {vocabulary.key or facet: vocabulary for facet, vocabulary in facets.items()}
    for key in entry_keys(facets, record):
        if vocabulary := by_key.get(key):
            about = vocabulary.description or vocabulary.label
            terms = tuple(vocabulary.by_id)
            found.append(Column(key, (key,), not vocabulary.single, about, terms))
        else:
            found += _columns_of(declared_fields(record)[key], group_counts)
    return tuple(found)


@cache
def list_groups() -> Mapping[str, type[BaseModel]]:
    """The keys of an entry whose values are lists of groups, with the record type of a group."""
    declared = declared_fields(Entry).values()
    return {field.key: field.record for field in declared if field.record and field.is_list}


@cache
def single_groups() -> Mapping[str, type[BaseModel]]:
    """The keys of an entry whose values are groups of keys, with their record types."""
    declared = declared_fields(Entry).values()
    return {field.key: field.record for field in declared if field.record and not field.is_list}


def max_group_counts(entries: Iterable[Entry]) -> dict[str, int]:
    """The largest number of groups in each list of groups; at least one."""
    entry_list = list(entries)
    return {key: max((1, *map(len, map(attrgetter(key), entry_list)))) for key in list_groups()}


def entry_data(entry: Entry, facets: Vocabularies, *, for_readers: bool = False) -> dict[str, Any]:
    """An entry as plain data, with the keys of its file in their order.

    With ``for_readers``, the fields for maintainers are left out.
    """
    left_out = maintainers_only(type(entry)) if for_readers else None
    data = _without_empty(entry.model_dump(mode="json", exclude=left_out))
    for facet, vocabulary in facets.items():
        terms = entry.tags.get(facet, ())
        if terms:
            data[vocabulary.key or facet] = terms[0] if vocabulary.single else list(terms)
    return {key: data[key] for key in entry_keys(facets, type(entry)) if key in data}


def entry_row(entry: Entry, facets: Vocabularies, columns_shown: Iterable[Column]) -> list[str]:
    """The cells of an entry."""
    cells_by_path = _cells(entry, facets)
    return [cells_by_path.get(column.path, "") for column in columns_shown]


def singular(key: str) -> str:
    """``link`` for ``links``: the prefix of numbered columns."""
    return key.removesuffix("s")


def _cells(entry: Entry, facets: Vocabularies) -> dict[YamlPath, str]:
    """The cells of an entry by path, without empty ones."""
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
    if isinstance(value, bool):
        return str(value).lower()
    return cells.escape_formula(cells.join_items(value) if isinstance(value, tuple) else str(value))


def _columns_of(declared: DeclaredField, group_counts: Mapping[str, int]) -> Iterator[Column]:
    key = declared.key
    if declared.record is None:
        yield _column(declared, key, (key,))
    elif not declared.is_list:
        yield from _parts(declared.record, _column(declared, key, (key,)))
    else:
        for place in range(group_counts.get(key, 1)):
            group = _column(declared, f"{singular(key)}_{place + 1}", (key, place))
            yield from _parts(declared.record, group, place)


def _parts(record: type[BaseModel], group: Column, place: int = 0) -> Iterator[Column]:
    """The columns of a group of keys. None is required, since the group is optional."""
    for key, declared in declared_fields(record).items():
        column = _column(declared, f"{group.name}_{key}", (*group.path, key))
        yield replace(
            column,
            about=_about(column, place, group.path[0]),
            is_required=False,
            for_maintainers=column.for_maintainers or group.for_maintainers,
        )


def _about(column: Column, place: int, key: object) -> str:
    """What a column of a group is about, and which group it is."""
    if not place:
        return column.about
    return _(
        "%(about)s Number %(number)s of its %(key)s.",
        about=column.about,
        number=place + 1,
        key=key,
    )


def _column(declared: DeclaredField, name: str, path: YamlPath) -> Column:
    return Column(
        name=name,
        path=path,
        is_list=declared.is_list,
        about=declared.translated(declared.description),
        label=declared.translated(declared.label),
        terms=declared.options,
        labels=declared.option_labels,
        value_type=declared.value_type,
        is_required=declared.is_required,
        for_maintainers=declared.for_maintainers,
    )


def _without_empty(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_empty(value) for key, value in data.items() if value}
    return [_without_empty(item) for item in data] if isinstance(data, list) else data
