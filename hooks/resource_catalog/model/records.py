"""The model: what a catalog is made of, frozen and typed.

The fields of :class:`Entry`, :class:`Vocabulary` and so on *are* the keys of
the YAML files. The line of a field is all there is to it: its type is what the
loader checks, and ``declaration.py`` says what else it can state and what is
made from that. A facet is not a field: every file in ``catalog/vocabularies/``
adds one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Generic, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import (
    AccessibilityFeature,
    Day,
    Duration,
    Email,
    EntryId,
    Language,
    Line,
    Months,
    PartialDate,
    Prose,
    Slug,
    Url,
    minutes,
)
from resource_catalog.model.labels import FORMAT_LABELS, ROLE_LABELS

Access = Literal["open", "sign-in", "on-request", "paid", "unlocated"]
LinkFormat = Literal["html", "pdf", "video", "audio", "document", "slides", "image"]
LinkRole = Literal["primary", "alternate", "landing", "archive"]
_RANKS: Mapping[str, int] = {role: rank for rank, role in enumerate(get_args(LinkRole))}
ACCESS: tuple[str, ...] = get_args(Access)
ACCESS_LABELS: Mapping[str, str] = {
    "open": "Open",
    "sign-in": "Sign-in needed",
    "on-request": "On request",
    "paid": "Paid",
    "unlocated": "Address not known",
}
"""What readers are told about access."""


REVIEW_MONTHS = 24
"""How long a review holds for a type that says nothing else."""

_DAY, _BY = "2026-11-21", "Pilot team"
"""What examples have in common."""

_NEVER_ASKED: set[str] = set()
"""The keys that were written in a record, which pydantic would keep for each."""


class Record(BaseModel):
    """Anything written in YAML: frozen, and no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _: object) -> None:
        """Forget which keys were written: nobody asks, and it is half of what a record weighs."""
        object.__setattr__(self, "__pydantic_fields_set__", _NEVER_ASKED)


class Canary(Record):
    """Two addresses by which the link watch knows whether the network can be trusted."""

    good: Url = field("An address that surely works.", example="https://example.org/")
    bad: Url = field(
        "An address that surely does not, on a host that does.",
        example="https://example.org/no-such-page",
    )


class Identity(Record):
    """``catalog.yml``: what this catalog is called and says of itself."""

    title: Line = field("The name of the site.", example="Micro-credential shelf")
    tagline: Line | None = field(
        "One line under the name.",
        default=None,
        example="What to read before, during and after a pilot",
    )
    description: Prose | None = field(
        "One or two sentences for the home page and for search engines.",
        default=None,
        example="Guides and tools for districts that plan a pilot.",
    )
    language: Language = field(
        "The language the catalog is written in.", default="en", example="en"
    )
    curator: Line | None = field(
        "Who keeps the catalog.", default=None, example="Example School District"
    )
    contact: Url | None = field(
        "A page where readers can write to the people who keep the catalog.",
        default=None,
        example="https://example.org/contact",
    )
    email: Email | None = field(
        "The address that suggestions from readers may be mailed to.",
        default=None,
        example="library@example.org",
    )
    text_license: Line | None = field(
        "How the curated texts may be used.", default=None, example="CC BY 4.0"
    )
    link_canary: Canary | None = field(
        "What the link watch asks first, to know that the network can be trusted.",
        default=None,
        example={"good": "https://example.org/", "bad": "https://example.org/no-such-page"},
        for_maintainers=True,
    )


class Term(Record):
    """One value of a facet, such as the type “Report”."""

    id: Slug = field(
        "Small letters and hyphens; the last part of the term's address.", example="case-study"
    )
    label: Line = field("What readers see.", example="Case study")
    plural: Line | None = field(
        "The label for several: Reports.", default=None, example="Case studies"
    )
    short_label: Line | None = field("A label for narrow places.", default=None, example="Case")
    description: Prose | None = field(
        "One plain sentence on what it means.",
        default=None,
        example="An account of what one place did.",
    )
    icon: Line | None = field(
        "A Material icon, such as material/file-chart.",
        default=None,
        example="material/file-chart",
    )
    schema_type: Line | None = field(
        "The schema.org type that search engines are told.",
        default=None,
        example="Report",
        examples=["Report", "VideoObject"],
        pattern=r"^[A-Z][A-Za-z]{2,40}$",
    )

    @property
    def heading(self) -> str:
        """The label for a page about everything with this term."""
        return self.plural or self.label


