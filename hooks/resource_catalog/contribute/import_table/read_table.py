"""Reading: the bytes of a table, from whichever program they come, as headings and rows of text.

Excel alone saves a table in four ways: UTF-8 with a mark, UTF-16 with tabs,
Windows-1252, and with semicolons where the comma stands in numbers.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

MAX_BYTES = 100_000_000
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright lines"}

_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""What Excel reads before the headings: which sign stands between the cells."""
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FOREIGN = re.compile(r"\w*[^\W0-9A-Za-z_]\w*|[^\x00-\x7f]")
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SAMPLE = 4000


class UnreadableTable(Exception):
    """Nothing can be read from the file. The message says why and what would help."""


@dataclass(frozen=True)
class Table:
    """A table: ``rows`` have the numbers that a spreadsheet shows beside them.

    ``encoding`` and ``separator`` say how it was read; ``is_guess`` that the
    encoding was not certain, ``sample`` a word by which a person can tell.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    encoding: str
    separator: str
    is_guess: bool = False
    sample: str = ""


def read_table(raw: bytes, is_known: Callable[[str], bool], encoding: str | None = None) -> Table:
    """Read a table. ``is_known`` tells of a heading whether it means something here.

    Raises :class:`UnreadableTable`.
    """
    if len(raw) > MAX_BYTES:
        raise UnreadableTable("The file has more than 100 MB. Is it the right one?")
    if raw.startswith(_SPREADSHEETS):
        raise UnreadableTable(
            "This is a spreadsheet in its own format. In Excel, save it as “CSV UTF-8”; in Google "
            "Sheets, download it as comma-separated values."
        )
    text, name, is_guess = _decoded(raw, encoding)
    if "\0" in text:
        raise UnreadableTable("This is not a table of text: it holds bytes that are no letters.")
    said = _SAID.match(text)
    if said:
        text = text[said.end() :]
    separator = said[1] if said else _separator(text, is_known)
    records = [
        (number, cells)
        for number, cells in enumerate(_records(text, separator), start=2 if said else 1)
        if any(cell.strip() for cell in cells)
    ]
    if not records:
        raise UnreadableTable("There is nothing in this table. Its first row names the columns.")
    (_, headings), *rows = records
    sample = _FOREIGN.search(text) if is_guess else None
    return Table(
        tuple(heading.strip() for heading in headings),
        tuple(rows),
        name,
        separator,
        is_guess,
        sample[0] if sample else "",
    )


def _decoded(raw: bytes, encoding: str | None) -> tuple[str, str, bool]:
    """The text, the name of its encoding, and whether that is a guess."""
    if encoding is not None:
        try:
            return raw.decode(encoding).removeprefix("\ufeff"), encoding, False
        except LookupError:
            raise UnreadableTable(f"“{encoding}” is not an encoding.") from None
        except UnicodeError:
            raise UnreadableTable(f"The file is not in {encoding}.") from None
    half = raw[:_SAMPLE]
    try:
        if raw.startswith(_UTF_16_MARKS):
            return raw.decode("utf-16"), "UTF-16", False
        if half[1::2].count(0) > len(half) // 4:
            return raw.decode("utf-16-le"), "UTF-16", False
    except UnicodeError:
        raise UnreadableTable("The file is UTF-16 but damaged. Save it anew.") from None
    try:
        return raw.decode("utf-8-sig"), "UTF-8", False
    except UnicodeError:
        pass
    try:
        return raw.decode("cp1252"), "Windows-1252", True
    except UnicodeError:
        raise UnreadableTable(
            "The file is neither UTF-8 nor Windows-1252. Save it as “CSV UTF-8”, or name its "
            "encoding with --encoding."
        ) from None


def _separator(text: str, is_known: Callable[[str], bool]) -> str:
    """The sign that cuts the first row into the most headings that mean something."""

    def rank(separator: str) -> tuple[int, int]:
        try:
            first = next((r for r in _records(text, separator) if any(map(str.strip, r))), ())
        except UnreadableTable:
            return 0, 0
        return sum(is_known(cell) for cell in first), len(first)

    return max(SEPARATORS, key=rank)


def _records(text: str, separator: str) -> Iterator[tuple[str, ...]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    read = 0
    try:
        for record in reader:
            read += 1
            yield tuple(cell.replace("\r\n", "\n").replace("\r", "\n") for cell in record)
    except csv.Error as error:
        what = (
            "A cell is far too long; a quotation mark may be missing at its end."
            if "limit" in str(error)
            else "A quotation mark is left open, or stands where text goes on behind it."
        )
        raise UnreadableTable(
            f"Row {read + 1} cannot be read (line {reader.line_num} of the file). {what} A "
            "quotation mark inside a text is written twice, and the text has one at each end."
        ) from None
