"""Format the values of a catalog's own fields in one line, for cards and for hits of the search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resource_catalog.model.field_types.dates import format_partial_date
from resource_catalog.model.field_types.urls import display_url
from resource_catalog.model.messages import listed
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.own_field import OwnField

MAX_ON_CARD = 60
"""The longest text of a value on a card; more is cut at a word, and there on the entry's page."""


def in_lists(own: Sequence[OwnField]) -> list[OwnField]:
    """The fields that a list may show: on each card, or where a search has found its words."""
    return [known for known in own if known.on_cards or known.search]


def one_line(entry: Entry, own: OwnField) -> str:
    """The value of a field as readers see it, on one line; empty if there is none."""
    value = getattr(entry, own.name, None)
    return " ".join(_text(value, own).split()) if value else ""


def on_card(entry: Entry, own: Sequence[OwnField]) -> list[tuple[str, str]]:
    """The labels and shortened values that the card of an entry shows."""
    shown = ((known.label, shorten(one_line(entry, known))) for known in own if known.on_cards)
    return [(label, text) for label, text in shown if text]


def shorten(text: str) -> str:
    """At most :data:`MAX_ON_CARD` characters of a text, cut after a word if possible.

    Counterpart of ``shorten()`` in ``overrides/js/browse/own-field-text.js``.
    """
    if len(text) <= MAX_ON_CARD:
        return text
    start = text[:MAX_ON_CARD]
    word, space, _rest = start.rpartition(" ")
    return f"{word if space else start}…"


def _text(value: Any, own: OwnField) -> str:
    if isinstance(value, tuple):
        return listed(value)
    match own.kind:
        case "date":
            return format_partial_date(value)
        case "link":
            return display_url(value)
    return str(value)
