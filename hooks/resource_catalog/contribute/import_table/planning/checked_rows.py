"""Check the rows of a table together, on the catalog as it would be, and make their files.

All rules are checked, so that an imported table never breaks a catalog.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from resource_catalog.contribute.import_table.planning.row_planner import PlannedRow
from resource_catalog.exports.spreadsheet.columns import entry_data
from resource_catalog.loading.checks import problems_of
from resource_catalog.loading.folder_layout import ENTRIES
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.tags import Facets, entry_keys
from resource_catalog.loading.yaml.entry_editor import edit_entry
from resource_catalog.loading.yaml.entry_writer import SCHEMA_LINE, entry_text
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem


@dataclass
class CheckedRows:
    """Rows that were checked together: problems, the numbers of refused rows, files to write.

    ``old_texts`` are the current contents of those files that exist.
    """

    problems: list[Problem]
    refused: set[int]
    new_texts: dict[Path, str]
    old_texts: dict[Path, str]


class RowChecker:
    """Checks planned rows beside the entries of a catalog. ``name`` is that of the table's file."""

    def __init__(
        self, loaded: LoadedCatalog, facets: Facets, name: str, today: datetime.date | None
    ) -> None:
        self._loaded = loaded
        self._catalog = loaded.catalog
        self._facets = facets
        self._order = entry_keys(self._catalog.facets, self._catalog.entry_type)
        self._name = name
        self._today = today

    def checked(self, rows: Sequence[PlannedRow], *, take_good: bool) -> CheckedRows:
        """Check rows together. No file is to be written while there is a problem.

        With ``take_good``, rows are refused until the others have none.
        """
        found = self._check(rows)
        problems, refused = found.problems, found.refused
        while take_good and found.problems:
            # A row may only have been right beside one that is now refused.
            found = self._check([row for row in rows if row.document.row not in refused])
            problems = sorted({*problems, *found.problems})
            if not found.refused - refused:
                break
            refused = refused | found.refused
        texts = {} if found.problems else found.new_texts
        return CheckedRows(problems, refused, texts, found.old_texts)

    def _check(self, rows: Sequence[PlannedRow]) -> CheckedRows:
        """Check rows together, and make the files of those that are right."""
        across = problems_of(self._updated_catalog(rows), today=self._today)
        problems = sorted({*across, *(problem for row in rows for problem in row.problems)})
        checked = CheckedRows(problems, self._rows_with(problems), {}, {})
        for row in rows:
            number = row.document.row
            if number in checked.refused or row.is_unchanged:
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

    def _updated_catalog(self, rows: Sequence[PlannedRow]) -> LoadedCatalog:
        entries = dict(self._catalog.entries)
        documents: dict[str, Document] = dict(self._loaded.entry_documents)
        doubtful, broken = set(self._loaded.doubtful_ids), set(self._loaded.broken_ids)
        for row in rows:
            if row.is_unchanged:
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
