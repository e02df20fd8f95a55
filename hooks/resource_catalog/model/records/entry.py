"""Define the entry, which is one resource of the catalog."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, SkipValidation

from resource_catalog.model.field_declaration import declared_fields, field
from resource_catalog.model.field_types import (
    AccessibilityFeature,
    Body,
    Day,
    Duration,
    EntryId,
    Flag,
    Language,
    Line,
    Name,
    PartialDate,
    Prose,
    Slug,
)
from resource_catalog.model.field_types.durations import duration_minutes, duration_range
from resource_catalog.model.field_types.urls import why_not_followable
from resource_catalog.model.markdown.parsed_body import parse_body
from resource_catalog.model.records.access import ACCESS_LABELS, Access
from resource_catalog.model.records.entry_history import (
    Change,
    Retirement,
    Review,
    Source,
    Verification,
)
from resource_catalog.model.records.link import ROLES, Link
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.vocabulary import TYPES

_DAY, _BY = "2026-11-21", "Project team"
"""Values that several examples share."""

_NAMES = "lists of names"
_LENGTH = "14 min, 1 h 30 min, or a range such as 30-60 min; 16 episodes, 24 pages"
_FORM = "en; the license; captions, transcript and the like"
_OTHERS = "ids of other entries"
_ORIGIN = "where you learned of it; notes are for maintainers and are not shown"
"""Help texts in the docs that several keys share."""


class Entry(Record):
    """One resource. ``id`` is the file name, ``tags`` are the ids of terms by facet."""

    title: Line = field(
        "The exact title.",
        example="Planning a first project",
        place="template",
        docs_help="the exact title; other names it goes by under `also_known_as`",
        search=9,
        schema_org="name",
    )
    also_known_as: tuple[Line, ...] = field(
        "Other titles it goes by.",
        default=(),
        example=["The planning guide"],
        place="template",
        docs_help="",
        search=7,
        schema_org="alternateName",
    )
    summary: Prose | None = field(
        "What it is, in one or two plain sentences of your own.",
        default=None,
        example="Eight pages that lead a team from a first idea to a dated plan.",
        place="template",
        is_expected=True,
        docs_help="what it is, in one or two plain sentences of your own",
        search=2,
        schema_org="description",
        translatable=True,
    )
    recommended_use: Prose | None = field(
        "Who does what with it, and when, in your own words.",
        default=None,
        example="A coordinator fills it in with the team before the first meeting.",
        label="How to use it",
        place="template",
        docs_help="who does what with it, and when",
        search=1,
        translatable=True,
    )
    body: Body | None = field(
        "A longer text in Markdown: headings, lists, tables, links, and pictures of the catalog.",
        default=None,
        example="## What you need\n\nA room and *sticky notes*.",
        place="template",
        in_form=False,
        docs_help="a longer text in Markdown, such as the steps of a method: with headings, lists, "
        "tables, links (a full address, or the id of another entry), and pictures "
        "(`![What it shows](pictures/name.png)`, from the folder `pictures` of the catalog)",
        search=1,
        translatable=True,
    )
    links: tuple[Link, ...] = field(
        "Where it can be found.",
        default=(),
        example=[{"url": "https://example.org/planning-guide.pdf", "format": "pdf"}],
        label="Where it is",
        place="template",
        form_help="The full address, copied from a browser.",
        docs_help="each with `url`, `format` (html, pdf, video, audio, document, slides, image) "
        "and `role` (primary, alternate, landing, archive); `label` names a further one, such as "
        "Source code; `shared: true` at each of several entries lets them have one page",
    )
    access: Access | None = field(
        "How readers get it; unlocated if you don’t have a link. Leave it out if you don’t know.",
        default=None,
        example="open",
        form_help="How readers get it.",
        docs_help="open, sign-in, on-request, paid, or unlocated if there is no link; leave it out "
        "if you don’t know",
        option_labels=ACCESS_LABELS,
    )
    request_from: Line | None = field(
        "Whom to ask for it; required with on-request, where it may be unknown.",
        default=None,
        example="The head office",
        label="Whom to ask",
        place="template",
        form_help="A person or an organization, or unknown.",
        docs_help="whom to ask for it; required with on-request, and may be unknown",
        translatable=True,
    )
    authors: tuple[Name, ...] = field(
        "The people who wrote or made it.",
        default=(),
        example=["Jo Rivera", "A. Chen"],
        page_label="By",
        docs_help=_NAMES,
        search=4,
        schema_org="author",
        schema_org_type="Person",
    )
    publishers: tuple[Name, ...] = field(
        "The organizations that published it.",
        default=(),
        example=["Example Press"],
        page_label="Published by",
        docs_help=_NAMES,
        search=4,
        schema_org="publisher",
        schema_org_type="Organization",
    )
    contributors: tuple[Name, ...] = field(
        "Other contributors.",
        default=(),
        example=["The project team of 2024"],
        page_label="With",
        docs_help=_NAMES,
        search=4,
        schema_org="contributor",
        schema_org_type="Person",
    )
    published: PartialDate | None = field(
        "2017, 2017-09 or 2017-09-14, as precisely as you know it.",
        default=None,
        example="2017-09",
        docs_help="2017, 2017-09 or 2017-09-14: as precise as you know it",
        schema_org="datePublished",
    )
    duration: Duration | None = field(
        "How long it takes: 14 min, or 30-60 min.",
        default=None,
        example="1 h 30 min",
        page_label="Time",
        docs_help=_LENGTH,
        schema_org="timeRequired",
    )
    extent: Line | None = field(
        "How much there is: 16 episodes.",
        default=None,
        example="16 episodes",
        docs_help=_LENGTH,
        translatable=True,
    )
    language: Language | None = field(
        "The language it is in: en.",
        default=None,
        example="en",
        docs_help=_FORM,
        schema_org="inLanguage",
    )
    license: Line | None = field(
        "The license under which it may be used.",
        default=None,
        example="CC BY 4.0",
        docs_help=_FORM,
        schema_org="license",
    )
    accessibility: tuple[AccessibilityFeature, ...] = field(
        "What makes it accessible, in schema.org's words.",
        default=(),
        example=["captions", "transcript"],
        form_help="What makes it accessible, where you have seen it.",
        docs_help=_FORM,
        schema_org="accessibilityFeature",
    )
    part_of: EntryId | None = field(
        "The entry this is a part of.",
        default=None,
        example="planning-series",
        place="template",
        in_form=False,
        docs_help=_OTHERS,
        schema_org="isPartOf",
    )
    related: tuple[EntryId, ...] = field(
        "Entries to look at next.",
        default=(),
        example=["list-of-goals"],
        place="template",
        in_form=False,
        docs_help=_OTHERS,
    )
    instead: tuple[EntryId, ...] = field(
        "Entries to use while this one cannot be opened; best first.",
        default=(),
        example=["list-of-goals"],
        place="template",
        in_form=False,
        docs_help="what to use while this cannot be opened, best first; where nobody has chosen, "
        "the page offers what is nearest",
    )
    replaced_by: EntryId | None = field(
        "The entry to use instead.",
        default=None,
        example="planning-guide-2025",
        place="template",
        in_form=False,
        docs_help=_OTHERS,
    )
    retired: Retirement | None = field(
        "When and why it was retired.",
        default=None,
        example={"on": _DAY, "why": "A newer edition is out."},
        place="template",
        in_form=False,
        docs_help="`on:` a day and `why:`; the page stays and says so",
    )
    featured: Flag = field(
        "true to show it in search ahead of other results that match as well.",
        default=False,
        example=True,
        place="nowhere",
        in_form=False,
        docs_help="`true` to show it in search ahead of other results that match as well",
    )
    aliases: tuple[Slug, ...] = field(
        "Old ids; their addresses lead here.",
        default=(),
        example=["project-guide"],
        place="nowhere",
        in_form=False,
        docs_help="ids the entry had before; their addresses keep working",
    )
    added: Day | None = field(
        "The day it came into the catalog.",
        default=None,
        example=_DAY,
        page_label="Added",
        place="history",
        in_form=False,
        docs_help="the day it was added",
    )
    changes: tuple[Change, ...] = field(
        "What changed about it, for readers who follow the feeds.",
        default=(),
        example=[{"on": _DAY, "what": "A Spanish edition is out."}],
        place="template",
        form_help="News for people who already use it: what is different now, in a plain "
        "sentence. Start with the day if it wasn't today, such as 2026-11-21: A Spanish "
        "edition is out.",
        docs_help="each with `on:` a day and `what:`, a sentence",
    )
    reviewed: Review | None = field(
        "Who last looked at it, and when.",
        default=None,
        example={"on": _DAY, "by": _BY},
        place="template",
        in_form=False,
        docs_help="`on:` a day and `by:` whom, when a person has reviewed it; nothing else fills "
        "this in",
    )
    verified: Verification | None = field(
        "Who last opened its links and found that they work, and when.",
        default=None,
        example={"on": _DAY, "by": _BY},
        place="nowhere",
        in_form=False,
        docs_help="`on:` a day and `by:` whom, when a person has opened its links and found that "
        "they work; see [the link watch](../link-watch.md)",
    )
    sources: tuple[Source, ...] = field(
        "Where the catalog learned of it.",
        default=(),
        example=[{"document": "Readiness checklist", "section": "Ready to plan"}],
        place="template",
        in_form=False,
        docs_help=_ORIGIN,
    )
    notes: Prose | None = field(
        "For maintainers; not shown.",
        default=None,
        example="Ask the publisher for the Spanish edition.",
        label="Notes for the people who keep the library",
        form_help="Where you found it, and anything else they should know. Not shown.",
        docs_help=_ORIGIN,
        for_maintainers=True,
    )

    id: str = Field(exclude=True)
    tags: SkipValidation[Mapping[str, tuple[str, ...]]] = Field(exclude=True)
    file: str = Field(exclude=True)
    tool_kind: str = Field("", exclude=True)
    """The kind of the tool that this stands for in a list; empty for a resource."""

    @property
    def address(self) -> str:
        """The path of its page below the root of the site."""
        return f"{'tools' if self.tool_kind else 'resources'}/{self.id}/"

    @property
    def type(self) -> str | None:
        """The id of its first type."""
        return next(iter(self.tags.get(TYPES, ())), None)

    @property
    def primary_link(self) -> Link | None:
        """The link to open first."""
        if self.links and self.links[0].role == ROLES[0]:
            return self.links[0]  # as in nearly all entries
        return min(self.links, key=lambda link: ROLES.index(link.role), default=None)

    @property
    def has_named_contact(self) -> bool:
        """Whether it is known whom to ask for it."""
        return self.request_from not in (None, "unknown")

    @property
    def watched_links(self) -> tuple[Link, ...]:
        """All links that readers find on its page, those in its body and own fields included."""
        if self.body is None and type(self) is Entry:
            return self.links
        own = [
            getattr(self, key)
            for key, declared in declared_fields(type(self)).items()
            if declared.value_type == "url"
        ]
        body = parse_body(self.body).urls if self.body else ()
        known = {link.url for link in self.links}
        more = dict.fromkeys(url for url in (*body, *own) if url and url not in known)
        return (
            *self.links,
            *(Link(url=url, role="landing") for url in more if not why_not_followable(url)),
        )

    @property
    def year(self) -> str | None:
        """The year it was published."""
        return self.published[:4] if self.published else None

    @property
    def minutes(self) -> int | None:
        """How long it takes, in minutes; of a range, its longer end."""
        return duration_minutes(self.duration) if self.duration else None

    @property
    def shortest_minutes(self) -> int | None:
        """How long it takes at least, in minutes."""
        return duration_range(self.duration)[0] if self.duration else None

    @property
    def is_listed(self) -> bool:
        """Whether it is shown in lists; a retired entry only has its page."""
        return self.retired is None
