"""Define Page, what the site builder needs to know about a page, and helpers to build one."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from resource_catalog.model.messages import _, number
from resource_catalog.model.records.entry import Entry
from resource_catalog.site.availability.open_counts import opening_note
from resource_catalog.site.pagination import PAGE_SIZE, paginate
from resource_catalog.site.site import Site
from resource_catalog.site.structured_data import ItemList

DESCRIPTION_LENGTH = 160
"""Search engines cut a description at about this many characters."""

_SPACES = re.compile(r"[^\S\xa0\u202f]+")
"""What may become one space; those that keep a sign with its word, as in French, stay."""


@dataclass(frozen=True)
class Page:
    """One page. ``path`` is its path below the site's root, ending in a slash.

    ``template`` is a file in ``overrides/catalog/``, which is rendered with ``data`` and the
    catalog. ``source`` is the file to edit if the page is wrong. ``updated`` is a date that a
    person has recorded, never one that a program has computed. ``code`` names a module of
    ``overrides/js/`` that only some pages load. ``depends_only_on_data`` means that the template
    uses no entries except those in ``data``, and otherwise at most the number of entries of a
    term. ``structured_data`` returns the JSON-LD of the page and uses only what is in ``data``.
    ``feed`` is the path, without suffix, of the feed of the entries listed on the page.
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
    depends_only_on_data: bool = False
    feed: str | None = None


def paginated(
    page: Page, entries: Sequence[Entry], site: Site, size: int = PAGE_SIZE
) -> Iterator[Page]:
    """One page for each part of ``entries``, derived from ``page``."""
    note = opening_note(entries, site)
    for list_page in paginate(entries, page.path, size):
        title = page.title
        if list_page.number > 1:
            title = _("%(title)s, page %(number)s", title=title, number=number(list_page.number))
        item_list = ItemList(title, page.description, list_page, site.absolute_url)
        yield replace(
            page,
            path=list_page.path(list_page.number),
            title=title,
            data={**page.data, "list_page": list_page, "opening_note": note},
            structured_data=item_list.script_text,
        )


def meta_description(text: str) -> str:
    """``text`` on one line, truncated at a word to what search engines show."""
    line = _SPACES.sub(" ", text).strip()
    if len(line) <= DESCRIPTION_LENGTH:
        return text if line == text else line
    return line[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
