"""Rows: one row of a table as what an entry would say, and as a place for its problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from resource_catalog.contribute.import_table.column_mapping import Mapped
from resource_catalog.contribute.import_table.headings import Headings, plain
from resource_catalog.exports.spreadsheet import cells
from resource_catalog.exports.spreadsheet.columns import (
    Column,
    Vocabularies,
    list_groups,
    single_groups,
)
from resource_catalog.loading.tags import entry_keys
from resource_catalog.loading.yaml.files import Document
from resource_catalog.loading.yaml.reader import YamlPath
from resource_catalog.model.problems import Problem, Replacement

_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[ T]00:00(?::00(?:\.0+)?)?")
_YEAR_AS_NUMBER = re.compile(r"(\d{4})[.,]0+")
_MISSING = re.compile(r"The key “(.+?)” is missing\.")


@dataclass(frozen=True)
class RowDocument(Document):
    """A row in the place of a file: the line of a problem is its row, the column its column."""

    row: int = 0
    columns: tuple[tuple[YamlPath, int], ...] = ()

    def problem(
        self,
        code: str,
        path: YamlPath,
        message: str,
        hint: str = "",
        *,
        key: bool = False,  # noqa: ARG002  # a row has no keys beside its values
        replacement: Replacement | None = None,
    ) -> Problem:
        """A problem in the cell that holds ``path``."""
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

    def where(self, path: YamlPath) -> str:  # noqa: ARG002  # a row is small enough to look through
        """The row, for messages that name a second place."""
        return f"row {self.row} of {self.file}"

    def _column(self, path: YamlPath) -> int:
        while path:
            for known, number in self.columns:
                if known[: len(path)] == path:
                    return number
            path = path[:-1]
        return 1


class RowReader:
    """Makes plain data, as a YAML file would hold it, from the cells of a row."""

    def __init__(self, facets: Vocabularies, mapped: Mapped, headings: Headings) -> None:
        self._order = entry_keys(facets)
        self._separator = mapped.separator or cells.SEPARATOR
        self._facets = {vocabulary.key or facet: vocabulary for facet, vocabulary in facets.items()}
        self._defaults = [
            (column, text)
            for name, text in mapped.defaults.items()
            if (column := headings.ours(name)) is not None
        ]
        self._values = {
            column.path: {theirs.strip().casefold(): ours for theirs, ours in values.items()}
            for name, values in mapped.values.items()
            if (column := headings.ours(name)) is not None
        }
        self._words: dict[YamlPath, dict[str, str]] = {}

    def data(
        self, row: Iterable[tuple[Column, str]], before: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        """What an entry says after the row.

        ``before`` is what it says now, None for a new one. An empty cell takes
        away what stood there; what has no column stays.
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
                found[key] = _filled({**found.get(key, {}), **parts})
        for key in list_groups():
            places = _places(values, key)
            if places:
                found[key] = _groups(key, places, (before or {}).get(key, []))
        return {key: found[key] for key in self._order if found.get(key)}

    def _value(self, column: Column, cell: str) -> Any:
        text = cells.unescape_formula(cell).strip()
        if column.is_list:
            return [self._word(column, item) for item in cells.split_items(text, self._separator)]
        return self._word(column, text)

    def _word(self, column: Column, text: str) -> str:
        """One text, put as the catalog puts it where there is no doubt what is meant."""
        text = self._values.get(column.path, {}).get(text.casefold(), text)
        if column.terms and text not in column.terms:
            if column.path not in self._words:
                self._words[column.path] = self._words_of(column)
            return self._words[column.path].get(plain(text), text)
        if column.value_type in ("day", "date"):
            found = _MIDNIGHT.fullmatch(text) or _YEAR_AS_NUMBER.fullmatch(text)
            return found[1] if found else text
        return text

    def _words_of(self, column: Column) -> dict[str, str]:
        """What else the few values of a column are called."""
        words: dict[str, str] = {}
        if vocabulary := self._facets.get(str(column.path[0])):
            for term in vocabulary.terms:
                for label in (term.short_label, term.plural, term.label):
                    words[plain(label or "")] = term.id
        words.update((plain(label), value) for value, label in column.labels.items())
        return words | {plain(value): value for value in column.terms}


def _places(values: Mapping[YamlPath, Any], key: str) -> dict[int, dict[str, Any]]:
    """The cells of a list of groups, by place and key."""
    found: dict[int, dict[str, Any]] = {}
    for path, value in values.items():
        if path[0] == key:
            found.setdefault(int(path[1]), {})[str(path[2])] = value
    return dict(sorted(found.items()))


def _groups(
    key: str, places: Mapping[int, Mapping[str, Any]], before: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """A list of groups after a row: parts that have no column stay with what they belong to."""
    named = next(iter(list_groups()[key].model_fields))
    by_name = {group.get(named): group for group in before}
    found = []
    for place, parts in places.items():
        if not any(parts.values()):
            continue
        known = by_name.get(parts.get(named)) or (before[place] if place < len(before) else {})
        group = _filled({**known, **parts})
        if place and key == "links" and "role" not in group:
            group["role"] = "alternate"  # only one link is the first to open
        found.append(group)
    return [*found, *map(dict, before[max(places) + 1 :])]


def _filled(group: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in group.items() if value}
