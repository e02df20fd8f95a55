"""Lists: entries in an order, cut into pages where there are too many for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resource_catalog.model import Entry

LIST_LENGTH = 60
"""How many entries a list shows before it goes on on another page."""


@dataclass(frozen=True)
class Part:
    """One page of a list of ``length`` entries; most lists have one part.

    ``start`` entries stand on the pages before, ``first`` is the address of the
    first page, ``total`` the number of pages.
    """

    entries: Sequence[Entry]
    start: int
    length: int
    number: int
    total: int
    first: str

    def path(self, number: int) -> str:
        """The address of a part; no term may have an id of this form."""
        return self.first if number == 1 else f"{self.first}page-{number}/"


def whole(entries: Sequence[Entry], path: str) -> Part:
    """A list that stays on one page however long it is."""
    return Part(entries, 0, len(entries), 1, 1, path)


def in_parts(entries: Sequence[Entry], path: str, size: int = LIST_LENGTH) -> Iterator[Part]:
    """A list in parts of ``size`` entries; an empty list is one part."""
    total = max(1, -(-len(entries) // size))
    for number in range(1, total + 1):
        start = (number - 1) * size
        yield Part(entries[start : start + size], start, len(entries), number, total, path)
