"""Plan the import of a table: read its columns and rows, and check what comes of them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from resource_catalog.contribute.duplicate_index import KnownEntries
from resource_catalog.contribute.import_table.cell_values import CellReader
from resource_catalog.contribute.import_table.column_matching import list_separators, match_columns
from resource_catalog.contribute.import_table.heading_columns import (
    MAX_GROUPS,
    Headings,
    normalized,
)
from resource_catalog.contribute.import_table.import_plan import ImportPlan, RowChange, RowOutcome
from resource_catalog.contribute.import_table.mapping_file import ColumnMapping
from resource_catalog.contribute.import_table.planning.checked_rows import RowChecker
from resource_catalog.contribute.import_table.planning.row_planner import PlannedRow, RowPlanner
from resource_catalog.contribute.import_table.proposals.heading_words import TAKEN
from resource_catalog.contribute.import_table.report.reading_notes import reading_notes
from resource_catalog.contribute.import_table.rows import RowReader
from resource_catalog.contribute.import_table.table import Table
from resource_catalog.contribute.import_table.text_links import TextLinks, likely_site
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.tags import entry_keys
from resource_catalog.loading.vocabularies import facets_of


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
        checker = RowChecker(self._loaded, self._facets, self._name, self._today)
        checked = checker.checked(rows, take_good=self._take_good)
        new = [
            (row.document, row.entry)
            for row in rows
            if row.document.row not in checked.refused
            and row.before is None
            and row.entry is not None
        ]
        return ImportPlan(
            list(self._changes(rows, checked.refused)),
            checked.problems,
            unknown,
            notes,
            checked.new_texts,
            checked.old_texts,
            without_summary=[document.row for document, entry in new if not entry.summary],
            without_access=[document.row for document, entry in new if entry.access is None],
            assumed_html=[
                document.row
                for document, _entry in new
                if any(map(_is_html_assumed, document.data.get("links", ())))
            ],
            text_links=self._text_links,
            likely_site=likely_site(
                str(link.get("url", ""))
                for row in rows
                for link in row.document.data.get("links", ())
            ),
        )

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


def _is_html_assumed(link: Mapping[str, Any]) -> bool:
    """Whether neither a column nor the ending of the address says what a link leads to."""
    path = str(link.get("url", "")).partition("?")[0].lower()
    return "format" not in link and not path.endswith((".html", ".htm"))
