"""Build the columns of the search index: one property of all documents in one compact string.

The columns of :func:`name_columns` suffice for a search and its results; the browse page also
loads those of :func:`facet_columns`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from resource_catalog.links.record.link_status import LinkStatus, LinkStatuses
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_types.durations import format_minutes
from resource_catalog.model.field_types.numbers import parse_number
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.own_field import OwnField
from resource_catalog.model.records.vocabulary import TYPES, Term
from resource_catalog.model.title_matching import fold_text
from resource_catalog.site.foreign_language import foreign_language
from resource_catalog.site.search.filters import Filter
from resource_catalog.site.search.language_words import ENGLISH, words_of
from resource_catalog.site.search.own_field_text import in_lists
from resource_catalog.site.search.search_documents import SearchDocument
from resource_catalog.site.search.words import slug_words

FIRST_CODE = 48
"""Values are encoded as characters from “0” on; in filters a comma separates entries."""

_FIRST_HALF, _HALVES = 0xD800, 0x800
_PATH_DATA = re.compile(r'<path d="([^"]+)"')
_VIEW_BOX = re.compile(r'viewBox="([^"]+)"')


def name_columns(
    documents: Sequence[SearchDocument],
    catalog: Catalog,
    link_statuses: LinkStatuses,
    svg: Callable[[str | None], str],
) -> dict[str, Any]:
    """Paths and types of all documents. ``svg`` returns the SVG of an icon by its name."""
    entries = [document.entry for document in documents if document.entry is not None]
    types: dict[tuple[str, ...], tuple[Term, ...]] = {
        (term.id,): (term,) for term in catalog.terms_in(TYPES)
    }
    for entry in entries:  # some may have several types, or none; tools have their own
        types.setdefault(_type_ids(entry, catalog), catalog.types_of(entry))
    language = catalog.identity.language
    tools = [number for number, entry in enumerate(entries) if entry.tool_kind]
    type_indexes = {ids: index for index, ids in enumerate(types)}
    return {
        "count": len(entries),
        "ids": "\n".join(short_id(entry.id, entry.title, language) for entry in entries),
        "others": [
            [document.kind, document.path, document.context]
            for document in documents
            if document.entry is None
        ],
        **_languages(entries, catalog),
        "types": [
            [
                ", ".join(term.label for term in terms),
                *_icon_shape(svg(terms[0].icon if terms else None)),
            ]
            for terms in types.values()
        ],
        "typeOf": "".join(_sign(type_indexes[_type_ids(e, catalog)]) for e in entries),
        **({"tools": tools} if tools else {}),
        "featured": [number for number, entry in enumerate(entries) if entry.featured],
        "closed": [
            number for number, entry in enumerate(entries) if not link_statuses.opens(entry)
        ],
        "synonyms": [list(group) for group in catalog.synonyms],
    }


def _languages(entries: Sequence[Entry], catalog: Catalog) -> dict[str, Any]:
    """The languages of the entries that are in another than the catalog."""
    found = {
        str(number): language
        for number, entry in enumerate(entries)
        if (language := foreign_language(entry, catalog))
    }
    return {"languages": found} if found else {}


def _type_ids(entry: Entry, catalog: Catalog) -> tuple[str, ...]:
    if entry.tool_kind:
        return tuple(term.id for term in catalog.types_of(entry))
    return entry.tags.get(TYPES, ())


def facet_columns(
    entries: Sequence[Entry],
    filters: Sequence[Filter],
    link_statuses: LinkStatuses,
    own: Sequence[OwnField] = (),
    on_cards: Sequence[Filter] = (),
) -> dict[str, Any]:
    """The properties that entries can be filtered and sorted by, and those only seen on cards."""
    return {
        "count": len(entries),
        "filters": [_filter_column(item) for item in filters],
        **({"onCards": [_filter_column(item) for item in on_cards]} if on_cards else {}),
        "added": _added_column(entries),
        "minutes": ",".join(str(entry.minutes or "") for entry in entries),
        **_lengths(entries),
        **_own_orders(entries, own),
        **_own_columns(own),
        "links": _link_columns(entries, link_statuses),
        "formats": ",".join(link.format if (link := e.primary_link) else "" for e in entries),
    }


def short_id(entry_id: str, title: str, language: str = ENGLISH) -> str:
    """Compress an id, using that most ids are derived from their titles.

    The result is empty if the id is the title without its stop words; otherwise it is the
    positions of the title's words that the id leaves out (in base 36, for up to 36 words), or
    ``=`` and the id itself.
    """
    words, stop_words = slug_words(title), words_of(language).stop_words
    if entry_id == "-".join(word for word in words if word not in stop_words):
        return ""
    rest = entry_id.split("-")
    left_out = ""
    for position, word in enumerate(words):
        if rest and rest[0] == word:
            rest.pop(0)
        else:
            left_out += "0123456789abcdefghijklmnopqrstuvwxyz"[position] if position < 36 else "="
    return f"={entry_id}" if rest or "=" in left_out or not left_out else left_out


def _lengths(entries: Sequence[Entry]) -> dict[str, Any]:
    """The durations that are written otherwise than their minutes are, such as ranges."""
    found = {
        str(number): entry.duration
        for number, entry in enumerate(entries)
        if entry.duration and entry.minutes and entry.duration != format_minutes(entry.minutes)
    }
    return {"lengths": found} if found else {}


def _own_orders(entries: Sequence[Entry], own: Sequence[OwnField]) -> dict[str, Any]:
    """The orders by fields of the catalog's own: the rank of each entry that has a value."""
    found = [
        {"id": known.name, "label": known.label, "ranks": _ranks(entries, known)}
        for known in own
        if known.sort
    ]
    return {"orders": found} if found else {}