class ResourceType(Term):
    """A type of resource."""

    review_months: Months = field(
        "After how many months somebody should look at such a resource again.",
        default=REVIEW_MONTHS,
        example=24,
    )


class Phase(Term):
    """A step of the roadmap's cycle."""

    question: Prose | None = field(
        "The question this phase answers.",
        default=None,
        example="What should a pilot change for our educators?",
    )
    sequence: tuple[EntryId, ...] = field(
        "Entry ids in the order to read them; tagged entries not named follow.",
        default=(),
        example=["planning-guide", "goal-worksheet"],
    )


class Prompt(Record):
    """A question to ask or a task to do, with the entries that help."""

    text: Prose = field(
        "The question or task, in plain words.", example="Choose goals for the pilot."
    )
    entries: tuple[EntryId, ...] = field(
        "Ids of the entries that help with it.", default=(), example=["goal-worksheet"]
    )


class Stage(Term):
    """A level of readiness."""

    subtitle: Line | None = field(
        "A few words under the label.", default=None, example="First steps"
    )
    goal: Prose | None = field(
        "What someone at this stage wants to reach.",
        default=None,
        example="Know why we want a pilot.",
    )
    questions: tuple[Prompt, ...] = field(
        "Big questions of this stage.",
        default=(),
        example=[{"text": "What would a pilot change?", "entries": ["planning-guide"]}],
    )
    tasks: tuple[Prompt, ...] = field(
        "Important tasks of this stage.",
        default=(),
        example=[{"text": "Choose goals for the pilot.", "entries": ["goal-worksheet"]}],
    )


T = TypeVar("T", bound=Term, covariant=True)


class Vocabulary(Record, Generic[T]):
    """One facet: the terms entries can be tagged with. ``id`` is the file name."""

    label: Line = field("The name of the facet, for several: Types.", example="Grade bands")
    singular: Line | None = field("The name for one: Type.", default=None, example="Grade band")
    key: Line | None = field(
        "The key entries use; the file name when left out.",
        default=None,
        example="grade_bands",
        examples=["type", "grade_bands"],
        pattern=r"^[a-z][a-z0-9_-]*$",
    )
    single: bool = field(
        "true when an entry has exactly one of these terms.", default=False, example=False
    )
    description: Prose | None = field(
        "One plain sentence on the facet.",
        default=None,
        example="The school years that a resource is meant for.",
    )
    terms: tuple[T, ...] = field(
        "The terms, in the order to show them.",
        example=[{"id": "elementary", "label": "Elementary"}],
        min_length=1,
    )

    id: str = Field(exclude=True)
    file: str = Field(exclude=True)

    @cached_property
    def by_id(self) -> Mapping[str, T]:
        """The terms by their ids."""
        return {term.id: term for term in self.terms}

    @property
    def one(self) -> str:
        """The name of the facet for one term."""
        return self.singular or self.label


class Link(Record):
    """An address of a resource."""

    url: Url = field(
        "The full address, starting with https://",
        example="https://example.org/planning-guide.pdf",
    )
    format: LinkFormat = field(
        "What the reader gets at the address.",
        default="html",
        example="pdf",
        option_labels=FORMAT_LABELS,
    )
    role: LinkRole = field(
        "primary: the one to open; alternate: the same thing elsewhere; "
        "landing: a page that leads to it; archive: a kept copy.",
        default="primary",
        example="primary",
        option_labels=ROLE_LABELS,
    )
    formerly: tuple[Url, ...] = field(
        "Addresses that led to it before. Not shown; kept so that they are known.",
        default=(),
        example=["https://example.org/old/planning-guide.pdf"],
        for_maintainers=True,
    )


class Synonyms(Record):
    """``synonyms.yml``: groups of words that mean the same to a reader who searches."""

    groups: tuple[tuple[Line, ...], ...] = field(
        "Lists of words or phrases; searching for one also finds the others.",
        default=(),
        example=[["PD", "professional development", "professional learning"]],
    )


class Retirement(Record):
    """Why an entry is no longer recommended."""

    on: Day = field("The day it was retired.", example=_DAY)
    why: Prose = field("The reason, for readers.", example="A newer edition is out.")


