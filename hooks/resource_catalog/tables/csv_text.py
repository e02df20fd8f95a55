"""CSV text: rows of cells as the text of a file, as RFC 4180 has it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import chain

from resource_catalog.model import Entry
from resource_catalog.tables.columns import Column, Facets, row

MARK = "\ufeff"
"""Without it, a spreadsheet that opens the file takes “é” for “Ã©”. Programs skip it."""


def entries_as_csv(entries: Iterable[Entry], facets: Facets, wanted: Sequence[Column]) -> str:
    """A table with one row an entry, by id."""
    in_order = sorted(entries, key=lambda entry: entry.id)
    headings = [column.name for column in wanted]
    return csv_text(chain([headings], (row(entry, facets, wanted) for entry in in_order)))


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """The rows, the first of them the headings, with a byte order mark for spreadsheets."""
    text = io.StringIO(newline="")
    text.write(MARK)
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()
