"""Read a sheet of a workbook that Excel, LibreOffice or Google Sheets has saved as .xlsx."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from resource_catalog.contribute.import_table.table import Table, UnreadableTableError
from resource_catalog.model.messages import N_, _
from resource_catalog.model.messages import number as grouped

MAX_UNPACKED_BYTES = 100_000_000
"""A workbook of a catalog unpacks to a few megabytes; a thousand times that is an attack."""
MAX_ROWS = 100_000
MAX_COLUMNS = 500

ZIP_SIGNATURE = b"PK\x03\x04"
OLD_SIGNATURE = b"\xd0\xcf\x11\xe0"
"""Of files of Excel before 2007, and of workbooks with a password."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = N_("Save it as .xlsx, or as “CSV UTF-8”.")
_FORMULA = re.compile(rb"<f[ >/]")
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
"""Parts of a number format that are shown as they are."""


def read_workbook(raw: bytes, sheet: str | None = None) -> Table:
    """Read a sheet: the first that is visible and not empty, or the one with the name ``sheet``.

    Raises :class:`UnreadableTableError`.
    """
    if raw.startswith(OLD_SIGNATURE):
        if _ENCRYPTED in raw:
            raise UnreadableTableError(_("This workbook has a password. Save it without one."))
        raise _unreadable(_("This workbook is from an old version of Excel."))
    has_formulas = _check_archive(raw)
    book = _open(raw)
    visible = [s for s in book.worksheets if s.sheet_state == "visible"]
    if sheet is not None:
        chosen = [s for s in book.worksheets if s.title == sheet]
        if not chosen:
            names = ", ".join(f"“{s.title}”" for s in book.worksheets)
            raise UnreadableTableError(
                _("There is no sheet “%(sheet)s”. There are: %(names)s.", sheet=sheet, names=names)
            )
    else:
        chosen = visible
    for candidate in chosen:
        records = list(_records(candidate))
        if records:
            break
    else:
        raise UnreadableTableError(_("This table is empty. Its first row should name the columns."))
    if has_formulas:
        _require_values(raw, candidate.title, records)
    (_number, headings), *rows = records
    notes = []
    if sheet is None and (others := [s.title for s in visible if s is not candidate]):
        names = ", ".join(f"“{title}”" for title in others)
        notes.append(
            _("Other sheets were left out: %(names)s. --sheet NAME reads one of them.", names=names)
        )
    return Table(
        tuple(heading.strip() for heading in headings),
        tuple(rows),
        "Excel",
        "",
        sheet=candidate.title,
        notes=tuple(notes),
    )


def _unreadable(what: str) -> UnreadableTableError:
    """The error that says ``what`` is wrong, and how else to save the table."""
    return UnreadableTableError(f"{what} {_(_SAVE_AS)}")


def _check_archive(raw: bytes) -> bool:
    """Refuse what is no workbook or too large; return whether there are formulas."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            infos = archive.infolist()
            if sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES:
                raise UnreadableTableError(
                    _("This workbook unpacks to far more data than a table of resources needs.")
                )
            names = {info.filename for info in infos}
            if "xl/workbook.xml" not in names:
                raise _unreadable(_("This is not an Excel workbook."))
            sheets = [name for name in names if name.startswith("xl/worksheets/")]
            return any(_FORMULA.search(archive.read(name)) for name in sheets)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError):
        raise _unreadable(_("This workbook is damaged.")) from None


def _open(raw: bytes, *, values: bool = True) -> Any:
    import openpyxl  # slow to import, and only for workbooks

    try:
        return openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=values)
    except Exception:  # whatever it meets in a file that is broken
        raise _unreadable(_("This workbook is damaged.")) from None


def _records(sheet: Any) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The numbers and cells of rows that are not empty, without empty cells at their end."""
    for number, cells in _rows(sheet):
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1].strip():
            texts.pop()
        if texts:
            yield number, tuple(texts)


def _rows(sheet: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
    sheet.reset_dimensions()  # which some programs write wrongly
    number = 0
    try:
        for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), start=1):
            if number > MAX_ROWS:
                raise UnreadableTableError(
                    _("The sheet has more than %(most)s rows.", most=grouped(MAX_ROWS))
                )
            yield number, cells
    except UnreadableTableError:
        raise
    except Exception:  # whatever openpyxl meets in a file that is broken
        raise _unreadable(
            _(
                "The sheet “%(sheet)s” cannot be read after row %(row)s.",
                sheet=sheet.title,
                row=number,
            )
        ) from None


def _text(cell: Any) -> str:
    """The text of a cell: dates and numbers as a person would write them in a catalog."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (datetime.datetime, datetime.date)):
        return _date(value, str(cell.number_format or ""))
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")


def _date(value: datetime.datetime | datetime.date, number_format: str) -> str:
    """A date as precise as it is shown: Excel keeps Sep-17 as the first of September."""
    shown = _QUOTED.sub("", number_format).lower()
    day = value.isoformat()[:10]
    if "y" in shown and "d" not in shown:
        return day[:7] if "m" in shown else day[:4]
    return day


def _require_values(raw: bytes, title: str, records: list[tuple[int, tuple[str, ...]]]) -> None:
    """Refuse a sheet that has formulas whose results were not saved with them."""
    known = dict(records)
    sheet = _open(raw, values=False)[title]
    for number, cells in _rows(sheet):
        for place, cell in enumerate(cells):
            row = known.get(number, ())
            if cell.data_type == "f" and not (place < len(row) and row[place]):
                raise UnreadableTableError(
                    _(
                        "The cell %(cell)s has a formula without a result. Open the table in a "
                        "spreadsheet program and save it there, or paste the values only.",
                        cell=cell.coordinate,
                    )
                )
