"""Define what a timeline is made of: the days to set, questions to settle first, and steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import EntryId, Line, Prose, Slug
from resource_catalog.model.messages import N_, _
from resource_catalog.model.problems import quoted
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.tool import Tool
from resource_catalog.tools.kind import Fault, places, repeated_ids, unknown_name

_OFFSET = r"^[+-]?[0-9]{1,3}[dw]$"
_STEP = r"^[1-9][0-9]?[dw]$"


class Anchor(Record):
    """A day that the team sets; the dates of steps are counted from it."""

    id: Slug = field("Small letters and hyphens; never used again for another.", example="start")
    label: Line = field("What readers see.", example="The day educators begin", translatable=True)
    help: Prose | None = field(
        "How to choose it.",
        default=None,
        example="A week without report cards works best.",
        translatable=True,
    )


class StarterQuestion(Record):
    """A question to settle before any date is set; the answer is a free text."""

    id: Slug = field(
        "Small letters and hyphens; never used again for another.", example="best-time"
    )
    text: Prose = field(
        "The question.", example="When do our educators have time for it?", translatable=True
    )
    help: Prose | None = field(
        "What to think of.",
        default=None,
        example="Look at report cards and tests first.",
        translatable=True,
    )


class Milestone(Record):
    """A step of the timeline: a day, or a span of days."""

    id: Slug = field("Small letters and hyphens; never used again for another.", example="invite")
    title: Line = field("What is done.", example="Invite educators", translatable=True)
    about: Prose | None = field(
        "What belongs to it, in one or two sentences.",
        default=None,
        example="Say where, when and for how long.",
        translatable=True,
    )
    anchor: Slug | None = field(
        "The id of the day it is counted from; the first one when left out.",
        default=None,
        example="start",
    )
    starts: Line = field(
        "How far from that day it is, or begins: -8w for eight weeks before, 3d for three days "
        "after.",
        example="-8w",
        examples=["-8w", "3d"],
        pattern=_OFFSET,
    )
    ends: Line | None = field(
        "How far from that day it ends, if it takes more than a day.",
        default=None,
        example="-4w",
        examples=["-4w", "10d"],
        pattern=_OFFSET,
    )
    until: Slug | None = field(
        "The id of the day that its end is counted from, if that is another one.",
        default=None,
        example="due",
    )
    repeats: Line | None = field(
        "How often it comes again until it ends: 2w for every second week.",
        default=None,
        example="2w",
        examples=["2w", "7d"],
        pattern=_STEP,
    )
    who: Line | None = field(
        "Who does it.", default=None, example="Pilot coordinator", translatable=True
    )
    details: tuple[Line, ...] = field(
        "What the team writes down for it.",
        default=(),
        example=["Place", "Time"],
        translatable=True,
    )
    entries: tuple[EntryId, ...] = field(
        "Ids of the entries or tools that help with it.", default=(), example=["planning-guide"]
    )


class Timeline(Tool):
    """A timeline."""

    kind_label = N_("Timeline")
    kind_icon = "material/calendar-month-outline"

    kind: Literal["timeline"] = field("What is done with it.", example="timeline")
    anchors: tuple[Anchor, ...] = field(
        "One or two days that the team sets; all others are counted from them.",
        example=[{"id": "start", "label": "The day educators begin"}],
        min_length=1,
        max_length=2,
    )
    questions: tuple[StarterQuestion, ...] = field(
        "Questions to settle before any date is set.",
        default=(),
        example=[{"id": "best-time", "text": "When do our educators have time for it?"}],
    )
    milestones: tuple[Milestone, ...] = field(
        "The steps, first to last.",
        example=[{"id": "invite", "title": "Invite educators", "starts": "-8w", "ends": "-4w"}],
        min_length=1,
    )


def days(offset: str) -> int:
    """How many days an offset such as -8w stands for."""
    return int(offset[:-1]) * (7 if offset.endswith("w") else 1)


def faults(timeline: Timeline, _catalog: Catalog) -> Iterator[Fault]:
    """Ids that stand twice, days that are not there, and spans that end before they begin."""
    for key in ("anchors", "questions", "milestones"):
        yield from repeated_ids(places(key, getattr(timeline, key)))
    anchors = [anchor.id for anchor in timeline.anchors]
    for place, step in places("milestones", timeline.milestones):
        for key, name in (("anchor", step.anchor), ("until", step.until)):
            if name is not None and name not in anchors:
                message = _("%(name)s is not one of the days to set.", name=quoted(name))
                yield unknown_name((*place, key), name, anchors, message)
        if step.ends and not step.until and days(step.ends) < days(step.starts):
            yield Fault(
                (*place, "ends"),
                "unknown-value",
                _("This ends before it begins."),
                _("Write an end that is not before %(start)s.", start=step.starts),
            )
        for key, value in (("until", step.until), ("repeats", step.repeats)):
            if value is not None and step.ends is None:
                yield Fault(
                    (*place, key),
                    "missing-key",
                    _("This step has no end."),
                    _("Add “ends”."),
                )
