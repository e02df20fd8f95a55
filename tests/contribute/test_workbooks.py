"""Workbooks: what Excel shows is what is read, and what cannot be read gets one sentence."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from resource_catalog.contribute.import_table import read_workbook as module
from resource_catalog.contribute.import_table.read_table import read_table
from resource_catalog.contribute.import_table.table import Table, UnreadableTableError


def saved(fill: Callable[[Any], object]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(raw: bytes, sheet: str | None = None) -> Table:
    return read_table(raw, {"title"}.__contains__, sheet=sheet)


def test_cells_are_read_as_they_are_shown() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        sheet.title = "Resources"
        sheet.append(["title", "published", "pages", "shared", None])
        sheet.append([" Alpha ", datetime.date(2017, 9, 14), 24, True])
        sheet.append([])
        sheet.append(["Two\nlines", datetime.datetime(2017, 9, 1), 2.5, False])
        sheet.append(["2017", datetime.date(2017, 1, 1), "0042"])
        sheet["B4"].number_format = "mmm\\-yy"
        sheet["B5"].number_format = "yyyy"
        sheet.cell(row=7, column=1).number_format = "0.00"  # formatted, and empty
        book.create_sheet("Notes").append(["For us"])
        book.create_sheet("Lists").sheet_state = "hidden"

    found = read(saved(fill))
    assert found.headings == ("title", "published", "pages", "shared")
    assert found.rows == (
        (2, (" Alpha ", "2017-09-14", "24", "true")),
        (4, ("Two\nlines", "2017-09", "2.5", "false")),
        (5, ("2017", "2017", "0042")),
    )
    assert (found.sheet, found.encoding) == ("Resources", "Excel")
    assert found.notes == ("Other sheets were left out: “Notes”. --sheet NAME reads one of them.",)
    assert read(saved(fill), "Notes").headings == ("For us",)


def formula(book: Any) -> None:
    book.active.append(["title", "url"])
    book.active.append(["A", '="https://example.org/"&A2'])


def old_excel() -> bytes:
    return module.OLD_SIGNATURE + bytes(600)


def encrypted() -> bytes:
    return old_excel() + "EncryptedPackage".encode("utf-16-le") + bytes(100)


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (encrypted(), "This workbook has a password. Save it without one."),
        (old_excel(), "This workbook is from an old version of Excel. Save it as .xlsx, or"),
        (zipped(content=b"<ods/>"), "This is not an Excel workbook. Save it as .xlsx, or"),
        (zipped(**{"xl/workbook.xml": b"<no"}), "This workbook is damaged. Save it as .xlsx, or"),
        (saved(formula)[:-400], "This workbook is damaged."),
        (saved(lambda _: None), "This table is empty."),
        (saved(formula), "The cell B2 has a formula without a result. Open the table"),
    ],
    ids=["encrypted", "old", "other zip", "no xml", "cut off", "empty", "formula"],
)
def test_what_cannot_be_read_gets_one_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableTableError) as caught:
        read(raw)
    assert str(caught.value).startswith(said)


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped(**{"xl/workbook.xml": b"", "xl/worksheets/sheet1.xml": bytes(3_000_000)})
    assert len(bomb) < 10_000
    monkeypatch.setattr(module, "MAX_UNPACKED_BYTES", 2_000_000)
    with pytest.raises(UnreadableTableError, match="unpacks to far more"):
        read(bomb)


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ROWS", 3)
    raw = saved(lambda book: [book.active.append(["title"]) for _ in range(5)])
    with pytest.raises(UnreadableTableError, match="more than 3 rows"):
        read(raw)


def test_sheets_are_named_and_only_workbooks_have_any() -> None:
    with pytest.raises(UnreadableTableError, match=r"no sheet “Lists”\. There are: “Sheet”"):
        read(saved(formula), "Lists")
    with pytest.raises(UnreadableTableError, match="Only workbooks have sheets"):
        read(b"title\nA\n", "Lists")
