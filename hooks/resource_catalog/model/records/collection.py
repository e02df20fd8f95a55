"""Define collections: entries in the order to use them, for one purpose."""

from __future__ import annotations

from pydantic import Field

from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import EntryId, Line, Prose, Slug
from resource_catalog.model.records.record import Record


class CollectionItem(Record):
    """An entry in a collection, and why it stands there."""

    id: EntryId = field("The id of the entry.", example="planning-guide")
    note: Prose | None = field(
        "What to do with it here, in one or two sentences of your own.",
        default=None,
        example="Read the first two pages.",
        translatable=True,
    )


class Collection(Record):
    """A pack: entries in the order to use them, for one purpose. ``id`` is the file name."""

    title: Line = field("What readers see.", example="The first week", translatable=True)
    audience: Line | None = field(
        "Whom it is for, in a few words.", default=None, example="New colleagues", translatable=True
    )
    purpose: Prose = field(
        "What they can do after it, in one or two sentences.",
        example="Know what there is, and what to read next.",
        translatable=True,
    )
    entries: tuple[CollectionItem, ...] = field(
        "Its entries in the order to use them, each with a note.",
        example=[{"id": "planning-guide", "note": "Read the first two pages."}],
        min_length=1,
    )
    aliases: tuple[Slug, ...] = field(
        "Old ids; their addresses lead here.", default=(), example=["coordinator-pack"]
    )

    id: str = Field(exclude=True)
    file: str = Field(exclude=True)
