"""Paginate a list of entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resource_catalog.model.records.entry import Entry

PAGE_SIZE = 60
"""How many entries a page of a list holds."""


@dataclass(frozen=True)
class ListPage:
    """One page of a paginated list.

    ``entries`` are those on this page and ``start`` is the number of entries before them.
    ``number`` counts from 1. ``entry_count`` and ``page_count`` are of the whole list, and
    ``first_path`` is the path of its first page.
    """

    entries: Sequence[Entry]
    start: int
    entry_count: int
    number: int
    page_count: int
    first_path: str

    def path(self, number: int) -> str:
        """The path of a page of this list. No term may have an id of the form ``page-2``."""
        return self.first_path if number == 1 else f"{self.first_path}page-{number}/"


def single_page(entries: Sequence[Entry], path: str) -> ListPage:
    """A list on one page, however long it is."""
    return ListPage(entries, 0, len(entries), 1, 1, path)


def paginate(entries: Sequence[Entry], path: str, size: int = PAGE_SIZE) -> Iterator[ListPage]:
    """The pages of a list, with ``size`` entries each; an empty list has one page."""
    page_count = max(1, -(-len(entries) // size))
    for number in range(1, page_count + 1):
        start = (number - 1) * size
        yield ListPage(entries[start : start + size], start, len(entries), number, page_count, path)
