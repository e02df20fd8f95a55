"""Plan the import of a table: what each row would change, and which files would be written.

The catalog as it would be after the import is checked with all rules, so that an imported table
never breaks a catalog.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from resource_catalog.contribute.duplicate_index import KnownEntries
from resource_catalog.contribute.import_table.cell_values import CellReader
from resource_catalog.contribute.import_table.column_matching import list_separators, match_columns
from resource_catalog.contribute.import_table.heading_columns import (
    MAX_GROUPS,
    Headings,
    normalized,
)
from resource_catalog.contribute.import_table.mapping_file import ColumnMapping
from resource_catalog.contribute.import_table.proposals.heading_words import TAKEN
from resource_catalog.contribute.import_table.report.reading_notes import reading_notes
from resource_catalog.contribute.import_table.row_planner import PlannedRow, RowPlanner
from resource_catalog.contribute.import_table.rows import RowReader
from resource_catalog.contribute.import_table.table import Table
from resource_catalog.contribute.import_table.text_links import TextLinks, likely_site
from resource_catalog.exports.spreadsheet.columns import entry_data
from resource_catalog.loading.checks import problems_of
from resource_catalog.loading.folder_layout import ENTRIES
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.tags import entry_keys
from resource_catalog.loading.vocabularies import facets_of
from resource_catalog.loading.yaml.entry_editor import edit_entry
from resource_catalog.loading.yaml.entry_writer import SCHEMA_LINE, entry_text
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem

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
    catalog that would become invalid. ``unknown_headings`` are pairs of a heading and the column
    that it may mean. ``notes`` are sentences about what was guessed. ``new_texts`` are the contents
    of the files to write, ``old_texts`` the current contents of those that exist.
    ``without_summary`` and ``without_access`` are new rows that lack one, which is no problem but
    a gap. In the new rows ``assumed_html``, nothing says what its links are. ``text_links`` are
    the links in texts, and ``likely_site`` the site that relative ones of them may be on.
    """

    changes: Sequence[RowChange]
    problems: Sequence[Problem]
    unknown_headings: Sequence[tuple[str, str | None]]
    notes: Sequence[str] = ()
    new_texts: Mapping[Path, str] = field(default_factory=dict)
    old_texts: Mapping[Path, str] = field(default_factory=dict)
    without_summary: Sequence[int] = ()
    without_access: Sequence[int] = ()
    assumed_html: Sequence[int] = ()
    text_links: TextLinks = field(default_factory=TextLinks)
    likely_site: str = ""


@dataclass
class _Checked:
    """Rows that were checked together: problems, the numbers of refused rows, files to write."""

    problems: list[Problem]
    refused: set[int]
    new_texts: dict[Path, str]
    old_texts: dict[Path, str]


