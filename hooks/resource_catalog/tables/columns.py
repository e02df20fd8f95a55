"""Columns: which column of a table holds what of an entry.

Read from the model and the facets, so that a new key or a new facet has its
column without anyone's doing. A group of keys has a column for each
(``retired_on``), a list of groups has them once for each place (``link_2_url``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any, get_args, get_origin

from resource_catalog.convert import keys_of
from resource_catalog.model import PHASES, STAGES, TYPES, Entry, Record, Term, Vocabulary
from resource_catalog.tables import cells

Path = tuple[str | int, ...]

ID: Path = ("id",)
HIDDEN = frozenset({("notes",), ("links", "formerly")})
"""What readers are not shown, and so stays out of tables for them."""

_BEFORE_FACETS = ("title", "also_known_as")
_BEHIND_FACETS = "part_of"
"""Ahead of this key stand the facets that not every catalog has."""


@dataclass(frozen=True)
class Column:
    """One column: its ``name``, the ``path`` of what it holds in an entry, and what that means."""

    name: str
    path: Path
    is_list: bool = False
    about: str = ""
    terms: tuple[str, ...] = ()
    """The few values that it may hold, where they are few."""

    @property
    def is_hidden(self) -> bool:
        """Whether it holds what readers are not shown."""
        return tuple(step for step in self.path if isinstance(step, str)) in HIDDEN


Facets = Mapping[str, Vocabulary[Term]]


def columns(facets: Facets, places: Mapping[str, int]) -> tuple[Column, ...]:
    """Every column; ``places`` tells how often each list of groups has its own."""
    found = [Column("id", ID, about="The name of the entry; the last part of its address.")]
    by_key = {vocabulary.key or facet: vocabulary for facet, vocabulary in facets.items()}
    for key in key_order(facets):
        if vocabulary := by_key.get(key):
            about = vocabulary.description or vocabulary.label
            terms = tuple(vocabulary.by_id)
            found.append(Column(key, (key,), not vocabulary.single, about, terms))
        else:
            found += _columns_of(key, places)
    return tuple(found)


def key_order(facets: Facets) -> tuple[str, ...]:
    """The keys of an entry in the order in which people write them."""
    keys = {facet: vocabulary.key or facet for facet, vocabulary in facets.items()}
    first = [keys.pop(facet) for facet in (TYPES, PHASES, STAGES)]
    own = [key for key in keys_of(Entry) if key not in _BEFORE_FACETS]
    middle = own.index(_BEHIND_FACETS)
    return (*_BEFORE_FACETS, *first, *own[:middle], *keys.values(), *own[middle:])


@cache
def list_groups() -> Mapping[str, type[Record]]:
    """The keys of an entry that hold a list of groups, with the record of one group."""
    kinds = {key: _kind(Entry, key) for key in keys_of(Entry)}
    return {key: record for key, (is_list, record) in kinds.items() if is_list and record}


@cache
def single_groups() -> Mapping[str, type[Record]]:
    """The keys of an entry that hold one group of keys, with its record."""
    kinds = {key: _kind(Entry, key) for key in keys_of(Entry)}
    return {key: record for key, (is_list, record) in kinds.items() if record and not is_list}


def most_places(entries: Iterable[Entry]) -> dict[str, int]:
    """How many places each list of groups needs for all of these entries; at least one."""
    all_of_them = list(entries)
    return {key: max((1, *map(len, map(attrgetter(key), all_of_them)))) for key in list_groups()}


def entry_data(entry: Entry, facets: Facets) -> dict[str, Any]:
    """What an entry says, as plain data with the keys and the order of its file."""
    data = _without_nothing(entry.model_dump(mode="json"))
    for facet, vocabulary in facets.items():
        terms = entry.tags.get(facet, ())
        if terms:
            data[vocabulary.key or facet] = terms[0] if vocabulary.single else list(terms)
    return {key: data[key] for key in key_order(facets) if key in data}


def row(entry: Entry, facets: Facets, wanted: Iterable[Column]) -> list[str]:
    """The cells of an entry."""
    said = _cells(entry, facets)
    return [said.get(column.path, "") for column in wanted]


def singular(key: str) -> str:
    """``link`` for ``links``: what a column of one place is called after."""
    return key.removesuffix("s")


def _cells(entry: Entry, facets: Facets) -> dict[Path, str]:
    """What an entry says, by the path of each thing, and not what it leaves open."""
    found: dict[Path, str] = {}
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
    is_list, record = _kind(Entry, key)
    about = Entry.model_fields[key].description or ""
    if record is None:
        yield Column(key, (key,), is_list, about, _few(Entry, key))
    elif not is_list:
        yield from _parts(record, key, (key,), "")
    else:
        for place in range(places.get(key, 1)):
            others = f" Number {place + 1} of its {key}." if place else ""
            yield from _parts(record, f"{singular(key)}_{place + 1}", (key, place), others)


def _parts(record: type[Record], name: str, path: Path, others: str) -> Iterator[Column]:
    for key in keys_of(record):
        about = (record.model_fields[key].description or "") + others
        is_list, _ = _kind(record, key)
        yield Column(f"{name}_{key}", (*path, key), is_list, about, _few(record, key))


def _kind(model: type[Record], key: str) -> tuple[bool, type[Record] | None]:
    """Whether a key holds a list, and the record of a group that it holds."""
    options = [model.model_fields[key].annotation]
    is_list = False
    while options:
        option = options.pop()
        if isinstance(option, type) and issubclass(option, Record):
            return is_list, option
        is_list = is_list or get_origin(option) is tuple
        options += get_args(option)
    return is_list, None


def _few(model: type[Record], key: str) -> tuple[str, ...]:
    """The values that a key may have, where the model names them."""
    values = get_args(model.model_fields[key].annotation)
    return values if values and all(isinstance(value, str) for value in values) else ()


def _without_nothing(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_nothing(value) for key, value in data.items() if value}
    return [_without_nothing(item) for item in data] if isinstance(data, list) else data
