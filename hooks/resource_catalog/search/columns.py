"""Columns: what lists and filters need of every document, each property in one compact text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from resource_catalog.model import Entry
from resource_catalog.search.documents import SearchDocument
from resource_catalog.search.facets import Filter

FIRST_VALUE = 48
"""Values of filters are written as characters from “0” on; a comma ends a document."""

_PATH_DATA = re.compile(r'<path d="([^"]+)"')
_VIEW_BOX = re.compile(r'viewBox="([^"]+)"')


def columns(
    documents: Sequence[SearchDocument],
    filters: Sequence[Filter],
    synonyms: Sequence[Sequence[str]],
    prefixes: Sequence[str],
    svg: Callable[[str | None], str],
) -> dict[str, Any]:
    """The columns as JSON data. ``svg`` gives the picture of an icon's name."""
    entries = [document.entry for document in documents if document.entry is not None]
    return {
        "count": len(entries),
        "ids": "\n".join(entry.id for entry in entries),
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
        "filters": [_filter(found, svg) for found in filters],
        "added": _days(entries),
        "minutes": ",".join(str(entry.minutes or "") for entry in entries),
        "formats": ",".join(link.format if (link := e.primary_link) else "" for e in entries),
        "synonyms": [list(group) for group in synonyms],
        "shards": " ".join(prefixes),
    }


def _filter(found: Filter, svg: Callable[[str | None], str]) -> Mapping[str, Any]:
    values: list[list[str]] = []
    for value in found.values:
        columns = [value.id, value.label]
        if found.id == "types":
            columns += _drawing(svg(value.icon))
        values.append(columns)
    of = ",".join("".join(chr(FIRST_VALUE + value) for value in values) for values in found.of)
    return {
        "id": found.id,
        "parameter": found.parameter,
        "label": found.label,
        "values": values,
        "of": of,
    }


def _drawing(svg: str) -> list[str]:
    """The outline and the view box of an icon, which is all that a drawing of it needs."""
    box = _VIEW_BOX.search(svg)
    return ["".join(_PATH_DATA.findall(svg)), box[1] if box else "0 0 24 24"]


def _days(entries: Sequence[Entry]) -> str:
    """The days on which entries were added, counted from the first of them."""
    days = [entry.added.toordinal() if entry.added else 0 for entry in entries]
    first = min((day for day in days if day), default=0)
    return ",".join(str(day - first + 1) if day else "" for day in days)


def _line(text: str) -> str:
    return " ".join(text.split())
