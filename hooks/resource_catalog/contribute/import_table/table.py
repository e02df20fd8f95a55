"""Define the table that is imported, whatever kind of file it comes from."""

from __future__ import annotations

from dataclasses import dataclass


class UnreadableTableError(Exception):
    """The file cannot be read as a table. The message has the reason and a remedy."""


@dataclass(frozen=True)
class Table:
    """A table. ``rows`` are pairs of the row number in a spreadsheet and the cells.

    ``is_encoding_guessed`` means that the encoding is not certain; ``sample_word`` is then a
    non-ASCII word for a person to verify it with. ``sheet`` is the name of the sheet of a workbook,
    ``notes`` are sentences on what was left out of it.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    encoding: str
    separator: str
    is_encoding_guessed: bool = False
    sample_word: str = ""
    sheet: str = ""
    notes: tuple[str, ...] = ()


def column_letters(number: int) -> str:
    """The letters of a column in a spreadsheet: A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
