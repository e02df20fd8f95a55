"""Plan single rows: the id and the entry of each, and what is wrong in its own cells."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from resource_catalog.contribute.free_ids import free_id
from resource_catalog.contribute.import_table.planning.lost_letters import lost_letters, texts_of
from resource_catalog.contribute.import_table.planning.row_ids import id_from_title, id_problems
from resource_catalog.contribute.import_table.planning.row_problems import RowDocument
from resource_catalog.contribute.import_table.rows import RowReader
from resource_catalog.exports.spreadsheet.columns import Column, entry_data
from resource_catalog.loading.entry_folder import entry_folder_of
from resource_catalog.loading.record_folder import record_of
from resource_catalog.loading.tags import Facets, entry_keys
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.did_you_mean import did_you_mean
from resource_catalog.model.messages import _, together
from resource_catalog.model.problems import Problem, quoted
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES
from resource_catalog.model.text_damage.spreadsheet_errors import is_spreadsheet_error

REFERENCE_KEYS = frozenset({"links", "access", "request_from", PHASES})
"""Keys by which entries are checked for something missing, so that they must be read whole."""

TITLE = ("title",)
"""The path of the title in an entry."""


@dataclass
class PlannedRow:
    """A row, the entry that it stands for, and that entry as it is ``before``.

    Where cells are wrong, the entry has what the others say, so that it can be compared with the
    rest; it is None if not even that is possible. ``doubtful`` says that cells about its links,
    access or phases are wrong. ``keys`` are those that change.
    """

    document: RowDocument
    id: str
    title: str
    entry: Entry | None
    before: Entry | None
    problems: list[Problem] = field(default_factory=list)
    keys: tuple[str, ...] = ()
    doubtful: bool = False

    @property
    def is_unchanged(self) -> bool:
        """Whether the entry is there already and is as the row says."""
        return self.before is not None and not self.keys


class RowPlanner:
    """Plans the rows of a table one by one. ``added`` is the date for new entries without one.

    ``certain`` are the values that were wrong and can only mean one thing, with what that is.
    """

    def __init__(
        self,
        catalog: Catalog,
        facets: Facets,
        reader: RowReader,
        name: str,
        *,
        update: bool,
        added: str | None,
    ) -> None:
        self._catalog = catalog
        self._facets = facets
        self._reader = reader
        self._name = name
        self._update = update
        self._added = added
        self._order = entry_keys(catalog.facets, catalog.entry_type)
        self._folder = entry_folder_of(catalog)
        self._ids_by_title = {entry.title: entry.id for entry in catalog.entries.values()}
        self._titles_by_id: dict[str, str] = {}
        self.certain: list[tuple[str, str]] = []
        self._by_id: dict[str, PlannedRow] = {}

    def row(
        self,
        number: int,
        cells: Sequence[str],
        columns: Sequence[Column | None],
        headings: Sequence[str],
    ) -> PlannedRow:
        """Plan one row."""
        padded = [*cells, *[""] * (len(columns) - len(cells))]
        found = [(c, cell) for c, cell in zip(columns, padded, strict=False) if c is not None]
        given = next((cell.strip() for c, cell in found if c.path == ("id",)), "")
        title = next((" ".join(cell.split()) for c, cell in found if c.path == TITLE), "")
        entry_id = given or self._id_of(title)
        before = self._catalog.entries.get(entry_id)
        current = entry_data(before, self._catalog.facets) if before is not None else None
        others = [(column, cell) for column, cell in found if column.path != ("id",)]
        data = self._reader.data(number, others, current)
        if before is None and self._added and "added" in self._order and "added" not in data:
            data["added"] = self._added
        places = tuple(
            (column.path, place, headings[place - 1])
            for place, column in enumerate(columns, 1)
            if column is not None
        )
        document = RowDocument(self._name, "", data, row=number, columns=places)
        problems = id_problems(document, given, entry_id)
        if any(cell.strip() for cell in cells[len(columns) :]):
            message = _(
                "This row has %(cells)s cells, the first row names %(columns)s.",
                cells=len(cells),
                columns=len(columns),
            )
            hint = _("Put text that contains the separator in quotation marks.")
            problems.append(document.problem("wrong-kind", (), message, hint))
        problems += _errors_of_spreadsheet(document, data)
        if before is not None:
            problems += lost_letters(document, current or {}, data)
        entry, doubtful, entry_problems = self._entry(document, entry_id)
        if document.certain:
            document = replace(document, data=self._mended(document), certain={})
            entry, doubtful, entry_problems = self._entry(document, entry_id)
        if self._update and given and before is None and not any(c.path == TITLE for c, _ in found):
            # Without a title it is no new entry, so its id is the mistake.
            entry, entry_problems = None, [self._unknown_id(document, given)]
        row = PlannedRow(document, entry_id, title, entry, before, [*problems, *entry_problems])
        row.doubtful = doubtful
        if before is not None and entry is not None:
            row.title = entry.title
            row.keys = tuple(self._changed_keys(entry, before))
            if row.keys and not self._update:
                message = _(
                    "There is an entry “%(id)s” already; %(keys)s would change.",
                    id=entry_id,
                    keys=together(row.keys),
                )
                hint = _("Add --update to change it, or give this row another id.")
                row.problems.append(document.problem("duplicate-id", ("id",), message, hint))
        self._check_repeated_id(row)
        return row

    def _mended(self, document: RowDocument) -> dict[str, Any]:
        """The data of a row with each value that can only mean one thing written so."""
        data: dict[str, Any] = copy.deepcopy(document.data)
        for path, meaning in document.certain.items():
            *steps, last = path
            part: Any = data
            for step in steps:
                part = part[step]
            if isinstance(part[last], str) and isinstance(meaning, str):
                self.certain.append((part[last], meaning))
                part[last] = meaning
        return data

    def _unknown_id(self, document: RowDocument, given: str) -> Problem:
        message = _("There is no entry “%(named)s”.", named=given)
        hint = did_you_mean(given, self._catalog.entries)
        hint = hint or _("An id is the name of a file in “entries”.")
        return document.problem("unknown-entry", ("id",), message, hint)

    def _id_of(self, title: str) -> str:
        """The id of a row that gives none: that of the entry with its title, or a new one.

        Rows whose titles would have the same id, such as C and C++, have different ones.
        """
        if title in self._ids_by_title:
            return self._ids_by_title[title]
        wanted = id_from_title(title)
        if self._titles_by_id.setdefault(wanted, title) == title or not wanted:
            return wanted
        found = free_id(title, {*self._titles_by_id, *self._catalog.entries})
        self._titles_by_id[found] = title
        self._ids_by_title[title] = found
        return found

    def _entry(
        self, document: RowDocument, entry_id: str
    ) -> tuple[Entry | None, bool, list[Problem]]:
        """The entry of a row as far as it can be read, whether that is doubtful, and problems."""
        file = _("row %(row)s of %(file)s", row=document.row, file=self._name)
        entry, problems = record_of(self._folder, entry_id, document, self._facets, file)
        wrong = _keys_at(document, problems)
        if entry is None:
            # What a row lacks must not hide what else is wrong with it.
            stand_in = {key: value for key, value in document.data.items() if key not in wrong}
            rest = {"title": file, "summary": file, **stand_in}
            partial = replace(document, data=rest)
            entry, _more = record_of(self._folder, entry_id, partial, self._facets, file)
        return entry, bool(wrong & REFERENCE_KEYS), problems

    def _changed_keys(self, entry: Entry, before: Entry) -> Iterator[str]:
        new, old = (entry_data(e, self._catalog.facets) for e in (entry, before))
        return (key for key in self._order if new.get(key) != old.get(key))

    def _check_repeated_id(self, row: PlannedRow) -> None:
        if not row.id and row.entry is not None:
            row.entry = row.entry.model_copy(update={"id": f"row-{row.document.row}"})
        other = self._by_id.setdefault(row.id, row) if row.id else row
        if other is row:
            return
        number = other.document.row
        if other.document.data == row.document.data:
            message = _("Row %(row)s is the same.", row=number)
            hint = _("Remove one of the two.")
        else:
            message = _("Row %(row)s has the id “%(id)s” as well.", row=number, id=row.id)
            hint = _("Give each its own id in a column “id”, or remove one.")
        row.problems.append(row.document.problem("duplicate-id", ("id",), message, hint))
        if row.entry is not None:
            same = other.document.data == row.document.data
            stand_in = f"{row.id}-row-{row.document.row}"
            row.entry = None if same else row.entry.model_copy(update={"id": stand_in})


def _errors_of_spreadsheet(document: RowDocument, data: Mapping[str, Any]) -> Iterator[Problem]:
    """The cells in which a spreadsheet shows an error, whatever belongs there."""
    for path, text in texts_of(data):
        if is_spreadsheet_error(text):
            message = _("%(value)s is a spreadsheet error.", value=quoted(text))
            hint = _("Write the value itself, or leave it out.")
            yield document.problem("spreadsheet-error", path, message, hint)


def _keys_at(document: RowDocument, problems: Collection[Problem]) -> set[str]:
    """The keys of an entry in whose cells there are problems."""
    at: dict[int, Any] = {number: path[0] for path, number, _ in document.columns}
    return {str(at[problem.column]) for problem in problems if problem.column in at}
