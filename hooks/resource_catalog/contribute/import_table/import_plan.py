"""Plan the import of a table: what each row would change, and which files would be written.

The catalog as it would be after the import is checked with all rules, so that an imported table
never breaks a catalog.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from resource_catalog.contribute.import_table.column_mapping import IGNORE, ColumnMapping
from resource_catalog.contribute.import_table.headings import MAX_GROUPS, Headings
from resource_catalog.contribute.import_table.known_entries import KnownEntries
from resource_catalog.contribute.import_table.read_table import Table
from resource_catalog.contribute.import_table.row_ids import id_from_title, id_problems
from resource_catalog.contribute.import_table.rows import RowDocument, RowReader
from resource_catalog.exports.spreadsheet.columns import Column, entry_data
from resource_catalog.loading.catalog_folder import ENTRIES, ENTRY_FOLDER, LoadedCatalog
from resource_catalog.loading.checks import problems_of
from resource_catalog.loading.record_folder import record_of
from resource_catalog.loading.tags import entry_keys
from resource_catalog.loading.vocabularies import facets_of
from resource_catalog.loading.yaml.entry_editor import edit_entry
from resource_catalog.loading.yaml.entry_writer import SCHEMA_LINE, entry_text
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.entry import Entry

RowOutcome = Literal["new", "changed", "same", "refused"]


@dataclass(frozen=True)
class RowChange:
    """The outcome of one row.

    ``keys`` are the keys that change, ``similar`` the ids of entries that may be duplicates.
    """

    row: int
    id: str
    title: str
    outcome: RowOutcome
    keys: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportPlan:
    """What the import of a table would do.

    ``problems`` are in the table, where the line is the number of a row, or in files of the
    catalog that would become invalid. ``unknown_headings`` are pairs of a heading and the most
    similar column. ``new_texts`` are the contents of the files to write, ``old_texts`` the current
    contents of those that exist.
    """

    changes: Sequence[RowChange]
    problems: Sequence[Problem]
    unknown_headings: Sequence[tuple[str, str | None]]
    new_texts: Mapping[Path, str] = field(default_factory=dict)
    old_texts: Mapping[Path, str] = field(default_factory=dict)


@dataclass
class _PlannedRow:
    document: RowDocument
    id: str
    title: str
    entry: Entry | None
    before: Entry | None
    problems: list[Problem]
    keys: tuple[str, ...] = ()


class ImportPlanner:
    """Plans the import of a table.

    ``name`` is the name of the table's file. ``update`` allows changes to existing entries.
    ``added`` is the date for new entries that have none.
    """

    def __init__(
        self,
        loaded: LoadedCatalog,
        mapping: ColumnMapping,
        name: str,
        *,
        update: bool,
        added: str | None = None,
    ) -> None:
        self._loaded = loaded
        self._catalog = loaded.catalog
        self._facets = facets_of(loaded.vocabularies)
        self._mapping = mapping
        self._name = name
        self._update = update
        self._added = added
        self._order = entry_keys(self._catalog.facets)
        self._known_headings = Headings([f"link_{MAX_GROUPS}"], self._catalog.facets, mapping)

    def is_known(self, heading: str) -> bool:
        """Whether a heading is that of a column or is in the mapping file."""
        return self._known_headings.column(heading) is not None or self._known_headings.is_mapped(
            heading
        )

    def plan(self, table: Table) -> ImportPlan:
        """Plan the import of ``table``."""
        headings = Headings(table.headings, self._catalog.facets, self._mapping)
        columns = [headings.column(heading) for heading in table.headings]
        problems = [
            *self._mapping_problems(headings),
            *self._heading_problems(table, columns),
        ]
        unknown = [
            (heading, headings.closest_name(heading))
            for heading, column in zip(table.headings, columns, strict=True)
            if column is None and heading and not headings.is_ignored(heading)
        ]
        if problems:
            return ImportPlan([], problems, unknown)
        reader = RowReader(self._catalog.facets, self._mapping, headings)
        rows = [self._row(number, cells, columns, reader) for number, cells in table.rows]
        self._check_repeated_ids(rows)
        return self._build_plan(rows, unknown)

    def _mapping_problems(self, headings: Headings) -> Iterator[Problem]:
        named = [name for name in self._mapping.columns.values() if name != IGNORE]
        for name in (*named, *self._mapping.values, *self._mapping.defaults):
            if headings.column_by_name(name) is None:
                likely = headings.closest_name(name)
                hint = f"Did you mean “{likely}”?" if likely else "Write one of ours, or ignore."
                message = f"The mapping names a column “{name}” that the catalog does not have."
                yield Problem(self._name, 1, 1, "unknown-key", message, hint)

    def _heading_problems(
        self, table: Table, columns: Sequence[Column | None]
    ) -> Iterator[Problem]:
        seen: dict[str, str] = {}
        for place, (heading, column) in enumerate(zip(table.headings, columns, strict=True), 1):
            if column is None:
                continue
            other = seen.setdefault(column.name, heading)
            if other != heading or [c for c in columns[: place - 1] if c == column]:
                message = f"“{other}” and “{heading}” both mean the column “{column.name}”."
                hint = "Take one of them out, or map it to “ignore”."
                yield Problem(self._name, 1, place, "duplicate-key", message, hint)
        if not {"id", "title"} & seen.keys():
            message = "No column is called “title” or “id”, so nothing can be taken from here."
            hint = "Name the columns in the first row, or say in a mapping file what they mean."
            yield Problem(self._name, 1, 1, "missing-key", message, hint)

    def _row(
        self,
        number: int,
        cells: Sequence[str],
        columns: Sequence[Column | None],
        reader: RowReader,
    ) -> _PlannedRow:
        places = tuple(
            (column.path, place) for place, column in enumerate(columns, 1) if column is not None
        )
        padded = [*cells, *[""] * (len(columns) - len(cells))]
        found = [(c, cell) for c, cell in zip(columns, padded, strict=False) if c is not None]
        given = next((cell.strip() for c, cell in found if c.path == ("id",)), "")
        title = next((cell.strip() for c, cell in found if c.path == ("title",)), "")
        entry_id = given or id_from_title(title)
        before = self._catalog.entries.get(entry_id)
        current = entry_data(before, self._catalog.facets) if before is not None else None
        data = reader.data(((c, cell) for c, cell in found if c.path != ("id",)), current)
        if before is None and self._added and "added" in self._order and "added" not in data:
            data["added"] = self._added
        document = RowDocument(self._name, "", data, number, places)
        problems = id_problems(document, given, entry_id)
        if any(cell.strip() for cell in cells[len(columns) :]):
            message = f"This row has {len(cells)} cells, the first row names {len(columns)}."
            hint = "Put text that holds the sign between cells in quotation marks."
            problems.append(document.problem("wrong-kind", (), message, hint))
        entry, entry_problems = self._entry(document, entry_id)
        row = _PlannedRow(document, entry_id, title, entry, before, [*problems, *entry_problems])
        if before is not None and entry is not None:
            row.title = entry.title
            row.keys = self._changed_keys(entry, before)
            if row.keys and not self._update:
                message = (
                    f"There is an entry “{entry_id}” already; {_joined(row.keys)} would change."
                )
                hint = "Say --update to change it, or give this one another id."
                row.problems.append(document.problem("duplicate-id", ("id",), message, hint))
        return row

    def _entry(self, document: RowDocument, entry_id: str) -> tuple[Entry | None, list[Problem]]:
        file = f"row {document.row} of {self._name}"
        return record_of(ENTRY_FOLDER, entry_id, document, self._facets, file)

    def _changed_keys(self, entry: Entry, before: Entry) -> tuple[str, ...]:
        new, old = (entry_data(e, self._catalog.facets) for e in (entry, before))
        return tuple(key for key in self._order if new.get(key) != old.get(key))

    def _check_repeated_ids(self, rows: Sequence[_PlannedRow]) -> None:
        first: dict[str, _PlannedRow] = {}
        for row in rows:
            other = first.setdefault(row.id, row)
            if other is not row:
                message = f"Row {other.document.row} has the id “{row.id}” as well."
                hint = "Give each its own id in a column “id”, or take one out."
                row.problems.append(row.document.problem("duplicate-id", ("id",), message, hint))
                row.entry = None

    def _build_plan(
        self, rows: Sequence[_PlannedRow], unknown: Sequence[tuple[str, str | None]]
    ) -> ImportPlan:
        """The plan, after checking the rules across entries on the catalog as it would be."""
        updated = self._updated_catalog(rows)
        across = problems_of(updated)
        problems = sorted({*across, *(problem for row in rows for problem in row.problems)})
        refused = {problem.line for problem in problems if problem.file == self._name}
        known = KnownEntries(self._catalog.entries.values())
        changes, new_texts, old_texts = [], {}, {}
        for row in rows:
            number = row.document.row
            outcome: RowOutcome = "new"
            if row.before is not None:
                outcome = "changed" if row.keys else "same"
            similar: tuple[str, ...] = ()
            if number not in refused and outcome != "same":
                path, text, old = self._file_text(row)
                if text is None:
                    message = f"{path.as_posix()} cannot be changed without touching more of it."
                    hint = "Change this one by hand."
                    problems.append(row.document.problem("yaml-syntax", ("id",), message, hint))
                    refused.add(number)
                else:
                    new_texts[path] = text
                    if old is not None:
                        old_texts[path] = old
            if row.entry is not None and row.before is None:
                similar = tuple(found.entry.id for found in known.similar_to(row.entry))
                known.add(row.entry)
            if number in refused:
                outcome = "refused"
            changes.append(RowChange(number, row.id, row.title, outcome, row.keys, similar))
        return ImportPlan(changes, problems, unknown, {} if problems else new_texts, old_texts)

    def _updated_catalog(self, rows: Sequence[_PlannedRow]) -> LoadedCatalog:
        entries = dict(self._catalog.entries)
        documents: dict[str, Document] = dict(self._loaded.entry_documents)
        doubtful, broken = set(self._loaded.doubtful_ids), set(self._loaded.broken_ids)
        for row in rows:
            if row.before is not None and not row.keys:
                continue
            if row.entry is None:
                if row.before is None:
                    broken.add(row.id)
                continue
            entries[row.id], documents[row.id] = row.entry, row.document
            if row.problems:
                doubtful.add(row.id)
        return replace(
            self._loaded,
            catalog=replace(self._catalog, entries=entries),
            entry_documents=documents,
            doubtful_ids=frozenset(doubtful),
            broken_ids=frozenset(broken - entries.keys()),
        )

    def _file_text(self, row: _PlannedRow) -> tuple[Path, str | None, str | None]:
        """The file of a row, its new text, and its current text; None if there is none."""
        assert row.entry is not None  # noqa: S101  # rows without an entry are refused
        data = entry_data(row.entry, self._catalog.facets)
        if row.before is None:
            schema = (self._loaded.folder / "schema" / "entry.schema.json").is_file()
            path = self._loaded.folder / ENTRIES / f"{row.id}.yml"
            return path, entry_text(data, SCHEMA_LINE if schema else ""), None
        path, text = Path(row.before.file), self._loaded.entry_documents[row.id].text
        changes = {self._key_in_file(row.id, key): data.get(key) for key in row.keys}
        return path, edit_entry(text, changes, self._order), text

    def _key_in_file(self, entry_id: str, key: str) -> str:
        """The spelling of a key in the file of an entry."""
        document: dict[str, Any] = self._loaded.entry_documents[entry_id].data
        facet = self._facets.keys.get(key)
        for other in document:
            if other == key or (facet is not None and self._facets.keys.get(other) == facet):
                return other
        return key


def outcome_counts(plan: ImportPlan) -> Counter[RowOutcome]:
    """The number of rows by outcome."""
    return Counter(change.outcome for change in plan.changes)


def _joined(keys: Sequence[str]) -> str:
    *most, last = keys
    return f"{', '.join(most)} and {last}" if most else last
