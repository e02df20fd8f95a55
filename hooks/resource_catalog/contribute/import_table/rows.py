"""Convert a row of a table into the data of an entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from resource_catalog.contribute.import_table.cell_values import CellReader
from resource_catalog.contribute.import_table.heading_columns import Headings
from resource_catalog.contribute.import_table.mapping_file import ColumnMapping
from resource_catalog.contribute.import_table.text_links import TextLink, TextLinks
from resource_catalog.contribute.issue_forms.answer_values import guess_format
from resource_catalog.exports.spreadsheet.columns import Column, list_groups, single_groups
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.model.field_types.urls import same_address_key, why_not_followable

Values = dict[YamlPath, Any]


class RowReader:
    """Converts the cells of rows into plain data, as if read from YAML.

    ``order`` are the keys of an entry. ``repeated_links`` counts the addresses that stood twice
    in a row and were taken once. ``text_links`` takes links out of texts.
    """

    def __init__(
        self,
        cells: CellReader,
        order: Sequence[str],
        mapping: ColumnMapping,
        headings: Headings,
        text_links: TextLinks,
    ) -> None:
        self._cells = cells
        self._text_links = text_links
        self._order = order
        self._defaults = sorted(
            (
                (column, text)
                for name, text in mapping.defaults.items()
                if (column := headings.column_by_name(name)) is not None
            ),
            key=lambda default: _first_of_group(default[0].path) != default[0].path,
        )
        self.repeated_links = 0

    def data(
        self, number: int, row: Iterable[tuple[Column, str]], before: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        """The data of an entry after the import of the row with a number.

        ``before`` is its current data, None for a new entry. An empty cell removes the value; keys
        without a column keep theirs.
        """
        values: Values = {}
        in_texts: list[TextLink] = []
        for column, cell in row:
            text, links = self._text_links.words_of(number, column, cell)
            values[column.path] = self._cells.value(column, text)
            in_texts += links
        if before is None:
            self._add_defaults(values)
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
                groups = _merged_groups(key, cells_by_place, (before or {}).get(key, []))
                found[key] = self._without_repeated(groups) if key == "links" else groups
        if in_texts:
            found["links"] = with_text_links(found.get("links", []), in_texts)
        return {key: found[key] for key in self._order if found.get(key)}

    def _add_defaults(self, values: Values) -> None:
        """Add the defaults of the mapping file; those for a part of a group only where it has one.

        A role says nothing about a link without an address.
        """
        for column, text in self._defaults:
            first = _first_of_group(column.path)
            if not values.get(column.path) and (first == column.path or values.get(first)):
                values[column.path] = self._cells.value(column, text)

    def _without_repeated(self, links: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The links without those that only repeat an address of the same row."""
        found: list[dict[str, Any]] = []
        seen: set[str] = set()
        for link in links:
            url = str(link.get("url", ""))
            key = url if not url or why_not_followable(url) else same_address_key(url)
            says_more = link.keys() - {"url", "format", "role"} or link.get("role") != "alternate"
            if key and key in seen and not says_more:
                self.repeated_links += 1
            else:
                found.append(link)
            seen.add(key)
        return found


def with_text_links(
    links: Sequence[dict[str, Any]], in_texts: Iterable[TextLink]
) -> list[dict[str, Any]]:
    """The links of an entry, and after them those from its texts, each address once."""
    found = list(links)
    seen = {same_address_key(url) for link in links if (url := str(link.get("url", "")))}
    for text_link in in_texts:
        key = same_address_key(text_link.url)
        if key not in seen:
            link = {"url": text_link.url, "role": "landing", "label": text_link.words}
            _complete_link(link, is_first=False)
            found.append(link)
        seen.add(key)
    return found


def _first_of_group(path: YamlPath) -> YamlPath:
    """The path of what a group cannot do without, or ``path`` itself outside of groups."""
    if len(path) == 1:
        return path
    groups = {**list_groups(), **single_groups()}
    return (*path[:-1], next(iter(groups[str(path[0])].model_fields)))


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
    found: list[dict[str, Any]] = []
    for place, parts in cells_by_place.items():
        if not any(parts.values()):
            continue
        known = by_name.get(parts.get(name_key)) or (before[place] if place < len(before) else {})
        group = _without_empty({**known, **parts})
        if key == "links":
            _complete_link(group, is_first=not found)
        found.append(group)
    return [*found, *map(dict, before[max(cells_by_place) + 1 :])]


def _complete_link(link: dict[str, Any], *, is_first: bool) -> None:
    """Add what a table need not say: only the first link is primary, and a .pdf is a PDF."""
    if not is_first and "role" not in link:
        link["role"] = "alternate"
    url = link.get("url", "")
    if url and "format" not in link and not why_not_followable(url):
        kind = guess_format(url)
        if kind != "html":
            link["format"] = kind


def _without_empty(group: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in group.items() if value}
