"""Define what a checklist is made of: practices in groups, with the phases in which they help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import EntryId, Line, Prose, Slug
from resource_catalog.model.messages import N_, _
from resource_catalog.model.problems import quoted
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.tool import Tool
from resource_catalog.model.records.vocabulary import PHASES
from resource_catalog.tools.kind import Fault, places, repeated_ids, unknown_name

STATES: Mapping[str, str] = {
    "not-yet": N_("Not yet"),
    "under-way": N_("Under way"),
    "done": N_("Done"),
    "not-for-us": N_("Not for us"),
}
"""How far a practice can have come, and what readers see for each."""


class Practice(Record):
    """Something to check: whether it is done."""

    id: Slug = field(
        "Small letters and hyphens; never used again for another.", example="named-people"
    )
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
    entries: tuple[EntryId, ...] = field(
        "Ids of the entries or tools that help with it.", default=(), example=["planning-guide"]
    )


class PracticeGroup(Record):
    """Practices that belong together."""

    id: Slug = field("Small letters and hyphens.", example="organization")
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
    known = [phase.id for phase in catalog.phases]
    for place, item in items:
        for path, name in places("phases", item.phases, *place):
            if name not in known:
                message = _("%(value)s is not one of the phases.", value=quoted(name))
                yield unknown_name(path, name, known, message, "unknown-term")


def page_data(checklist: Checklist, catalog: Catalog) -> Mapping[str, Any]:
    """The states, the phases that practices help in, and the entries that help with each."""
    named = {phase for item in checklist.practices for phase in item.phases}
    return {
        "states": STATES,
        "phases": [phase for phase in catalog.phases if phase.id in named],
        "phases_of": {i.id: catalog.terms(PHASES, i.phases) for i in checklist.practices},
        "helps": {item.id: catalog.items(item.entries) for item in checklist.practices},
    }
