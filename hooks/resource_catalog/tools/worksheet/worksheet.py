"""Define what a worksheet is made of: fields to fill in, in parts, each with help beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import EntryId, Flag, Line, Prose, Slug
from resource_catalog.model.messages import N_
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.tool import Tool
from resource_catalog.tools.part_fields import group_id, help_by_part, helping_entries, lasting_id
from resource_catalog.tools.tool_faults import Fault, places, repeated_ids


class SheetField(Record):
    """Something to write down."""

    id: Slug = lasting_id("goal")
    label: Line = field("What is to be written down.", example="Our goal", translatable=True)
    help: Prose | None = field(
        "What to think of, in one or two sentences.",
        default=None,
        example="What will be different for educators when the pilot is over?",
        translatable=True,
    )
    short: Flag = field("true for an answer of one line.", default=False, example=True)
    entries: tuple[EntryId, ...] = helping_entries()


class SheetPart(Record):
    """Fields that belong together."""

    id: Slug = group_id("statements")
    title: Line = field("What readers see.", example="Three statements", translatable=True)
    about: Prose | None = field(
        "What this part is for.",
        default=None,
        example="One or two sentences each are enough.",
        translatable=True,
    )
    fields: tuple[SheetField, ...] = field(
        "What is to be written down, in its order.",
        example=[{"id": "goal", "label": "Our goal"}],
        min_length=1,
    )


class Worksheet(Tool):
    """A worksheet."""

    kind_label = N_("Worksheet")
    kind_icon = "material/file-document-edit-outline"

    kind: Literal["worksheet"] = field("What is done with it.", example="worksheet")
    parts: tuple[SheetPart, ...] = field(
        "The fields in parts, each with an id and a title.",
        example=[
            {
                "id": "statements",
                "title": "Three statements",
                "fields": [{"id": "goal", "label": "Our goal"}],
            }
        ],
        min_length=1,
    )

    @property
    def fields(self) -> tuple[SheetField, ...]:
        """All fields, in their order."""
        return tuple(item for part in self.parts for item in part.fields)


def faults(worksheet: Worksheet, _catalog: Catalog) -> Iterator[Fault]:
    """Ids that stand twice, also in two parts: answers are kept by the id of the field."""
    parts = list(places("parts", worksheet.parts))
    yield from repeated_ids(parts)
    yield from repeated_ids(
        found for place, part in parts for found in places("fields", part.fields, *place)
    )


def page_data(worksheet: Worksheet, catalog: Catalog) -> Mapping[str, Any]:
    """The entries and tools that help with each field."""
    return {"helps": help_by_part(worksheet.fields, catalog)}
