"""Read a file as a table; of a CSV file, detect the encoding and the separator.

Excel alone writes UTF-8 with a byte order mark, UTF-16 with tabs, Windows-1252, and semicolons in
locales with a decimal comma.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator

from resource_catalog.contribute.import_table.read_workbook import (
    OLD_SIGNATURE,
    ZIP_SIGNATURE,
    read_workbook,
)
from resource_catalog.contribute.import_table.table import Table, UnreadableTableError
from resource_catalog.loading.yaml.merge_conflicts import merge_conflict
from resource_catalog.model.messages import N_, _

MAX_BYTES = 100_000_000
SEPARATORS = {",": N_("commas"), ";": N_("semicolons"), "\t": N_("tabs"), "|": N_("vertical bars")}

_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""The line before the headings by which Excel declares the separator."""
_UTF_16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_NON_ASCII_WORD = re.compile(r"\w*[^\W0-9A-Za-z_]\w*|[^\x00-\x7f]")
_SAMPLE_SIZE = 4000


def read_table(
    raw: bytes,
    is_known: Callable[[str], bool],
    encoding: str | None = None,
    sheet: str | None = None,
) -> Table:
    """Read a table. ``is_known`` returns whether a heading is a known one, to detect the separator.

    ``encoding`` is that of a file of text, if it is known; ``sheet`` the one of a workbook to read.
    Raises :class:`UnreadableTableError`.
    """
    if len(raw) > MAX_BYTES:
        raise UnreadableTableError(_("The file has more than 100 MB. Is it the right one?"))
    if raw.startswith((ZIP_SIGNATURE, OLD_SIGNATURE)):
        return read_workbook(raw, sheet)
    if sheet is not None:
        raise UnreadableTableError(_("Only workbooks have sheets; this is a text file."))
    text, name, is_guess = _decode(raw, encoding)
    if "\0" in text:
        raise UnreadableTableError(
            _("This is not a text file: it contains bytes that are not letters.")
        )
    if conflict := merge_conflict(text, ""):
        raise UnreadableTableError(
            _(
                "Line %(line)s: %(message)s",
                line=conflict.line,
                message=f"{conflict.message} {conflict.hint}",
            )
        )
    declared = _SEPARATOR_LINE.match(text)
    if declared:
        text = text[declared.end() :]
    separator = declared[1] if declared else _detect_separator(text, is_known)
    records = _records(text, separator, 2 if declared else 1)
    if any(map(_is_quoted_behind_space, (cell for _, row in records for cell in row))):
        records = _with_spaces_before_quotation_marks(text, separator, records)
    if not records:
        raise UnreadableTableError(_("This table is empty. Its first row should name the columns."))
    (_number, headings), *rows = records
    sample = _NON_ASCII_WORD.search(text) if is_guess else None
    return Table(
        tuple(heading.strip() for heading in headings),
        tuple(rows),
        name,
        separator,
        is_guess,
        sample[0] if sample else "",
    )


def _records(
    text: str, separator: str, start: int, *, skip_spaces: bool = False
) -> list[tuple[int, tuple[str, ...]]]:
    """The rows that have anything in them, with their numbers."""
    rows = _parse_rows(text, separator, skip_spaces=skip_spaces)
    numbered = enumerate(rows, start=start)
    return [(number, row) for number, row in numbered if any(cell.strip() for cell in row)]


def _is_quoted_behind_space(cell: str) -> bool:
    """Whether a quotation mark behind a space was taken for a letter, and seems not to be one."""
    text = cell.strip()
    is_behind = cell.startswith((" ", "\t")) and text.startswith('"')
    return is_behind and (text.count('"') % 2 == 1 or text.endswith('"'))


def _with_spaces_before_quotation_marks(
    text: str, separator: str, records: list[tuple[int, tuple[str, ...]]]
) -> list[tuple[int, tuple[str, ...]]]:
    """The rows of a table in which a space follows every separator, which means nothing then."""
    rest = [cell for _, row in records for cell in row[1:] if cell]
    if all(cell.startswith((" ", "\t")) for cell in rest):
        return _records(text, separator, records[0][0], skip_spaces=True)
    row = next(n for n, cells in records if any(map(_is_quoted_behind_space, cells)))
    raise UnreadableTableError(
        _(
            "Row %(row)s has a space before a quotation mark, which makes the mark part of the "
            "text. Delete the space, or put one after every separator in the table.",
            row=row,
        )
    )


def _decode(raw: bytes, encoding: str | None) -> tuple[str, str, bool]:
    """The text, the name of its encoding, and whether that is a guess."""
    if encoding is not None:
        try:
            return raw.decode(encoding).removeprefix("\ufeff"), encoding, False
        except LookupError:
            raise UnreadableTableError(
                _("“%(encoding)s” is not an encoding.", encoding=encoding)
            ) from None
        except UnicodeError:
            raise UnreadableTableError(
                _("The file is not in %(encoding)s.", encoding=encoding)
            ) from None
    start = raw[:_SAMPLE_SIZE]
    try:
        if raw.startswith(_UTF_16_BOMS):
            return raw.decode("utf-16"), "UTF-16", False
        if start[1::2].count(0) > len(start) // 4:
            return raw.decode("utf-16-le"), "UTF-16", False
    except UnicodeError:
        raise UnreadableTableError(_("The file is UTF-16 but damaged. Save it again.")) from None
    try:
        return raw.decode("utf-8-sig"), "UTF-8", False
    except UnicodeError:
        pass
    try:
        return raw.decode("cp1252"), "Windows-1252", True
    except UnicodeError:
        raise UnreadableTableError(
            _(
                "The file is neither UTF-8 nor Windows-1252. Save it as “CSV UTF-8”, or name its "
                "encoding with --encoding."
            )
        ) from None


def _detect_separator(text: str, is_known: Callable[[str], bool]) -> str:
    """The separator that splits the first row into the most known headings."""

    def rank(separator: str) -> tuple[int, int]:
        try:
            first = next((r for r in _parse_rows(text, separator) if any(map(str.strip, r))), ())
        except UnreadableTableError:
            return 0, 0
        return sum(is_known(cell) for cell in first), len(first)

    return max(SEPARATORS, key=rank)


def _parse_rows(
    text: str, separator: str, *, skip_spaces: bool = False
) -> Iterator[tuple[str, ...]]:
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=separator,
        strict=True,
        skipinitialspace=skip_spaces,
    )
    read = 0
    try:
        for record in reader:
            read += 1
            yield tuple(cell.replace("\r\n", "\n").replace("\r", "\n") for cell in record)
    except csv.Error as error:
        what = (
            _("A cell is far too long; a quotation mark may be missing at its end.")
            if "limit" in str(error)
            else _("A quotation mark is never closed, or closes before the end of its text.")
        )
        raise UnreadableTableError(
            _(
                "Row %(row)s cannot be read (line %(line)s of the file). %(what)s Put the "
                "whole text in quotation marks, and write each quotation mark inside it twice.",
                row=read + 1,
                line=reader.line_num,
                what=what,
            )
        ) from None
