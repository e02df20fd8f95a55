"""Write rows of cells as CSV (RFC 4180) in UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import chain

from resource_catalog.exports.spreadsheet.columns import Column, Vocabularies, entry_row
from resource_catalog.model.records.entry import Entry

BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheets open the file in another encoding than UTF-8."""


def entries_as_csv(
    entries: Iterable[Entry], facets: Vocabularies, columns_shown: Sequence[Column]
) -> bytes:
    """A table with one row per entry, sorted by id."""
    in_order = sorted(entries, key=lambda entry: entry.id)
    headings = [column.name for column in columns_shown]
    return csv_file(
        chain([headings], (entry_row(entry, facets, columns_shown) for entry in in_order))
    )


def csv_file(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV, the first of them headings, with a byte order mark for spreadsheets."""
    file = io.BytesIO()
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    text.write(BYTE_ORDER_MARK)
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    text.flush()
    return file.getvalue()