def _own_columns(own: Sequence[OwnField]) -> dict[str, Any]:
    """The fields of the catalog's own that lists may show; the values follow the summaries."""
    found = [[known.label, int(known.on_cards)] for known in in_lists(own)]
    return {"own": found} if found else {}


def _ranks(entries: Sequence[Entry], own: OwnField) -> str:
    """Equal values have the same rank, counted from 1; entries without a value have none."""
    keys = [_order_key(getattr(entry, own.name), own) for entry in entries]
    in_order = sorted({key for key in keys if key is not None})
    if own.sort == "descending":
        in_order.reverse()
    rank = {key: str(number) for number, key in enumerate(in_order, start=1)}
    return ",".join(rank[key] if key is not None else "" for key in keys)


def _order_key(value: Any, own: OwnField) -> Any:
    if not value:
        return None
    if own.kind == "number":
        return parse_number(value)
    return fold_text(value if isinstance(value, str) else "; ".join(value))


def _filter_column(item: Filter) -> Mapping[str, Any]:
    encoded = {indexes: "".join(map(_sign, indexes)) for indexes in set(item.value_indexes)}
    return {
        "id": item.id,
        "parameter": item.query_parameter,
        "label": item.label,
        "values": [
            [value.id, value.label, value.depth] if value.depth else [value.id, value.label]
            for value in item.values
        ],
        "of": ",".join(map(encoded.__getitem__, item.value_indexes)),
    }


def _sign(index: int) -> str:
    """The character for an index; halves of characters, which no file can hold, are left out."""
    code = FIRST_CODE + index
    return chr(code if code < _FIRST_HALF else code + _HALVES)


def _icon_shape(svg: str) -> list[str]:
    """The path data and the view box of an icon."""
    box = _VIEW_BOX.search(svg)
    return ["".join(_PATH_DATA.findall(svg)), box[1] if box else "0 0 24 24"]


def _link_columns(entries: Sequence[Entry], link_statuses: LinkStatuses) -> dict[str, Any] | None:
    """The link status on each card, as indexes of a few phrases; None before the first check."""
    statuses = [_status_phrase(link_statuses.primary(entry)) for entry in entries]
    phrases = list(dict.fromkeys(statuses))
    if phrases == [("", False)]:
        return None
    indexes = {phrase: index for index, phrase in enumerate(phrases)}
    return {
        "words": [text for text, _ in phrases],
        "gone": [int(is_gone) for _, is_gone in phrases],
        "of": "".join(_sign(indexes[phrase]) for phrase in statuses),
    }


def _status_phrase(status: LinkStatus | None) -> tuple[str, bool]:
    return (status.short_text(), status.is_struck_through) if status else ("", False)


def _added_column(entries: Sequence[Entry]) -> str:
    """The days on which entries were added, as numbers from the first such day."""
    days = [entry.added.toordinal() if entry.added else 0 for entry in entries]
    first = min((day for day in days if day), default=0)
    return ",".join(str(day - first + 1) if day else "" for day in days)
