"""CSV text: rows of cells as the content of a file, as RFC 4180 has it, in UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import chain

from resource_catalog.exports.spreadsheet.columns import Column, Facets, row
from resource_catalog.model.records.entry import Entry

MARK = "\ufeff"
"""Without it, a spreadsheet that opens the file takes “é” for “Ã©”. Programs skip it."""


def entries_as_csv(entries: Iterable[Entry], facets: Facets, wanted: Sequence[Column]) -> bytes:
    """A table with one row an entry, by id."""
    in_order = sorted(entries, key=lambda entry: entry.id)
    headings = [column.name for column in wanted]
    return csv_file(chain([headings], (row(entry, facets, wanted) for entry in in_order)))


def csv_file(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows, the first of them the headings, with a byte order mark for spreadsheets."""
    file = io.BytesIO()
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    text.write(MARK)
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    text.flush()
    return file.getvalue()
