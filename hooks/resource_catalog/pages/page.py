"""A page: all that the site builder sees of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from resource_catalog.model.records.entry import Entry
from resource_catalog.site.pagination import PAGE_SIZE, paginate
from resource_catalog.site.site import Site
from resource_catalog.site.structured_data import ItemList

DESCRIPTION_LENGTH = 160
"""Search engines cut a description at about this many characters."""


@dataclass(frozen=True)
class Page:
    """One page: ``path`` is its address below the site's root, ending in a slash.

    ``template`` is a file in ``overrides/catalog/``; it is given ``data`` and
    the catalog. ``source`` is the file to edit when the page is wrong.
    ``updated`` is a day that a person wrote down, never one a program found.
    ``code`` names a module of ``overrides/js/`` that this page alone runs.
    ``is_told_all`` says that the template shows nothing of any entry but what
    is in ``data``, and else at most how many entries a term has.
    ``structured_data`` writes what search engines are told, of nothing but what is in ``data``.
    ``feed`` is the path of the feed about what the page lists, without its ending.
    """

    path: str
    title: str
    description: str
    template: str
    data: Mapping[str, Any] = field(default_factory=dict)
    source: str | None = None
    structured_data: Callable[[], str] | None = field(default=None, compare=False)
    updated: datetime.date | None = None
    code: str | None = None
    is_told_all: bool = False
    feed: str | None = None


def listing(
    page: Page, entries: Sequence[Entry], site: Site, size: int = PAGE_SIZE
) -> Iterator[Page]:
    """A page that lists entries, as often as it takes to list them all."""
    for list_page in paginate(entries, page.path, size):
        title = page.title if list_page.number == 1 else f"{page.title}, page {list_page.number}"
        yield replace(
            page,
            path=list_page.path(list_page.number),
            title=title,
            data={**page.data, "list_page": list_page},
            structured_data=ItemList(title, page.description, list_page, site.address).text,
        )


def summary_line(text: str) -> str:
    """``text`` on one line, cut at a word where it is longer than a search engine shows."""
    line = " ".join(text.split())
    if len(line) <= DESCRIPTION_LENGTH:
        return line
    return line[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def count(number: int, one: str, many: str | None = None) -> str:
    """``1 resource``, ``4 resources``, ``No resources``."""
    word = one if number == 1 else (many or f"{one}s")
    return f"{number or 'No'} {word}"
