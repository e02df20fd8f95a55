"""Match the headings of a table to the columns of a catalog, ignoring case and punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from resource_catalog.contribute.import_table.mapping_file import IGNORE, ColumnMapping
from resource_catalog.exports.spreadsheet.columns import (
    Column,
    Vocabularies,
    columns,
    list_groups,
    singular,
)
from resource_catalog.loading.convert.record_keys import keys_of
from resource_catalog.model.records.entry import Entry

MAX_GROUPS = 50
"""The maximum number of links, or of sources, of one entry in a table."""

REASONS = "Why it was refused"
"""The heading of the column that is added to refused rows, and ignored when they come back."""

_NUMBERED = re.compile(r"_(\d{1,3})(?:_|$)")
_SHORT_NAMES = {"link": "link_1_url", "url": "link_1_url", "format": "link_1_format"}


class Headings:
    """Maps the headings of a table to the columns of a catalog with the given facets."""

    def __init__(
        self,
        headings: Iterable[str],
        facets: Vocabularies,
        mapping: ColumnMapping,
        record: type[Entry] = Entry,
    ) -> None:
        self._exact_names = {theirs.strip(): ours for theirs, ours in mapping.columns.items()}
        self._spelled_names = {_spelled(name): ours for name, ours in mapping.columns.items()}
        names = [*headings, *mapping.columns.values(), *mapping.values, *mapping.defaults]
        numbers = [int(n) for name in names for n in _NUMBERED.findall(normalized(name))]
        group_count = min(max(numbers, default=1), MAX_GROUPS)
        self._columns = columns(facets, dict.fromkeys(list_groups(), max(group_count, 1)), record)
        self._by_name = dict(_names(self._columns, facets))

    def column(self, heading: str) -> Column | None:
        """The column for a heading, or None."""
        return self._by_name.get(normalized(self.mapped(heading) or heading))

    def column_by_name(self, name: str) -> Column | None:
        """The column with a name from the mapping file, or None."""
        return self._by_name.get(normalized(name))

    def is_ignored(self, heading: str) -> bool:
        """Whether the mapping file excludes a column."""
        return self.mapped(heading) == IGNORE or heading == REASONS

    def is_mapped(self, heading: str) -> bool:
        """Whether the mapping file has a heading."""
        return self.mapped(heading) is not None

    @property
    def names(self) -> list[str]:
        """The names of all columns."""
        return [column.name for column in self._columns]

    def mapped(self, heading: str) -> str | None:
        """What the mapping file says of a heading: as it is written, or else nearly so."""
        found = self._exact_names.get(heading.strip())
        return self._spelled_names.get(_spelled(heading)) if found is None else found


def _spelled(name: str) -> str:
    """One spelling for headings that differ in case and spaces, but not for C and C++."""
    return re.sub(r"[\s_-]+", " ", name.casefold()).strip()


def normalized(name: str) -> str:
    """One spelling for ``Recommended use``, ``recommended-use`` and ``RECOMMENDED_USE``."""
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_")


def _names(found: tuple[Column, ...], facets: Vocabularies) -> Iterator[tuple[str, Column]]:
    """All names of the columns; if two columns have the same name, the later pair wins."""
    by_name: Mapping[str, Column] = {column.name: column for column in found}
    for facet, vocabulary in facets.items():
        for name in (vocabulary.label, vocabulary.singular_label, facet):
            yield normalized(name), by_name[vocabulary.key or facet]
    for key, record in list_groups().items():
        for part in record.model_fields:
            if column := by_name.get(f"{singular(key)}_1_{part}"):
                yield f"{singular(key)}_{part}", column
    for short, name in _SHORT_NAMES.items():
        yield short, by_name[name]
    for column in found:
        if column.label and len(column.path) == 1 and column.path[0] not in keys_of(Entry):
            yield normalized(column.label), column
    for column in found:
        yield normalized(column.name), column
