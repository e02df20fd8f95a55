"""Define what a timeline is made of: the days to set, questions to settle first, and steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import EntryId, Line, Prose, Slug
from resource_catalog.model.messages import N_, _
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.tool import Tool
from resource_catalog.tools.part_fields import help_by_part, helping_entries, lasting_id
from resource_catalog.tools.timeline.offsets import INTERVAL, OFFSET, days, distance, interval
from resource_catalog.tools.tool_faults import Fault, places, repeated_ids, unknown_names


class Anchor(Record):
    """A day that the team sets; the dates of steps are counted from it."""

    id: Slug = lasting_id("start")
    label: Line = field("What readers see.", example="The day educators begin", translatable=True)
    help: Prose | None = field(
        "How to choose it.",
        default=None,
        example="A week without report cards works best.",
        translatable=True,
    )


class StarterQuestion(Record):
    """A question to settle before any date is set; the answer is a free text."""

    id: Slug = lasting_id("best-time")
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

    id: Slug = lasting_id("invite")
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
        pattern=OFFSET,
    )
    ends: Line | None = field(
        "How far from that day it ends, if it takes more than a day.",
        default=None,
        example="-4w",
        examples=["-4w", "10d"],
        pattern=OFFSET,
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
        pattern=INTERVAL,
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
    entries: tuple[EntryId, ...] = helping_entries()


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


def faults(timeline: Timeline, _catalog: Catalog) -> Iterator[Fault]:
    """Ids that stand twice, days that are not there, and spans that end before they begin."""
    for key in ("anchors", "questions", "milestones"):
        yield from repeated_ids(places(key, getattr(timeline, key)))
    anchors = [anchor.id for anchor in timeline.anchors]
    for place, step in places("milestones", timeline.milestones):
        named = (("anchor", step.anchor), ("until", step.until))
        yield from unknown_names(
            (((*place, key), name) for key, name in named if name is not None),
            anchors,
            N_("%(value)s is not one of the days to set."),
        )
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


def page_data(timeline: Timeline, catalog: Catalog) -> Mapping[str, Any]:
    """For each step when it is, in words, and the entries and tools that help with it."""
    return {
        "when": {step.id: when(step, timeline) for step in timeline.milestones},
        "helps": help_by_part(timeline.milestones, catalog),
    }


def when(step: Milestone, timeline: Timeline) -> str:
    """When a step is, in words."""
    labels = {anchor.id: anchor.label for anchor in timeline.anchors}
    anchor = labels[step.anchor or timeline.anchors[0].id]
    first, last = distance(step.starts), distance(step.ends) if step.ends else ""
    text = _("%(Distance)s: %(day)s", distance=first, day=anchor)
    if last and step.until:
        end = _("%(distance)s: %(day)s", distance=last, day=labels[step.until])
        text = _("%(begin)s, until %(end)s", begin=text, end=end)
    elif last:
        text = _("From %(first)s to %(last)s: %(day)s", first=first, last=last, day=anchor)
    if step.repeats:
        text = _("%(when)s; %(often)s", when=text, often=interval(step.repeats))
    return text
