"""Columns: what lists and filters need of every document, each property in one compact text.

``names`` are enough for a search and its results; ``facets`` come on top for
the page with the filters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from resource_catalog.links.record.link_status import LinkStatus, LinkStatuses
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import TYPES
from resource_catalog.site.search.filters import Filter
from resource_catalog.site.search.search_documents import SearchDocument
from resource_catalog.site.search.words import STOP_WORDS, slug_words

FIRST_VALUE = 48
"""Values are written as characters from “0” on; in filters a comma ends an entry."""

_PATH_DATA = re.compile(r'<path d="([^"]+)"')
_VIEW_BOX = re.compile(r'viewBox="([^"]+)"')


def names(
    documents: Sequence[SearchDocument],
    catalog: Catalog,
    beginnings: Sequence[str],
    svg: Callable[[str | None], str],
) -> dict[str, Any]:
    """What everything is called and where it is. ``svg`` gives the picture of an icon's name."""
    entries = [document.entry for document in documents if document.entry is not None]
    types = {term.id: index for index, term in enumerate(catalog.facets[TYPES].terms)}
    return {
        "count": len(entries),
        "ids": "\n".join(short_id(entry.id, entry.title) for entry in entries),
        "titles": "\n".join(_line(document.title) for document in documents),
        "others": [
            [document.kind, document.path, document.context]
            for document in documents
            if document.entry is None
        ],
        "also": {
            str(number): [_line(title) for title in entry.also_known_as]
            for number, entry in enumerate(entries)
            if entry.also_known_as
        },
        "types": [[term.label, *_drawing(svg(term.icon))] for term in catalog.facets[TYPES].terms],
        "typeOf": "".join(chr(FIRST_VALUE + types[entry.type]) for entry in entries),
        "synonyms": [list(group) for group in catalog.synonyms],
        "shards": " ".join(beginnings),
    }


def facets(
    entries: Sequence[Entry], filters: Sequence[Filter], link_statuses: LinkStatuses
) -> dict[str, Any]:
    """What entries can be filtered and ordered by."""
    return {
        "filters": [_filter(found) for found in filters],
        "added": _days(entries),
        "minutes": ",".join(str(entry.minutes or "") for entry in entries),
        "links": _links(entries, link_statuses),
        "formats": ",".join(link.format if (link := e.primary_link) else "" for e in entries),
    }


def short_id(entry_id: str, title: str) -> str:
    """An id in as few characters as its title allows, for most ids are made of their titles.

    Nothing, when it is the title without its stop words; otherwise the places
    (in base 36, up to 36 words) of the words of the title that it leaves out,
    or ``=`` and the id itself.
    """
    words = slug_words(title)
    if entry_id == "-".join(word for word in words if word not in STOP_WORDS):
        return ""
    rest = entry_id.split("-")
    left_out = ""
    for place, word in enumerate(words):
        if rest and rest[0] == word:
            rest.pop(0)
        else:
            left_out += "0123456789abcdefghijklmnopqrstuvwxyz"[place] if place < 36 else "="
    return f"={entry_id}" if rest or "=" in left_out or not left_out else left_out


def _filter(found: Filter) -> Mapping[str, Any]:
    known = {
        indexes: "".join(chr(FIRST_VALUE + index) for index in indexes)
        for indexes in set(found.value_indexes)
    }
    return {
        "id": found.id,
        "parameter": found.query_parameter,
        "label": found.label,
        "values": [[value.id, value.label] for value in found.values],
        "of": ",".join(map(known.__getitem__, found.value_indexes)),
    }


def _drawing(svg: str) -> list[str]:
    """The outline and the view box of an icon, which is all that a drawing of it needs."""
    box = _VIEW_BOX.search(svg)
    return ["".join(_PATH_DATA.findall(svg)), box[1] if box else "0 0 24 24"]


def _links(entries: Sequence[Entry], link_statuses: LinkStatuses) -> dict[str, Any] | None:
    """What cards say of links: a few phrases, most of them many times. Nothing before a check."""
    said = [_said(link_statuses.primary(entry)) for entry in entries]
    phrases = list(dict.fromkeys(said))
    if phrases == [("", False)]:
        return None
    place = {phrase: index for index, phrase in enumerate(phrases)}
    return {
        "words": [words for words, _ in phrases],
        "gone": [int(is_gone) for _, is_gone in phrases],
        "of": "".join(chr(FIRST_VALUE + place[phrase]) for phrase in said),
    }


def _said(status: LinkStatus | None) -> tuple[str, bool]:
    return (status.short_text(), status.is_struck_through) if status else ("", False)


def _days(entries: Sequence[Entry]) -> str:
    """The days on which entries were added, counted from the first of them."""
    days = [entry.added.toordinal() if entry.added else 0 for entry in entries]
    first = min((day for day in days if day), default=0)
    return ",".join(str(day - first + 1) if day else "" for day in days)


def _line(text: str) -> str:
    return " ".join(text.split())
