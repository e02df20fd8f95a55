"""Define what an entry records of its past: where it is from, reviews, changes, retirement."""

from __future__ import annotations

from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import Day, Line, Prose
from resource_catalog.model.records.record import Record

_DAY, _BY = "2026-11-21", "Project team"
"""Values that several examples share."""


class Retirement(Record):
    """Why an entry is no longer recommended."""

    on: Day = field("The day it was retired.", example=_DAY)
    why: Prose = field(
        "The reason, for readers.", example="A newer edition is out.", translatable=True
    )


class Change(Record):
    """Something about a resource that its readers will want to know has changed."""

    on: Day = field("The day it changed, or was noticed.", example=_DAY)
    what: Prose = field(
        "What is different now, in a plain sentence.",
        example="A Spanish edition is out.",
        translatable=True,
    )


class Review(Record):
    """A person's word that they have looked at the resource. Never written by a program."""

    on: Day = field("The day of the review.", example=_DAY)
    by: Line = field("Initials or a team.", example=_BY)


class Verification(Record):
    """A person's word that the links work, which for a while beats the link watch."""

    on: Day = field("The day the links were opened.", example=_DAY)
    by: Line = field("Initials or a team.", example=_BY)


class Source(Record):
    """Where the catalog learned of a resource."""

    document: Line = field("The document's name.", example="Readiness checklist")
    section: Line | None = field("Where in the document.", default=None, example="Ready to plan")
