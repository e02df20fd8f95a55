"""Format the declared fields of a record as rows for its page."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple, cast

from resource_catalog.model.field_declaration import DeclaredField, PagePlace, public_fields
from resource_catalog.model.field_types.dates import format_day, format_partial_date
from resource_catalog.model.field_types.languages import language_name
from resource_catalog.model.field_types.urls import display_host
from resource_catalog.model.messages import listed, translated
from resource_catalog.model.records.record import Record
from resource_catalog.site.foreign_language import foreign_language
from resource_catalog.site.site import Site

FIRST_KEYS = ("duration", "extent", "access", "authors", "contributors", "publishers")
"""The keys of the first rows, in this order; the rest follows in the order of declaration."""

_FREE_TEXT_TYPES = ("line", "prose", "entry id")
"""Types of values that may be in any language."""

_LINKED_TYPES = ("entry id", "url")
"""Types of values that are shown as links."""


class FactLink(NamedTuple):
    """A value shown as a link, to ``path`` below the site's root or to ``url``.

    ``language`` is that of the text, if it is not that of the catalog.
    """

    text: str
    path: str = ""
    url: str = ""
    language: str | None = None


class Fact(NamedTuple):
    """One row. If there are ``links``, they are shown in place of ``text``."""

    label: str
    text: str
    is_free_text: bool = False
    links: tuple[FactLink, ...] = ()


def facts(record: Record, place: PagePlace, site: Site) -> list[Fact]:
    """The rows at one place of the page, without those of empty fields."""
    found = []
    for declared in _fields_at(type(record), place):
        value = getattr(record, declared.key)
        text = _text(value, declared, site) if value else ""
        if text:
            is_free_text = declared.value_type in _FREE_TEXT_TYPES or declared.record is not None
            links = _links(value, declared, site) if declared.value_type in _LINKED_TYPES else ()
            found.append(Fact(declared.translated(declared.page_label), text, is_free_text, links))
    return found


@cache
def _fields_at(record: type[Record], place: PagePlace) -> tuple[DeclaredField, ...]:
    """The fields at a place, in the order of the page."""
    found = {key: known for key, known in public_fields(record).items() if known.place == place}
    return tuple(found[key] for key in dict.fromkeys((*FIRST_KEYS, *found)) if key in found)


def _text(value: Any, declared: DeclaredField, site: Site) -> str:
    """A value as text for readers; empty if it is not worth showing."""
    if isinstance(value, tuple):
        texts = filter(None, [_text(item, declared, site) for item in value])
        return "; ".join(texts) if declared.record else listed(texts)
    match declared.value_type:
        case "line" | "prose" | "duration":
            return cast("str", value)
        case "number":
            return str(value)
        case "day":
            return format_day(value)
        case "date":
            return format_partial_date(value)
        case "language":
            return "" if value == site.catalog.identity.language else language_name(value)
        case "entry id":
            return _title(value, site)
        case "accessibility":
            return translated(value)
    if isinstance(value, Record):
        parts = [(getattr(value, key), part) for key, part in public_fields(type(value)).items()]
        return listed(filter(None, [_text(held, part, site) for held, part in parts if held]))
    return declared.option_label(str(value))


def _links(value: Any, declared: DeclaredField, site: Site) -> tuple[FactLink, ...]:
    values = value if isinstance(value, tuple) else (value,)
    match declared.value_type:
        case "entry id":
            return tuple(
                FactLink(item.title, item.address, language=foreign_language(item, site.catalog))
                for item in site.catalog.items(values)
            )
        case "url":
            return tuple(FactLink(display_host(url), url=url) for url in values)
    return ()


def _title(entry_id: str, site: Site) -> str:
    item = site.catalog.item(entry_id)
    return item.title if item else entry_id
