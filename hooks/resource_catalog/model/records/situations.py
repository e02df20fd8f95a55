"""Define ``situations.yml``: what people really ask, with a short answer and where to start."""

from __future__ import annotations

from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import EntryId, Line, Prose, Slug
from resource_catalog.model.records.entry_history import Source
from resource_catalog.model.records.record import Record

PATH = "situations/"
"""The path of the page that has all of them."""


class Situation(Record):
    """A question that people ask, and what to do about it."""

    id: Slug = field(
        "Small letters and hyphens; the end of its address.", example="too-busy-to-take-part"
    )
    question: Line = field(
        "The question in the words of those who ask it.",
        example="Who has time for this?",
        translatable=True,
    )
    also_asked: tuple[Line, ...] = field(
        "Other words for it, so that a search finds it; not shown.",
        default=(),
        example=["workload", "How long does it take?"],
        translatable=True,
    )
    answer: Prose = field(
        "A short answer of your own: what helps, in two or three sentences.",
        example="Begin with a few volunteers, and give them an hour of a meeting they have anyway.",
        translatable=True,
    )
    phase: Slug | None = field(
        "The id of the phase in which it comes up.", default=None, example="planning"
    )
    start: EntryId | None = field(
        "The id of the entry to start with.", default=None, example="planning-guide"
    )
    then: tuple[EntryId, ...] = field(
        "Ids of the entries to go on with, in order.", default=(), example=["list-of-goals"]
    )
    aliases: tuple[Slug, ...] = field(
        "Old ids; their addresses lead here.", default=(), example=["no-time"]
    )
    sources: tuple[Source, ...] = field(
        "Where the catalog learned that it is asked.",
        default=(),
        example=[{"document": "Notes of a coordinator"}],
    )

    @property
    def entry_ids(self) -> tuple[str, ...]:
        """The ids of all entries that it names, the one to start with first."""
        return (*([self.start] if self.start else []), *self.then)

    @property
    def address(self) -> str:
        """Its address below the root of the site."""
        return f"{PATH}#{self.id}"


class Situations(Record):
    """``situations.yml``: what people really ask, in the order to show it."""

    situations: tuple[Situation, ...] = field(
        "The questions, those that are asked most first.",
        default=(),
        example=[
            {
                "id": "too-busy-to-take-part",
                "question": "Who has time for this?",
                "answer": "Begin with a few volunteers.",
                "start": "planning-guide",
            }
        ],
    )
