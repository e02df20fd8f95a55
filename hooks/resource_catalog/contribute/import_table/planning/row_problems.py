"""Locate the problems of a row in its cells, in the words of the table."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from resource_catalog.contribute.import_table.table import column_letters
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.field_types.dates import possible_dates
from resource_catalog.model.messages import N_, _, together
from resource_catalog.model.problems import Problem, Replacement, quoted

_HINTS: Mapping[str, str] = {
    "duplicate-title": N_("Is it the same resource? Then remove one of the two."),
    "duplicate-url": N_(
        "Keep it in one place. If it is the page of both, write true in a column “link_1_shared” "
        "for both."
    ),
    "missing-link": N_(
        "Fill in the link, or write unlocated in a column “access” if you don’t have it."
    ),
    "primary-link": N_(
        "Write primary in “link_1_role” for the link to open first, alternate for the others."
    ),
    "duplicate-item": N_("List it once."),
}
"""What to do in a table, where the hint for a file names its lines."""

_ONLY_LANDING = N_(
    "Write primary in “link_1_role” for the page to open, and true in “link_1_shared” if other "
    "rows have it too."
)


@dataclass(frozen=True)
class RowDocument(Document):
    """A row as a document: the line of a problem is the row, its column that of the cell.

    ``columns`` are the paths, numbers and headings of the columns that the table has. ``certain``
    collects what values with a problem can only mean.
    """

    row: int = 0
    columns: tuple[tuple[YamlPath, int, str], ...] = ()
    certain: dict[YamlPath, Replacement] = field(default_factory=dict, compare=False)

    def problem(
        self,
        code: str,
        path: YamlPath,
        message: str,
        hint: str = "",
        *,
        key: bool = False,  # noqa: ARG002  # a row has values only
        replacement: Replacement | None = None,
    ) -> Problem:
        """A problem in the cell for ``path``."""
        if replacement is not None:
            self.certain[path] = replacement
        if code == "bad-date":
            hint = f"{hint} {self._date_hint(path)}"
        if code == "unknown-term" and self._has_commas(path):
            hint = " ".join([hint, _("In a cell, put a semicolon between two terms.")])
        if code == "missing-link" and any(known[0] == "links" for known, _, _ in self.columns):
            path = ("links",)
        hint = _(_HINTS[code]) if path and code in _HINTS else hint
        if code == "missing-link" and self.data.get("links"):
            hint = _(_ONLY_LANDING)
        column = self._column(path)
        heading = next((quoted(h) for _path, number, h in self.columns if number == column), "")
        return Problem(
            *(self.file, self.row, column, code, message, hint, replacement),
            "" if not path or heading in message else heading,
        )

    def missing_key(
        self,
        path: YamlPath,
        key: str,
        hint: str = "",
        *,
        options: Collection[str] = (),
        at: YamlPath | None = None,  # noqa: ARG002  # the empty cell is the place
    ) -> Problem:
        """The problem that a cell is empty, or that no column says what must be there."""
        full = (*path, key)
        heading = next((h for known, _number, h in self.columns if known == full), None)
        if options:
            hint = hint or _("One of: %(terms)s.", terms=", ".join(options))
        if heading is None:
            message = _("No column has the “%(key)s” of this entry.", key=key)
            hint = hint or _("Add such a column, or name the one that has it in a mapping file.")
            return self.problem("missing-key", full, message, hint)
        columns = self.columns if path else ()
        filled = [quoted(h) for known, _number, h in columns if self._is_filled(known, path)]
        message = _("%(column)s is empty.", column=quoted(heading))
        if filled:
            message = _(
                "%(column)s is empty, but %(others)s is filled in.",
                column=quoted(heading),
                others=together(filled),
            )
            hint = hint or _("Fill in both or neither.")
        return self.problem("missing-key", full, message, hint or _("Fill it in."))

    def where(self, path: YamlPath) -> str:
        """The cell for ``path``, for messages about another place."""
        number = next((number for known, number, _ in self.columns if known == path), None)
        if number is None:
            return _("row %(row)s of %(file)s", row=self.row, file=os.path.basename(self.file))
        cell = f"{column_letters(number)}{self.row}"
        return _("%(cell)s of %(file)s", cell=cell, file=os.path.basename(self.file))

    def _is_filled(self, column: YamlPath, group: YamlPath) -> bool:
        """Whether a column belongs to a group and has a value in this row."""
        return column[: len(group)] == group and column[len(group)] in self._value_at(group)

    def _value_at(self, path: YamlPath) -> dict[str, str]:
        found = self.data
        for step in path:
            found = found[step]
        return found if isinstance(found, dict) else {}

    def _has_commas(self, path: YamlPath) -> bool:
        found = self.data.get(path[0]) if path else None
        return "," in "".join(found) if isinstance(found, list) else "," in str(found)

    def _date_hint(self, path: YamlPath) -> str:
        written = self.data.get(path[0]) if len(path) == 1 else None
        if isinstance(written, str) and possible_dates(written):
            return _("A mapping file can say “dates: day-first” or “dates: month-first”.")
        return _("Spreadsheets rewrite dates: format the column as text before you type them.")

    def _column(self, path: YamlPath) -> int:
        while path:
            for known, number, _heading in self.columns:
                if known[: len(path)] == path:
                    return number
            path = path[:-1]
        return 1
