"""Findings: what a change does, as data that is checked again by whoever reads it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, ValidationError

from resource_catalog.model import Record

LARGEST = 4_000_000
"""More bytes than any honest report has."""

MOST = 200
"""How many things of a kind are handed over; the counts say how many there are."""

Text = Annotated[str, Field(max_length=2000)]
Number = Annotated[int, Field(ge=0, le=10_000_000)]


class Card(Record):
    """An entry as readers would see it in a list, and how it is sorted."""

    id: Text
    title: Text
    type: Text
    summary: Text
    use: Text = ""
    facts: tuple[Text, ...] = Field((), max_length=MOST)
    terms: tuple[Text, ...] = Field((), max_length=MOST)
    urls: tuple[Text, ...] = Field((), max_length=MOST)


class Difference(Record):
    """A key of an entry with what it said and what it says now."""

    key: Text
    before: Text
    after: Text


class Altered(Record):
    """An entry that was there before."""

    card: Card
    differences: tuple[Difference, ...] = Field((), max_length=MOST)


class Named(Record):
    """An entry by its id, with what is said of it."""

    id: Text
    title: Text
    about: Text = ""


class Likely(Record):
    """Two entries that may be the same resource."""

    id: Text
    other: Text
    title: Text
    why: Text


class Row(Record):
    """A row of the matrix: a phase with its counts at each stage, before and after."""

    label: Text
    before: tuple[Number, ...] = Field(max_length=MOST)
    after: tuple[Number, ...] = Field(max_length=MOST)


class Pages(Record):
    """Addresses of pages. ``gone`` are those that nothing takes the place of."""

    new: tuple[Text, ...] = Field((), max_length=MOST)
    altered: tuple[Text, ...] = Field((), max_length=MOST)
    gone: tuple[Text, ...] = Field((), max_length=MOST)
    new_count: Number = 0
    altered_count: Number = 0


class LinkState(Record):
    """What the link watch found at an address that is new."""

    url: Text
    verdict: Text
    reason: Text = ""
    place: Text = ""


class Findings(Record):
    """Everything that is found. ``problems`` keep the rest from being found."""

    problems: tuple[Text, ...] = Field((), max_length=MOST)
    new: tuple[Card, ...] = Field((), max_length=MOST)
    altered: tuple[Altered, ...] = Field((), max_length=MOST)
    removed: tuple[Named, ...] = Field((), max_length=MOST)
    new_count: Number = 0
    altered_count: Number = 0
    packs: tuple[Named, ...] = Field((), max_length=MOST)
    likely: tuple[Likely, ...] = Field((), max_length=MOST)
    stages: tuple[Text, ...] = Field((), max_length=MOST)
    matrix: tuple[Row, ...] = Field((), max_length=MOST)
    pages: Pages = Pages()
    links: tuple[LinkState, ...] | None = Field(None, max_length=MOST)
    compared: bool = True


class Unreadable(Exception):
    """What was handed over is not what it should be. The message says why."""


def read(raw: bytes) -> Findings:
    """The findings in a JSON text from anywhere. Raises :class:`Unreadable`."""
    if len(raw) > LARGEST:
        raise Unreadable(f"The findings have more than {LARGEST:,} bytes.")
    try:
        return Findings.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])[:200]
        raise Unreadable(f"The findings are not in the expected form at “{place}”.") from None
