"""Facts: the rows of a record's page that follow from how its fields are declared."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from resource_catalog.model.field_declaration import DeclaredField, PagePlace, public_fields
from resource_catalog.model.field_types import format_day, format_partial_date, language_name
from resource_catalog.model.records.record import Record
from resource_catalog.model.urls import display_host
from resource_catalog.site.site import Site

FIRST = ("duration", "extent", "access", "authors", "contributors", "publishers")
"""What readers look for before all else, in this order; the rest follows as it is declared."""

_FREE_TEXT = ("line", "prose", "entry id")
"""Types of values that people have written in a language of their own."""

_LEADING = ("entry id", "url")
"""Types of values that lead somewhere."""


class FactLink(NamedTuple):
    """A value that leads somewhere: to ``path`` below the site's root, or else to ``url``."""

    text: str
    path: str = ""
    url: str = ""


class Fact(NamedTuple):
    """One row. ``links`` stand in the place of ``text`` where the values lead somewhere."""

    label: str
    text: str
    is_free_text: bool = False
    links: tuple[FactLink, ...] = ()


def facts(record: Record, place: PagePlace, site: Site) -> list[Fact]:
    """The rows at one place of the page, less those of fields that hold nothing to tell."""
    found = []
    for declared in _at(type(record), place):
        value = getattr(record, declared.key)
        text = _text(value, declared, site) if value else ""
        if text:
            is_free_text = declared.value_type in _FREE_TEXT or declared.record is not None
            links = _links(value, declared, site) if declared.value_type in _LEADING else ()
            found.append(Fact(declared.page_label, text, is_free_text, links))
    return found


@cache
def _at(record: type[Record], place: PagePlace) -> tuple[DeclaredField, ...]:
    """The fields at a place, in the order of the page."""
    found = {key: known for key, known in public_fields(record).items() if known.place == place}
    return tuple(found[key] for key in dict.fromkeys((*FIRST, *found)) if key in found)


def _text(value: Any, declared: DeclaredField, site: Site) -> str:
    """A value in words for readers; none where it goes without saying."""
    if isinstance(value, tuple):
        between = "; " if declared.record else ", "
        return between.join(filter(None, [_text(item, declared, site) for item in value]))
    match declared.value_type:
        case "line" | "prose" | "duration":
            return str(value)
        case "day":
            return format_day(value)
        case "date":
            return format_partial_date(value)
        case "language":
            return "" if value == site.catalog.identity.language else language_name(value)
        case "entry id":
            return _title(value, site)
    if isinstance(value, Record):
        parts = [(getattr(value, key), part) for key, part in public_fields(type(value)).items()]
        return ", ".join(filter(None, [_text(held, part, site) for held, part in parts if held]))
    return declared.option_label(str(value))


def _links(value: Any, declared: DeclaredField, site: Site) -> tuple[FactLink, ...]:
    values = value if isinstance(value, tuple) else (value,)
    match declared.value_type:
        case "entry id":
            return tuple(FactLink(_title(v, site), path=f"resources/{v}/") for v in values)
        case "url":
            return tuple(FactLink(display_host(url), url=url) for url in values)
    return ()


def _title(entry_id: str, site: Site) -> str:
    return site.catalog.entries[entry_id].title
