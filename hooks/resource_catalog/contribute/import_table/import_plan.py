"""Plans: what a table would do to a catalog, before anything is done.

The rules are those of the check, applied to the catalog as it would be then,
so that what is taken in here passes there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from resource_catalog.contribute.import_table.column_mapping import IGNORE, Mapped
from resource_catalog.contribute.import_table.headings import MOST_PLACES, Headings
from resource_catalog.contribute.import_table.known_entries import KnownEntries
from resource_catalog.contribute.import_table.read_table import Table
from resource_catalog.contribute.import_table.row_ids import id_from, id_problems
from resource_catalog.contribute.import_table.rows import RowDocument, RowReader
from resource_catalog.exports.spreadsheet.columns import Column, entry_data
from resource_catalog.loading.catalog_folder import ENTRIES, ENTRY_FOLDER, LoadedCatalog
from resource_catalog.loading.checks import problems_of
from resource_catalog.loading.record_folder import record_of
from resource_catalog.loading.tags import entry_keys
from resource_catalog.loading.vocabularies import facets_of
from resource_catalog.loading.yaml.entry_editor import edit_entry
from resource_catalog.loading.yaml.entry_writer import SCHEMA_LINE, entry_text
from resource_catalog.loading.yaml.files import Document
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.entry import Entry

What = Literal["new", "changed", "same", "refused"]


@dataclass(frozen=True)
class RowChange:
    """What becomes of one row: ``keys`` are what changes, ``near`` what it may repeat."""

    row: int
    id: str
    title: str
    what: What
    keys: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What a table would do.

    ``problems`` are in the file of the table where their line is a row, or in
    a file of the catalog that would no longer be right. ``texts`` are the files
    to write, with what they hold; ``before`` is what those that exist hold now.
    """

    changes: Sequence[RowChange]
    problems: Sequence[Problem]
    unknown: Sequence[tuple[str, str | None]]
    texts: Mapping[Path, str] = field(default_factory=dict)
    before: Mapping[Path, str] = field(default_factory=dict)


@dataclass
class _Row:
    document: RowDocument
    id: str
    title: str
    entry: Entry | None
    before: Entry | None
    problems: list[Problem]
    keys: tuple[str, ...] = ()


