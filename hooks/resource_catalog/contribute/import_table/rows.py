"""Convert a row of a table into the data of an entry, and locate problems in its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from resource_catalog.contribute.import_table.column_mapping import ColumnMapping
from resource_catalog.contribute.import_table.headings import Headings, normalized
from resource_catalog.exports.spreadsheet import cells
from resource_catalog.exports.spreadsheet.columns import (
    Column,
    Vocabularies,
    list_groups,
    single_groups,
)
from resource_catalog.loading.tags import entry_keys
from resource_catalog.loading.yaml.parser import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.problems import Problem, Replacement

_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[ T]00:00(?::00(?:\.0+)?)?")
_YEAR_AS_NUMBER = re.compile(r"(\d{4})[.,]0+")
_MISSING = re.compile(r"The key “(.+?)” is missing\.")


@dataclass(frozen=True)
class RowDocument(Document):
    """A row as a document: the line of a problem is the row, its column that of the cell."""

    row: int = 0
    columns: tuple[tuple[YamlPath, int], ...] = ()

    def problem(
        self,
        code: str,
        path: YamlPath,
        message: str,
        hint: str = "",
        *,
        key: bool = False,  # noqa: ARG002  # a row has values only
        replacement: Replacement | None = None,
    ) -> Problem:
        """A problem in the cell for ``path``."""
        missing = _MISSING.match(message)
        if missing:
            path = (*path, missing[1])
            message = f"Nothing says the “{missing[1]}” of this entry."
            terms = hint.partition(" with one of: ")[2]
            hint = f"Fill in the column “{missing[1]}”."
            hint += f" One of: {terms}" if terms else ""
        if code == "bad-date":
            hint += " Spreadsheets rewrite dates: format the column as text first."
        return Problem(self.file, self.row, self._column(path), code, message, hint, replacement)

    def where(self, path: YamlPath) -> str:  # noqa: ARG002  # messages name the row only
        """The location of the row, for messages about another place."""
        return f"row {self.row} of {self.file}"

    def _column(self, path: YamlPath) -> int:
        while path:
            for known, number in self.columns:
                if known[: len(path)] == path:
                    return number
            path = path[:-1]
        return 1


class RowReader:
    """Converts the cells of rows into plain data, as if read from YAML."""

    def __init__(self, facets: Vocabularies, mapping: ColumnMapping, headings: Headings) -> None:
        self._order = entry_keys(facets)
        self._separator = mapping.separator or cells.SEPARATOR
        self._facets = {vocabulary.key or facet: vocabulary for facet, vocabulary in facets.items()}
        self._defaults = [
            (column, text)
            for name, text in mapping.defaults.items()
            if (column := headings.column_by_name(name)) is not None
        ]
        self._values = {
            column.path: {theirs.strip().casefold(): ours for theirs, ours in values.items()}
            for name, values in mapping.values.items()
            if (column := headings.column_by_name(name)) is not None
        }
        self._synonyms: dict[YamlPath, dict[str, str]] = {}

    def data(
        self, row: Iterable[tuple[Column, str]], before: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        """The data of an entry after the import of a row.

        ``before`` is its current data, None for a new entry. An empty cell removes the value; keys
        without a column keep theirs.
        """
        values = {column.path: self._value(column, cell) for column, cell in row}
        if before is None:
            for column, text in self._defaults:
                if not values.get(column.path):
                    values[column.path] = self._value(column, text)
        found = dict(before or {})
        for path, value in values.items():
            if len(path) == 1:
                found[str(path[0])] = value
        for key in single_groups():
            parts = {str(path[1]): value for path, value in values.items() if path[0] == key}
            if parts:
                found[key] = _without_empty({**found.get(key, {}), **parts})
        for key in list_groups():
            cells_by_place = _group_cells(values, key)
            if cells_by_place:
                found[key] = _merged_groups(key, cells_by_place, (before or {}).get(key, []))
        return {key: found[key] for key in self._order if found.get(key)}

    def _value(self, column: Column, cell: str) -> Any:
        text = cells.unescape_formula(cell).strip()
        if column.is_list:
            return [
                self._normalized_value(column, item)
                for item in cells.split_items(text, self._separator)
            ]
        return self._normalized_value(column, text)

    def _normalized_value(self, column: Column, text: str) -> str:
        """``text``, replaced by the value of the catalog that it unambiguously means."""
        text = self._values.get(column.path, {}).get(text.casefold(), text)
        if column.terms and text not in column.terms:
            if column.path not in self._synonyms:
                self._synonyms[column.path] = self._value_synonyms(column)
            return self._synonyms[column.path].get(normalized(text), text)
        if column.value_type in ("day", "date"):
            found = _MIDNIGHT.fullmatch(text) or _YEAR_AS_NUMBER.fullmatch(text)
            return found[1] if found else text
        return text

    def _value_synonyms(self, column: Column) -> dict[str, str]:
        """The values of a column by all their normalized names."""
        synonyms: dict[str, str] = {}
        if vocabulary := self._facets.get(str(column.path[0])):
            for term in vocabulary.terms:
                for label in (term.short_label, term.plural, term.label):
                    synonyms[normalized(label or "")] = term.id
        synonyms.update((normalized(label), value) for value, label in column.labels.items())
        return synonyms | {normalized(value): value for value in column.terms}


def _group_cells(values: Mapping[YamlPath, Any], key: str) -> dict[int, dict[str, Any]]:
    """The cells of a list of groups, by the index of the group and the key."""
    found: dict[int, dict[str, Any]] = {}
    for path, value in values.items():
        if path[0] == key:
            found.setdefault(int(path[1]), {})[str(path[2])] = value
    return dict(sorted(found.items()))


def _merged_groups(
    key: str, cells_by_place: Mapping[int, Mapping[str, Any]], before: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """A list of groups after the import of a row; keys without a column keep their values."""
    name_key = next(iter(list_groups()[key].model_fields))
    by_name = {group.get(name_key): group for group in before}
    found = []
    for place, parts in cells_by_place.items():
        if not any(parts.values()):
            continue
        known = by_name.get(parts.get(name_key)) or (before[place] if place < len(before) else {})
        group = _without_empty({**known, **parts})
        if place and key == "links" and "role" not in group:
            group["role"] = "alternate"  # only one link can be primary
        found.append(group)
    return [*found, *map(dict, before[max(cells_by_place) + 1 :])]


def _without_empty(group: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in group.items() if value}
