"""Define the tool: something on the site itself that a team fills in, ticks, plans with or sends.

What all kinds of tools have is here; what is special to a kind is in ``resource_catalog/tools/``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import Field, SkipValidation

from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import Day, Duration, EntryId, Line, Prose, Slug
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.entry_history import Change, Review, Source
from resource_catalog.model.records.record import Record

_DAY, _BY = "2026-11-21", "Project team"
"""Values that several examples share."""


class Tool(Record):
    """A tool. ``id`` is the file name, ``tags`` are the ids of terms by facet.

    Each kind has a type of its own, with what readers call such a tool, marked as a message, and
    a Material icon for it.
    """

    kind_label: ClassVar[str] = ""
    kind_icon: ClassVar[str] = ""

    title: Line = field(
        "What readers see.", example="Project timeline", search=9, translatable=True
    )
    kind: Line = field("What is done with it.", example="timeline", place="nowhere")
    summary: Prose = field(
        "What it is, in one or two plain sentences of your own.",
        example="Eight steps from the first invitation to the report, with real dates.",
        search=2,
        translatable=True,
    )
    recommended_use: Prose | None = field(
        "Who does what with it, and when, in your own words.",
        default=None,
        example="A coordinator fills it in with the team before the first meeting.",
        label="How to use it",
        search=1,
        translatable=True,
    )
    time: Duration | None = field(
        "How long it takes to fill in: 20 min, or 30-60 min.", default=None, example="30 min"
    )
    stands_for: tuple[EntryId, ...] = field(
        "Entries whose content it carries, so that a reader who cannot open them is led here.",
        default=(),
        example=["planning-guide"],
    )
    related: tuple[EntryId, ...] = field(
        "Entries or tools to look at next.", default=(), example=["list-of-goals"]
    )
    aliases: tuple[Slug, ...] = field(
        "Old ids; their addresses lead here.",
        default=(),
        example=["project-dates"],
        place="nowhere",
    )
    added: Day | None = field(
        "The day it came into the catalog.", default=None, example=_DAY, place="history"
    )
    changes: tuple[Change, ...] = field(
        "What changed about it, for readers who follow the feeds.",
        default=(),
        example=[{"on": _DAY, "what": "A step for the final report was added."}],
    )
    reviewed: Review | None = field(
        "Who last looked at it, and when.", default=None, example={"on": _DAY, "by": _BY}
    )
    sources: tuple[Source, ...] = field(
        "The documents that its content is from.",
        default=(),
        example=[{"document": "Implementation guide", "section": "Timeline"}],
    )
    notes: Prose | None = field(
        "For maintainers; not shown.",
        default=None,
        example="The order of the steps is ours.",
        for_maintainers=True,
    )

    id: str = Field(exclude=True)
    tags: SkipValidation[Mapping[str, tuple[str, ...]]] = Field(exclude=True)
    file: str = Field(exclude=True)

    @property
    def address(self) -> str:
        """The path of its page below the root of the site."""
        return f"tools/{self.id}/"

    def as_entry(self, entry_type: type[Entry]) -> Entry:
        """The tool as it stands in lists among entries, which is an entry of type ``entry_type``.

        Everything that shows entries can show it: its address is that of the tool.
        """
        shared: dict[str, Any] = {
            key: getattr(self, key)
            for key in ("title", "summary", "recommended_use", "related", "aliases", "added")
        }
        return entry_type.model_construct(  # of values that have been validated
            **shared,
            access="open",
            duration=self.time,
            changes=self.changes,
            reviewed=self.reviewed,
            sources=self.sources,
            tool_kind=self.kind,
            id=self.id,
            tags=self.tags,
            file=self.file,
        )
