"""Look at what is in the cells of a column, to see which columns of a catalog it can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError

from resource_catalog.contribute.import_table.table import Table
from resource_catalog.exports.spreadsheet import cells
from resource_catalog.exports.spreadsheet.columns import ID, Column
from resource_catalog.model.field_types import (
    Day,
    Duration,
    Email,
    EntryId,
    Flag,
    Language,
    Number,
    PartialDate,
)
from resource_catalog.model.field_types.dates import possible_dates
from resource_catalog.model.field_types.urls import with_scheme
from resource_catalog.model.field_types.value_type import ValueName
from resource_catalog.model.records.own_field import Kind

MOST = 0.8
"""Which part of the cells must be of a form for the column to be of it."""
MAX_CELLS = 400
"""How many cells are looked at."""
LONG_TEXT = 80
"""From how many letters on, on average, a column holds texts and not names."""
VERY_LONG_TEXT = 700
MIN_CELLS = 6
"""In fewer cells, what repeats says nothing."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NUMBER = re.compile(r"[\d.,\s]+")
_FORMS: Mapping[ValueName, TypeAdapter[Any]] = {
    "date": TypeAdapter(PartialDate),
    "day": TypeAdapter(Day),
    "duration": TypeAdapter(Duration),
    "email": TypeAdapter(Email),
    "entry id": TypeAdapter(EntryId),
    "flag": TypeAdapter(Flag),
    "language": TypeAdapter(Language),
    "number": TypeAdapter(Number),
}
_TEXTS = ("prose", "markdown")


class ColumnContents:
    """The cells of one column that are filled, a few of many."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self.are_addresses = self._most(lambda text: _ADDRESS.fullmatch(text) is not None)
        self.are_numbers = self._most(lambda text: _NUMBER.fullmatch(text) is not None)
        self.are_dates = not self.are_addresses and self._most(_is_date)
        letters = sum(map(len, texts)) / max(len(texts), 1)
        is_repeated = len(texts) >= MIN_CELLS and len({*texts}) < MOST * len(texts)
        self.are_long = letters >= LONG_TEXT and not is_repeated and not self.are_addresses
        self.are_very_long = self.are_long and letters >= VERY_LONG_TEXT
        self._are_repeated = is_repeated

    def fit(self, column: Column, is_term: Callable[[Column, str], bool]) -> bool:
        """Whether the column of a catalog could have these cells; also if there are none."""
        if not self._texts:
            return True
        if column.value_type == "url":
            return self.are_addresses
        if self.are_addresses:
            return False
        if column.terms:
            return self._are_terms(column, is_term)
        kind: ValueName | None = "entry id" if column.path == ID else column.value_type
        if kind in ("date", "day"):
            return self.are_dates
        if kind is not None and kind in _FORMS:
            return self._most(lambda text: _has_form(kind, text))
        if self.are_dates or (self.are_numbers and column.name != "extent"):
            return False
        if kind in _TEXTS:
            return not self._are_repeated
        return not self.are_long and not (column.name == "title" and self._are_repeated)

    def own_kind(self) -> Kind:
        """The kind of a field of the catalog's own that could have these cells."""
        if self._texts and self._all(_is_link):
            return "link"
        if self._texts and all(_has_form("number", text) for text in self._texts):
            return "number"
        return "text"

    def _are_terms(self, column: Column, is_term: Callable[[Column, str], bool]) -> bool:
        words = {
            word.strip()
            for text in self._texts
            for part in cells.split_items(text)
            for word in ([part] if is_term(column, part) else part.split(","))
        }
        return 2 * sum(is_term(column, word) for word in words) >= len(words)

    def _most(self, has_form: Callable[[str], bool]) -> bool:
        fitting = sum(map(has_form, self._texts))
        return bool(self._texts) and fitting >= MOST * len(self._texts)

    def _all(self, matches: Callable[[str], Any]) -> bool:
        return all(map(matches, self._texts))


def contents_of(table: Table, place: int) -> ColumnContents:
    """The contents of the column at ``place``."""
    texts = [row[place].strip() for _, row in table.rows if place < len(row) and row[place].strip()]
    return ColumnContents(texts[:: max(1, len(texts) // MAX_CELLS)])


def _is_link(text: str) -> bool:
    return bool(_ADDRESS.fullmatch(text)) or with_scheme(text).startswith("https://doi.org/")


def _is_date(text: str) -> bool:
    return bool(possible_dates(text)) or _has_form("date", text.removesuffix(" 00:00:00"))


def _has_form(kind: ValueName, text: str) -> bool:
    try:
        _FORMS[kind].validate_python(text)
    except ValidationError:
        return False
    return True
