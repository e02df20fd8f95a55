"""Headings: which column of ours a heading means, however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from resource_catalog.contribute.import_table.column_mapping import IGNORE, Mapped
from resource_catalog.exports.spreadsheet.columns import (
    Column,
    Vocabularies,
    columns,
    list_groups,
    singular,
)
from resource_catalog.model.did_you_mean import closest_match

MOST_PLACES = 50
"""So many links, or sources, a table may give one entry."""

_NUMBERED = re.compile(r"_(\d{1,3})(?:_|$)")
_SHORT_NAMES = {"link": "link_1_url", "url": "link_1_url", "format": "link_1_format"}


class Headings:
    """What each heading of a table means in a catalog with these facets."""

    def __init__(self, headings: Iterable[str], facets: Vocabularies, mapped: Mapped) -> None:
        self._mapped = {plain(theirs): ours for theirs, ours in mapped.columns.items()}
        names = [*headings, *mapped.columns.values(), *mapped.values, *mapped.defaults]
        numbers = [int(n) for name in names for n in _NUMBERED.findall(plain(name))]
        most = min(max(numbers, default=1), MOST_PLACES)
        self._columns = columns(facets, dict.fromkeys(list_groups(), max(most, 1)))
        self._by_name = dict(_names(self._columns, facets))

    def column(self, heading: str) -> Column | None:
        """The column that a heading means."""
        ours = self._mapped.get(plain(heading), heading)
        return self._by_name.get(plain(ours))

    def ours(self, name: str) -> Column | None:
        """The column that a mapping file means by a name."""
        return self._by_name.get(plain(name))

    def is_ignored(self, heading: str) -> bool:
        """Whether the mapping file says that a column is not wanted."""
        return self._mapped.get(plain(heading)) == IGNORE

    def is_mapped(self, heading: str) -> bool:
        """Whether the mapping file names a heading."""
        return plain(heading) in self._mapped

    def likely(self, heading: str) -> str | None:
        """The name of the column that a heading may have been meant for."""
        return closest_match(plain(heading), [column.name for column in self._columns])


def plain(name: str) -> str:
    """Equal for ``Recommended use``, ``recommended-use`` and ``RECOMMENDED_USE``."""
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_")


def _names(found: tuple[Column, ...], facets: Vocabularies) -> Iterator[tuple[str, Column]]:
    """Every name that a column goes by; where two want one name, the later has it."""
    by_name: Mapping[str, Column] = {column.name: column for column in found}
    for facet, vocabulary in facets.items():
        for name in (vocabulary.label, vocabulary.singular_label, facet):
            yield plain(name), by_name[vocabulary.key or facet]
    for key, record in list_groups().items():
        for part in record.model_fields:
            if column := by_name.get(f"{singular(key)}_1_{part}"):
                yield f"{singular(key)}_{part}", column
    for short, name in _SHORT_NAMES.items():
        yield short, by_name[name]
    for column in found:
        yield plain(column.name), column