class ImportPlanner:
    """Plans the import of a table.

    ``name`` is the name of the table's file. ``update`` allows changes to existing entries.
    ``added`` is the date for new entries that have none. With ``take_good``, rows without a
    problem are taken though others are refused. Without ``today``, days in the future are not
    checked. ``text_links`` takes links out of texts, once.
    """

    def __init__(
        self,
        loaded: LoadedCatalog,
        mapping: ColumnMapping,
        name: str,
        *,
        update: bool,
        added: str | None = None,
        take_good: bool = False,
        today: datetime.date | None = None,
        text_links: TextLinks | None = None,
    ) -> None:
        self._loaded = loaded
        self._text_links = text_links or TextLinks()
        self._catalog = loaded.catalog
        self._facets = facets_of(loaded.vocabularies, loaded.catalog.synonyms)
        self._mapping = mapping
        self._name = name
        self._update = update
        self._added = added
        self._take_good = take_good
        self._today = today
        record = self._catalog.entry_type
        self._order = entry_keys(self._catalog.facets, record)
        self._known_headings = Headings(
            [f"link_{MAX_GROUPS}"], self._catalog.facets, mapping, record
        )

    def is_known(self, heading: str) -> bool:
        """Whether a heading is that of a column or is in the mapping file."""
        known = self._known_headings
        if known.column(heading) is not None or known.is_mapped(heading):
            return True
        return normalized(heading) in TAKEN

    def plan(self, table: Table) -> ImportPlan:
        """Plan the import of ``table``."""
        record = self._catalog.entry_type
        headings = Headings(table.headings, self._catalog.facets, self._mapping, record)
        plain = CellReader(self._facets, self._mapping, headings, {})
        found = match_columns(
            table,
            headings,
            self._mapping,
            self._name,
            lambda column, word: plain.certain_term(column, word) is not None,
        )
        if found.problems:
            return ImportPlan([], found.problems, found.unknown, found.notes)
        separators, notes = list_separators(
            table, found.columns, headings, self._mapping, self._facets
        )
        cells = CellReader(
            self._facets,
            self._mapping,
            headings,
            separators,
            keep_tracking=self._update,
            # Spreadsheets separate columns by semicolons where commas stand before decimals.
            decimal="," if table.separator == ";" else "",
        )
        reader = RowReader(cells, self._order, self._mapping, headings, self._text_links)
        planner = RowPlanner(
            self._catalog,
            self._facets,
            reader,
            self._name,
            update=self._update,
            added=self._added,
        )
        rows = [
            planner.row(number, row, found.columns, table.headings) for number, row in table.rows
        ]
        notes += reading_notes(cells, reader.repeated_links, planner.certain)
        return self._build_plan(rows, found.unknown, [*found.notes, *notes])

    def _build_plan(
        self,
        rows: Sequence[PlannedRow],
        unknown: Sequence[tuple[str, str | None]],
        notes: Sequence[str],
    ) -> ImportPlan:
        """The plan, after checking the rules across entries on the catalog as it would be."""
        checked = self._check(rows)
        problems, refused = checked.problems, checked.refused
        while self._take_good and checked.problems:
            # A row may only have been right beside one that is now refused.
            checked = self._check([row for row in rows if row.document.row not in refused])
            problems = sorted({*problems, *checked.problems})
            if not checked.refused - refused:
                break
            refused = refused | checked.refused
        changes = list(self._changes(rows, refused))
        texts = {} if checked.problems else checked.new_texts
        new = [
            (row.document, row.entry)
            for row in rows
            if row.document.row not in refused and row.before is None and row.entry is not None
        ]
        return ImportPlan(
            changes,
            problems,
            unknown,
            notes,
            texts,
            checked.old_texts,
            without_summary=[document.row for document, entry in new if not entry.summary],
            without_access=[document.row for document, entry in new if entry.access is None],
            assumed_html=[
                document.row
                for document, _ in new
                if any(map(_is_html_assumed, document.data.get("links", ())))
            ],
            text_links=self._text_links,
            likely_site=likely_site(
                str(link.get("url", ""))
                for row in rows
                for link in row.document.data.get("links", ())
            ),
        )

    def _check(self, rows: Sequence[PlannedRow]) -> _Checked:
        """Check rows together, and make the files of those that are right."""
        across = problems_of(self._updated_catalog(rows), today=self._today)
        problems = sorted({*across, *(problem for row in rows for problem in row.problems)})
        checked = _Checked(problems, self._rows_with(problems), {}, {})
        for row in rows:
            number = row.document.row
            if number in checked.refused or (row.before is not None and not row.keys):
                continue
            path, text, old = self._file_text(row)
            if text is None:
                message = _(
                    "%(file)s cannot be changed without changing other lines of it too.",
                    file=path.as_posix(),
                )
                hint = _("Change this one by hand.")
                problems.append(row.document.problem("yaml-syntax", ("id",), message, hint))
                checked.refused.add(number)
                continue
            checked.new_texts[path] = text
            if old is not None:
                checked.old_texts[path] = old
        return checked

    def _rows_with(self, problems: Iterable[Problem]) -> set[int]:
        return {problem.line for problem in problems if problem.file == self._name}

    def _changes(self, rows: Sequence[PlannedRow], refused: Collection[int]) -> Iterable[RowChange]:
        known = KnownEntries(self._catalog.entries.values())
        for row in rows:
            number = row.document.row
            outcome: RowOutcome = "new"
            similar: tuple[str, ...] = ()
            if number in refused:
                outcome = "refused"
            elif row.before is not None:
                outcome = "changed" if row.keys else "same"
            elif row.entry is not None:
                similar = tuple(sorted(found.entry.id for found in known.similar_to(row.entry)))
                known.add(row.entry)
            yield RowChange(number, row.id, row.title, outcome, row.keys, similar)

    def _updated_catalog(self, rows: Sequence[PlannedRow]) -> LoadedCatalog:
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
            entry_id = row.entry.id
            entries[entry_id], documents[entry_id] = row.entry, row.document
            if row.doubtful:
                doubtful.add(entry_id)
        return replace(
            self._loaded,
            catalog=replace(self._catalog, entries=entries),
            entry_documents=documents,
            doubtful_ids=frozenset(doubtful),
            broken_ids=frozenset(broken - entries.keys()),
        )

    def _file_text(self, row: PlannedRow) -> tuple[Path, str | None, str | None]:
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


def _is_html_assumed(link: Mapping[str, Any]) -> bool:
    """Whether neither a column nor the ending of the address says what a link leads to."""
    path = str(link.get("url", "")).partition("?")[0].lower()
    return "format" not in link and not path.endswith((".html", ".htm"))


def outcome_counts(plan: ImportPlan) -> Counter[RowOutcome]:
    """The number of rows by outcome."""
    return Counter(change.outcome for change in plan.changes)