class Planner:
    """Makes the plan for a table.

    ``name`` is that of the table's file, ``update`` whether entries that exist
    may be changed, ``added`` a day for new ones that name none.
    """

    def __init__(
        self,
        loaded: LoadedCatalog,
        mapped: Mapped,
        name: str,
        *,
        update: bool,
        added: str | None = None,
    ) -> None:
        self._loaded = loaded
        self._catalog = loaded.catalog
        self._facets = facets_of(loaded.vocabularies)
        self._mapped = mapped
        self._name = name
        self._update = update
        self._added = added
        self._order = entry_keys(self._catalog.facets)
        self._any = Headings([f"link_{MOST_PLACES}"], self._catalog.facets, mapped)

    def is_known(self, heading: str) -> bool:
        """Whether a heading means something here."""
        return self._any.column(heading) is not None or self._any.is_mapped(heading)

    def plan(self, table: Table) -> Plan:
        """What the table would do."""
        headings = Headings(table.headings, self._catalog.facets, self._mapped)
        columns = [headings.column(heading) for heading in table.headings]
        problems = [
            *self._mapping_problems(headings),
            *self._heading_problems(table, columns),
        ]
        unknown = [
            (heading, headings.likely(heading))
            for heading, column in zip(table.headings, columns, strict=True)
            if column is None and heading and not headings.is_ignored(heading)
        ]
        if problems:
            return Plan([], problems, unknown)
        reader = RowReader(self._catalog.facets, self._mapped, headings)
        rows = [self._row(number, cells, columns, reader) for number, cells in table.rows]
        self._note_repeated(rows)
        return self._judged(rows, unknown)

    def _mapping_problems(self, headings: Headings) -> Iterator[Problem]:
        named = [name for name in self._mapped.columns.values() if name != IGNORE]
        for name in (*named, *self._mapped.values, *self._mapped.defaults):
            if headings.ours(name) is None:
                likely = headings.likely(name)
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
    ) -> _Row:
        places = tuple(
            (column.path, place) for place, column in enumerate(columns, 1) if column is not None
        )
        padded = [*cells, *[""] * (len(columns) - len(cells))]
        found = [(c, cell) for c, cell in zip(columns, padded, strict=False) if c is not None]
        given = next((cell.strip() for c, cell in found if c.path == ("id",)), "")
        title = next((cell.strip() for c, cell in found if c.path == ("title",)), "")
        entry_id = given or id_from(title)
        before = self._catalog.entries.get(entry_id)
        said = entry_data(before, self._catalog.facets) if before is not None else None
        data = reader.data(((c, cell) for c, cell in found if c.path != ("id",)), said)
        if before is None and self._added and "added" in self._order and "added" not in data:
            data["added"] = self._added
        document = RowDocument(self._name, "", data, number, places)
        problems = id_problems(document, given, entry_id)
        if any(cell.strip() for cell in cells[len(columns) :]):
            message = f"This row has {len(cells)} cells, the first row names {len(columns)}."
            hint = "Put text that holds the sign between cells in quotation marks."
            problems.append(document.problem("wrong-kind", (), message, hint))
        entry, faults = self._entry(document, entry_id)
        row = _Row(document, entry_id, title, entry, before, [*problems, *faults])
        if before is not None and entry is not None:
            row.title = entry.title
            row.keys = self._changed_keys(entry, before)
            if row.keys and not self._update:
                message = (
                    f"There is an entry “{entry_id}” already; {_listed(row.keys)} would change."
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

    def _note_repeated(self, rows: Sequence[_Row]) -> None:
        first: dict[str, _Row] = {}
        for row in rows:
            other = first.setdefault(row.id, row)
            if other is not row:
                message = f"Row {other.document.row} has the id “{row.id}” as well."
                hint = "Give each its own id in a column “id”, or take one out."
                row.problems.append(row.document.problem("duplicate-id", ("id",), message, hint))
                row.entry = None

    def _judged(self, rows: Sequence[_Row], unknown: Sequence[tuple[str, str | None]]) -> Plan:
        """The plan, after the rules across entries have seen the catalog as it would be."""
        after = self._after(rows)
        across = problems_of(after)
        problems = sorted({*across, *(problem for row in rows for problem in row.problems)})
        refused = {problem.line for problem in problems if problem.file == self._name}
        known = KnownEntries(self._catalog.entries.values())
        changes, texts, before = [], {}, {}
        for row in rows:
            number = row.document.row
            what: What = "new"
            if row.before is not None:
                what = "changed" if row.keys else "same"
            near: tuple[str, ...] = ()
            if number not in refused and what != "same":
                path, text, old = self._text(row)
                if text is None:
                    message = f"{path.as_posix()} cannot be changed without touching more of it."
                    hint = "Change this one by hand."
                    problems.append(row.document.problem("yaml-syntax", ("id",), message, hint))
                    refused.add(number)
                else:
                    texts[path] = text
                    if old is not None:
                        before[path] = old
            if row.entry is not None and row.before is None:
                near = tuple(one.entry.id for one in known.like(row.entry))
                known.add(row.entry)
            if number in refused:
                what = "refused"
            changes.append(RowChange(number, row.id, row.title, what, row.keys, near))
        return Plan(changes, problems, unknown, {} if problems else texts, before)

    def _after(self, rows: Sequence[_Row]) -> LoadedCatalog:
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

    def _text(self, row: _Row) -> tuple[Path, str | None, str | None]:
        """The file of a row, what it shall hold, and what it holds now."""
        assert row.entry is not None  # noqa: S101  # a row without one was refused
        data = entry_data(row.entry, self._catalog.facets)
        if row.before is None:
            schema = (self._loaded.folder / "schema" / "entry.schema.json").is_file()
            path = self._loaded.folder / ENTRIES / f"{row.id}.yml"
            return path, entry_text(data, SCHEMA_LINE if schema else ""), None
        path, text = Path(row.before.file), self._loaded.entry_documents[row.id].text
        changes = {self._written(row.id, key): data.get(key) for key in row.keys}
        return path, edit_entry(text, changes, self._order), text

    def _written(self, entry_id: str, key: str) -> str:
        """A key as the file of an entry spells it."""
        document: dict[str, Any] = self._loaded.entry_documents[entry_id].data
        facet = self._facets.keys.get(key)
        for other in document:
            if other == key or (facet is not None and self._facets.keys.get(other) == facet):
                return other
        return key


def summary(plan: Plan) -> Counter[What]:
    """How many rows of each fate."""
    return Counter(change.what for change in plan.changes)


def _listed(keys: Sequence[str]) -> str:
    *most, last = keys
    return f"{', '.join(most)} and {last}" if most else last
