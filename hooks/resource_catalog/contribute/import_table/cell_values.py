"""Turn the cells of a table into values: lists, words of the catalog, dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from resource_catalog.contribute.import_table.heading_columns import Headings
from resource_catalog.contribute.import_table.mapping_file import IGNORE, ColumnMapping
from resource_catalog.exports.spreadsheet import cells
from resource_catalog.exports.spreadsheet.columns import Column
from resource_catalog.loading.tags import Facets
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.model.addresses.tracking import without_tracking
from resource_catalog.model.did_you_mean import NameIndex
from resource_catalog.model.field_types.dates import possible_dates
from resource_catalog.model.field_types.numbers import plain_number
from resource_catalog.model.text_damage.escapes_and_mojibake import without_entities

_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[ T]00:00(?::00(?:\.0+)?)?")
_YEAR_AS_NUMBER = re.compile(r"(\d{4})[.,]0+")
_URL_PART = re.compile(r"(?<=[?&#])[^?&#]+")
_SLASHED_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)


@dataclass(frozen=True)
class _Words:
    """The words of a mapping file for one column, as they are written and in small letters."""

    exact: Mapping[str, str]
    folded: Mapping[str, str]

    def get(self, word: str) -> str | None:
        return self.exact.get(word, self.folded.get(word.casefold()))


class CellReader:
    """Reads cells as the columns and the mapping file say.

    ``separators`` are what stands between several things in the cells of a column, where that
    is not the semicolon. Entities of HTML, such as ``&mdash;``, become the signs that they are for;
    ``cells_with_entities`` counts the cells with any. What in an address only tells where a visitor
    came from is left out, unless ``keep_tracking``; ``tracking_parts`` has the first such part of
    each address with any. ``decimal`` is the sign before decimals, if the table gives it away.
    ``certain_dates`` counts the dates that have one possible reading, such as 13/02/2023.
    """

    def __init__(
        self,
        facets: Facets,
        mapping: ColumnMapping,
        headings: Headings,
        separators: Mapping[YamlPath, str],
        *,
        keep_tracking: bool = False,
        decimal: str = "",
    ) -> None:
        self._decimal = decimal
        self._keep_tracking = keep_tracking
        self.cells_with_entities = 0
        self.certain_dates = 0
        self.tracking_parts: list[str] = []
        self._facets = facets
        self._separators = separators
        self._day_first = mapping.dates == "day-first" if mapping.dates else None
        empty = dict.fromkeys(mapping.empty, "")
        self._words: dict[YamlPath, _Words] = {}
        for name, given in mapping.values.items():
            if (column := headings.column_by_name(name)) is not None:
                ours = {word: "" if ours == IGNORE else ours for word, ours in given.items()}
                self._words[column.path] = _words({**empty, **ours})
        self._other_words = _words(empty)
        self._indexes: dict[YamlPath, NameIndex] = {}

    def value(self, column: Column, cell: str) -> str | list[str]:
        """The value of a cell; an empty one if there is none."""
        if not cell:
            return [] if column.is_list else ""
        text = self._without_entities(column, cells.unescape_formula(cell).strip())
        mapped = self._meaning(column, text)
        if not column.is_list:
            return self._plain(column, text if mapped is None else mapped)
        if mapped is not None:  # one cell of theirs may be several things of ours
            return [self._plain(column, item) for item in cells.split_items(mapped)]
        items = self.items(column, text)
        found = [self._plain(column, self._or_meaning(column, item)) for item in items]
        found = [item for item in found if item]
        return list(dict.fromkeys(found)) if column.terms else found

    def items(self, column: Column, text: str) -> list[str]:
        """The things in a cell that may hold several, as they are written."""
        separator = self._separators.get(column.path, cells.SEPARATOR)
        if separator != cells.SEPARATOR and self.certain_term(column, text):
            return [text]
        found = cells.split_items(text, separator)
        return [line.strip() for item in found for line in item.split("\n") if line.strip()]

    def certain_term(self, column: Column, word: str) -> str | None:
        """The allowed value of a column that a word is, by its id, its label or a synonym."""
        if column.path not in self._indexes:
            vocabulary = self._facets.vocabularies.get(self._facets.keys.get(column.name, ""))
            if vocabulary is not None and (vocabulary.key or vocabulary.id) == column.path[0]:
                index = self._facets.names_of(vocabulary)
            else:
                labels = {label: value for value, label in column.labels.items()}
                index = NameIndex({**labels, **{value: value for value in column.terms}})
            self._indexes[column.path] = index
        return self._indexes[column.path].certain(word)

    def meaning(self, column: Column, word: str) -> str:
        """What the mapping file says that a word means, or the word itself."""
        return self._or_meaning(column, word)

    def _without_entities(self, column: Column, text: str) -> str:
        """A text with signs for entities; addresses and Markdown have a use for them."""
        if "&" not in text or column.value_type in ("url", "markdown"):
            return text
        found = without_entities(text)
        self.cells_with_entities += found != text
        return found.replace("\xa0", " ") if found != text else text

    def _meaning(self, column: Column, word: str) -> str | None:
        return self._words.get(column.path, self._other_words).get(word)

    def _or_meaning(self, column: Column, word: str) -> str:
        found = self._meaning(column, word)
        return word if found is None else found

    def _plain(self, column: Column, text: str) -> str:
        """``text``, replaced by the value of the catalog that it unambiguously means."""
        if column.terms and text:
            return self.certain_term(column, text) or text
        if column.value_type in ("day", "date"):
            return self._date(text)
        if column.value_type == "number":
            return plain_number(text, self._decimal) or text
        if column.value_type == "url" and not self._keep_tracking:
            return self._without_tracking(text)
        return text.lower() if column.value_type == "flag" else text

    def _without_tracking(self, url: str) -> str:
        short = without_tracking(url)
        if short != url:
            parts = (part for part in _URL_PART.findall(url) if part not in short)
            self.tracking_parts.append(next(parts, url))
        return short

    def _date(self, text: str) -> str:
        if found := _MIDNIGHT.fullmatch(text) or _YEAR_AS_NUMBER.fullmatch(text):
            return found[1]
        if self._day_first is not None and (found := _SLASHED_DATE.fullmatch(text)):
            one, other, year = found.groups()
            day, month = (one, other) if self._day_first else (other, one)
            return f"{year}-{month:0>2}-{day:0>2}"
        if self._day_first is None and len(days := possible_dates(text)) == 1:
            self.certain_dates += 1
            return days[0]
        return text


def _words(given: Mapping[str, str]) -> _Words:
    exact = {word.strip(): ours for word, ours in given.items()}
    folded: dict[str, str] = {}
    for word, ours in exact.items():
        folded.setdefault(word.casefold(), ours)
    return _Words(exact, folded)


MIN_REPEATED = 2
"""In how many cells a thing must stand for it to look like one of a list."""


def looks_like_comma_list(texts: list[str], is_known: Callable[[str], bool]) -> bool:
    """Whether the cells of a column hold lists with commas.

    They do if most things between commas are known, or stand in several cells. Semicolons or line
    breaks anywhere mean that a comma is none.
    """
    if any(sign in text for text in texts for sign in ";\n"):
        return False
    split = [[part.strip() for part in text.split(",") if part.strip()] for text in texts]
    several = [parts for text, parts in zip(texts, split, strict=True) if "," in text]
    several = [parts for parts in several if not is_known(", ".join(parts))]
    counts: dict[str, int] = {}
    for parts in split:
        for part in set(parts):
            counts[part] = counts.get(part, 0) + 1
    found = [part for parts in several for part in parts]
    repeated = [part for part in found if is_known(part) or counts[part] >= MIN_REPEATED]
    return bool(found) and 2 * len(repeated) > len(found)
