"""Define the fields that a catalog adds to its entries, as data in ``catalog.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import FieldName, Flag, Line
from resource_catalog.model.messages import N_
from resource_catalog.model.records.record import Record

Kind = Literal["text", "number", "date", "link", "list"]
KIND_LABELS: Mapping[str, str] = {
    "text": N_("one line of text"),
    "number": N_("a number, such as 1250 or 3.5"),
    "date": N_("a date, such as 2017, 2017-09 or 2017-09-14"),
    "link": N_("a full address, starting with https://"),
    "list": N_("several texts"),
}


class OwnField(Record):
    """A field of entries that only this catalog has."""

    name: FieldName = field("The key in the files of entries.", example="stars")
    label: Line = field("What readers see.", example="Stars", translatable=True)
    kind: Kind = field(
        "What its values are: text, number, date, link or list.",
        default="text",
        example="number",
        option_labels=KIND_LABELS,
    )
    description: Line | None = field(
        "What to write, for people who fill it in.",
        default=None,
        example="How many people have starred it.",
        translatable=True,
    )
    on_cards: Flag = field(
        "true if lists should show it with each entry.", default=False, example=True
    )
    search: Flag = field("true if a search should find its words.", default=False, example=True)
    sort: Literal["ascending", "descending"] | None = field(
        "ascending or descending, if the list of all resources can be put in its order.",
        default=None,
        example="descending",
    )