class Change(Record):
    """Something about a resource that its readers will want to know has changed."""

    on: Day = field("The day it changed, or was noticed.", example=_DAY)
    what: Prose = field(
        "What is different now, in a plain sentence.", example="A Spanish edition is out."
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


_NAMES = "lists of names"
_LENGTH = "14 min or 1 h 30 min; 16 episodes, 24 pages"
_FORM = "en; the license; captions, transcript and the like"
_OTHERS = "ids of other entries"
_ORIGIN = "where you learned of it; notes are for maintainers and are not shown"
"""What the table of keys in the docs says of several keys in one row."""


class Entry(Record):
    """One resource. ``id`` is the file name, ``tags`` holds the terms by facet."""

    title: Line = field(
        "The exact title.",
        example="Planning a micro-credential pilot",
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
    summary: Prose = field(
        "What it is, in one or two plain sentences of your own.",
        example="Eight pages that lead a team from a first idea to a dated plan.",
        place="template",
        docs_help="what it is, in one or two plain sentences of your own",
        search=2,
        schema_org="description",
    )
    recommended_use: Prose | None = field(
        "Who does what with it, and when, in your own words.",
        default=None,
        example="A coordinator fills it in with the team before the first meeting.",
        label="How to use it",
        place="template",
        docs_help="who does what with it, and when",
        search=1,
    )
    links: tuple[Link, ...] = field(
        "Where it can be found.",
        default=(),
        example=[{"url": "https://example.org/planning-guide.pdf", "format": "pdf"}],
        label="Where it is",
        place="template",
        form_help="The full address, copied from a browser.",
        docs_help="each with `url`, `format` (html, pdf, video, audio, document, slides, image) "
        "and `role` (primary, alternate, landing, archive)",
    )
    access: Access = field(
        "How a reader gets it; unlocated when the address is lost.",
        default="open",
        example="open",
        form_help="How a reader gets it.",
        docs_help="open, sign-in, on-request, paid, or unlocated when the address is lost",
        option_labels=ACCESS_LABELS,
    )
    request_from: Line | None = field(
        "With on-request: whom to ask, or unknown.",
        default=None,
        example="The district office",
        label="Whom to ask",
        place="template",
        form_help="A person or an organization, or unknown.",
        docs_help="with on-request: whom to ask, or unknown",
    )
    authors: tuple[Line, ...] = field(
        "The people who wrote or made it.",
        default=(),
        example=["Jo Rivera", "A. Chen"],
        page_label="By",
        docs_help=_NAMES,
        search=4,
        schema_org="author",
        schema_org_type="Person",
    )
    publishers: tuple[Line, ...] = field(
        "The organizations that put it out.",
        default=(),
        example=["Example School District"],
        page_label="Published by",
        docs_help=_NAMES,
        search=4,
        schema_org="publisher",
        schema_org_type="Organization",
    )
    contributors: tuple[Line, ...] = field(
        "Others who took part.",
        default=(),
        example=["Pilot teachers of 2024"],
        page_label="With",
        docs_help=_NAMES,
        search=4,
        schema_org="contributor",
        schema_org_type="Person",
    )
    published: PartialDate | None = field(
        "2017, 2017-09 or 2017-09-14, as precise as it is known.",
        default=None,
        example="2017-09",
        docs_help="2017, 2017-09 or 2017-09-14: as precise as you know it",
        schema_org="datePublished",
    )
    duration: Duration | None = field(
        "How long it takes: 14 min.",
        default=None,
        example="1 h 30 min",
        page_label="Time",
        docs_help=_LENGTH,
        schema_org="timeRequired",
    )
    extent: Line | None = field(
        "How much of it there is: 16 episodes.",
        default=None,
        example="16 episodes",
        docs_help=_LENGTH,
    )
    language: Language | None = field(
        "The language it is in: en.",
        default=None,
        example="en",
        docs_help=_FORM,
        schema_org="inLanguage",
    )
    license: Line | None = field(
        "Under which license it may be used.",
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
        asked=False,
        docs_help=_OTHERS,
        schema_org="isPartOf",
    )
    related: tuple[EntryId, ...] = field(
        "Entries to look at next.",
        default=(),
        example=["goal-worksheet"],
        place="template",
        asked=False,
        docs_help=_OTHERS,
    )
    replaced_by: EntryId | None = field(
        "The entry to use instead.",
        default=None,
        example="planning-guide-2025",
        place="template",
        asked=False,
        docs_help=_OTHERS,
    )
    retired: Retirement | None = field(
        "When and why it was retired.",
        default=None,
        example={"on": _DAY, "why": "A newer edition is out."},
        place="template",
        asked=False,
        docs_help="`on:` a day and `why:`; the page stays and says so",
    )
    aliases: tuple[Slug, ...] = field(
        "Old ids; their addresses lead here.",
        default=(),
        example=["pilot-guide"],
        place="nowhere",
        asked=False,
        docs_help="ids the entry had before; their addresses keep working",
    )
    added: Day | None = field(
        "The day it came into the catalog.",
        default=None,
        example=_DAY,
        page_label="In the library since",
        place="history",
        asked=False,
        docs_help="the day it was added",
    )
    changes: tuple[Change, ...] = field(
        "What changed about it, for readers who follow the feeds.",
        default=(),
        example=[{"on": _DAY, "what": "A Spanish edition is out."}],
        place="template",
        asked=False,
        docs_help="each with `on:` a day and `what:`, a sentence",
    )
    reviewed: Review | None = field(
        "Who last looked at it, and when.",
        default=None,
        example={"on": _DAY, "by": _BY},
        place="template",
        asked=False,
        docs_help="`on:` a day and `by:` whom, when a person has looked at it; nothing else fills "
        "this in",
    )
    verified: Verification | None = field(
        "Who last opened its links and found them right, and when.",
        default=None,
        example={"on": _DAY, "by": _BY},
        place="nowhere",
        asked=False,
        docs_help="`on:` a day and `by:` whom, when a person has opened its links and found them "
        "right; see [the link watch](../link-watch.md)",
    )
    sources: tuple[Source, ...] = field(
        "Where the catalog learned of it.",
        default=(),
        example=[{"document": "Readiness checklist", "section": "Ready to plan"}],
        place="template",
        asked=False,
        docs_help=_ORIGIN,
    )
    notes: Prose | None = field(
        "For maintainers; not shown.",
        default=None,
        example="Ask the publisher for the Spanish edition.",
        label="Notes for those who keep the library",
        form_help="Where you learned of it, and what else they should know. Not shown.",
        docs_help=_ORIGIN,
        for_maintainers=True,
    )

    id: str = Field(exclude=True)
    tags: SkipValidation[Mapping[str, tuple[str, ...]]] = Field(exclude=True)
    file: str = Field(exclude=True)

    @property
    def type(self) -> str:
        """The id of its type."""
        return self.tags[TYPES][0]

    @property
    def primary_link(self) -> Link | None:
        """The link to open first."""
        return min(self.links, key=lambda link: _RANKS[link.role], default=None)

    @property
    def year(self) -> str | None:
        """The year it was published."""
        return self.published[:4] if self.published else None

    @property
    def minutes(self) -> int | None:
        """How long it takes, in minutes."""
        return minutes(self.duration) if self.duration else None

    @property
    def is_listed(self) -> bool:
        """Whether lists show it; a retired entry has a page and nothing more."""
        return self.retired is None


class Chosen(Record):
    """An entry in a collection, and why it stands there."""

    id: EntryId = field("The id of the entry.", example="planning-guide")
    note: Prose | None = field(
        "What to do with it here, in one or two sentences of your own.",
        default=None,
        example="Read the first two pages.",
    )


class Collection(Record):
    """A pack: entries in the order to use them, for one purpose. ``id`` is the file name."""

    title: Line = field("What readers see.", example="First hour for a coordinator")
    audience: Line | None = field(
        "Whom it is for, in a few words.", default=None, example="New pilot coordinators"
    )
    purpose: Prose = field(
        "What they can do after it, in one or two sentences.",
        example="Say what a micro-credential is and why people start with them.",
    )
    entries: tuple[Chosen, ...] = field(
        "Its entries in the order to use them, each with a note.",
        example=[{"id": "planning-guide", "note": "Read the first two pages."}],
        min_length=1,
    )
    aliases: tuple[Slug, ...] = field(
        "Old ids; their addresses lead here.", default=(), example=["coordinator-pack"]
    )

    id: str = Field(exclude=True)
    file: str = Field(exclude=True)


TYPES, PHASES, STAGES = "types", "phases", "stages"
VOCABULARY_KINDS: Mapping[str, type[Vocabulary[Term]]] = {
    TYPES: Vocabulary[ResourceType],
    PHASES: Vocabulary[Phase],
    STAGES: Vocabulary[Stage],
}
"""The facets whose terms carry more than a label; they are in every catalog."""
