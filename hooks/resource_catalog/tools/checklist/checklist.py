"""Define what a checklist is made of: practices in groups, with the phases in which they help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import EntryId, Line, Prose, Slug
from resource_catalog.model.messages import N_
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.tool import Tool
from resource_catalog.model.records.vocabulary import PHASES
from resource_catalog.tools.part_fields import group_id, help_by_part, helping_entries, lasting_id
from resource_catalog.tools.tool_faults import Fault, places, repeated_ids, unknown_names

STATES: Mapping[str, str] = {
    "not-yet": N_("Not yet"),
    "under-way": N_("Under way"),
    "done": N_("Done"),
    "not-for-us": N_("Not for us"),
}
"""How far a practice can have come, and what readers see for each."""


class Practice(Record):
    """Something to check: whether it is done."""

    id: Slug = lasting_id("named-people")
    text: Prose = field(
        "What is so when it is done, in one sentence.",
        example="Named people run the pilot.",
        translatable=True,
    )
    why: Prose | None = field(
        "Why it matters, or what belongs to it.",
        default=None,
        example="Somebody has to answer for its goals.",
        translatable=True,
    )
    phases: tuple[Slug, ...] = field(
        "Ids of the phases in which it helps.", default=(), example=["planning"]
    )
    entries: tuple[EntryId, ...] = helping_entries()


class PracticeGroup(Record):
    """Practices that belong together."""

    id: Slug = group_id("organization")
    title: Line = field("What readers see.", example="Organization", translatable=True)
    items: tuple[Practice, ...] = field(
        "The practices of this group, in their order.",
        example=[{"id": "named-people", "text": "Named people run the pilot."}],
        min_length=1,
    )


class Checklist(Tool):
    """A checklist."""

    kind_label = N_("Checklist")
    kind_icon = "material/format-list-checks"

    kind: Literal["checklist"] = field("What is done with it.", example="checklist")
    groups: tuple[PracticeGroup, ...] = field(
        "The practices in groups, each with an id and a title.",
        example=[
            {
                "id": "organization",
                "title": "Organization",
                "items": [{"id": "named-people", "text": "Named people run the pilot."}],
            }
        ],
        min_length=1,
    )

    @property
    def practices(self) -> tuple[Practice, ...]:
        """All practices, in their order."""
        return tuple(item for group in self.groups for item in group.items)


def faults(checklist: Checklist, catalog: Catalog) -> Iterator[Fault]:
    """Ids that stand twice, also in two groups, and phases that the catalog does not have."""
    groups = list(places("groups", checklist.groups))
    items = [found for place, group in groups for found in places("items", group.items, *place)]
    yield from repeated_ids(groups)
    yield from repeated_ids(items)
    yield from unknown_names(
        (found for place, item in items for found in places("phases", item.phases, *place)),
        [phase.id for phase in catalog.phases],
        N_("%(value)s is not one of the phases."),
        "unknown-term",
    )


def page_data(checklist: Checklist, catalog: Catalog) -> Mapping[str, Any]:
    """The states, the phases that practices help in, and the entries that help with each."""
    named = {phase for item in checklist.practices for phase in item.phases}
    return {
        "states": STATES,
        "phases": [phase for phase in catalog.phases if phase.id in named],
        "phases_of": {i.id: catalog.terms(PHASES, i.phases) for i in checklist.practices},
        "helps": help_by_part(checklist.practices, catalog),
    }
