"""The model: what a catalog is made of, frozen and typed.

The fields of :class:`Entry`, :class:`Vocabulary` and so on *are* the keys of
the YAML files: their types are checked by the loader, their descriptions are
shown to people who edit, and the JSON Schemas are written from them. A facet
is not a field: every file in ``catalog/vocabularies/`` adds one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Generic, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, SkipValidation

from resource_catalog.values import (
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

    good: Url = Field(description="An address that surely works.")
    bad: Url = Field(description="An address that surely does not, on a host that does.")


class Identity(Record):
    """``catalog.yml``: what this catalog is called and says of itself."""

    title: Line = Field(description="The name of the site.")
    tagline: Line | None = Field(None, description="One line under the name.")
    description: Prose | None = Field(
        None, description="One or two sentences for the home page and for search engines."
    )
    language: Language = Field("en", description="The language the catalog is written in.")
    curator: Line | None = Field(None, description="Who keeps the catalog.")
    contact: Url | None = Field(
        None, description="A page where readers can write to the people who keep the catalog."
    )
    email: Email | None = Field(
        None, description="The address that suggestions from readers may be mailed to."
    )
    text_license: Line | None = Field(None, description="How the curated texts may be used.")
    link_canary: Canary | None = Field(
        None, description="What the link watch asks first, to know that the network can be trusted."
    )


class Term(Record):
    """One value of a facet, such as the type “Report”."""

    id: Slug = Field(description="Small letters and hyphens; the last part of the term's address.")
    label: Line = Field(description="What readers see.")
    plural: Line | None = Field(None, description="The label for several: Reports.")
    short_label: Line | None = Field(None, description="A label for narrow places.")
    description: Prose | None = Field(None, description="One plain sentence on what it means.")
    icon: Line | None = Field(None, description="A Material icon, such as material/file-chart.")
    schema_type: Line | None = Field(
        None,
        pattern=r"^[A-Z][A-Za-z]{2,40}$",
        examples=["Report", "VideoObject"],
        description="The schema.org type that search engines are told.",
    )

    @property
    def heading(self) -> str:
        """The label for a page about everything with this term."""
        return self.plural or self.label


class Kind(Term):
    """A type of resource."""

    review_months: Months = Field(
        REVIEW_MONTHS,
        description="After how many months somebody should look at such a resource again.",
    )


class Phase(Term):
    """A step of the roadmap's cycle."""

    question: Prose | None = Field(None, description="The question this phase answers.")
    sequence: tuple[EntryId, ...] = Field(
        (), description="Entry ids in the order to read them; tagged entries not named follow."
    )


class Prompt(Record):
    """A question to ask or a task to do, with the entries that help."""

    text: Prose = Field(description="The question or task, in plain words.")
    entries: tuple[EntryId, ...] = Field((), description="Ids of the entries that help with it.")


class Stage(Term):
    """A level of readiness."""

    subtitle: Line | None = Field(None, description="A few words under the label.")
    goal: Prose | None = Field(None, description="What someone at this stage wants to reach.")
    questions: tuple[Prompt, ...] = Field((), description="Big questions of this stage.")
    tasks: tuple[Prompt, ...] = Field((), description="Important tasks of this stage.")


T = TypeVar("T", bound=Term, covariant=True)


class Vocabulary(Record, Generic[T]):
    """One facet: the terms entries can be tagged with. ``id`` is the file name."""

    label: Line = Field(description="The name of the facet, for several: Types.")
    singular: Line | None = Field(None, description="The name for one: Type.")
    key: Line | None = Field(
        None,
        pattern=r"^[a-z][a-z0-9_-]*$",
        examples=["type", "grade_bands"],
        description="The key entries use; the file name when left out.",
    )
    single: bool = Field(False, description="true when an entry has exactly one of these terms.")
    description: Prose | None = Field(None, description="One plain sentence on the facet.")
    terms: tuple[T, ...] = Field(min_length=1, description="The terms, in the order to show them.")

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

    url: Url = Field(description="The full address, starting with https://")
    format: LinkFormat = Field("html", description="What the reader gets at the address.")
    role: LinkRole = Field(
        "primary",
        description="primary: the one to open; alternate: the same thing elsewhere; "
        "landing: a page that leads to it; archive: a kept copy.",
    )
    formerly: tuple[Url, ...] = Field(
        (),
        description="Addresses that led to it before. Not shown; kept so that they are known.",
    )


class Synonyms(Record):
    """``synonyms.yml``: groups of words that mean the same to a reader who searches."""

    groups: tuple[tuple[Line, ...], ...] = Field(
        (), description="Lists of words or phrases; searching for one also finds the others."
    )


class Retirement(Record):
    """Why an entry is no longer recommended."""

    on: Day = Field(description="The day it was retired.")
    why: Prose = Field(description="The reason, for readers.")


class Change(Record):
    """Something about a resource that its readers will want to know has changed."""

    on: Day = Field(description="The day it changed, or was noticed.")
    what: Prose = Field(description="What is different now, in a plain sentence.")


class Review(Record):
    """A person's word that they have looked at the resource. Never written by a program."""

    on: Day = Field(description="The day of the review.")
    by: Line = Field(description="Initials or a team.")


class Verification(Record):
    """A person's word that the links work, which for a while beats the link watch."""

    on: Day = Field(description="The day the links were opened.")
    by: Line = Field(description="Initials or a team.")


class Source(Record):
    """Where the catalog learned of a resource."""

    document: Line = Field(description="The document's name.")
    section: Line | None = Field(None, description="Where in the document.")


class Entry(Record):
    """One resource. ``id`` is the file name, ``tags`` holds the terms by facet."""

    title: Line = Field(description="The exact title.")
    also_known_as: tuple[Line, ...] = Field((), description="Other titles it goes by.")
    summary: Prose = Field(description="What it is, in one or two plain sentences of your own.")
    recommended_use: Prose | None = Field(
        None, description="Who does what with it, and when, in your own words."
    )
    links: tuple[Link, ...] = Field((), description="Where it can be found.")
    access: Access = Field(
        "open", description="How a reader gets it; unlocated when the address is lost."
    )
    request_from: Line | None = Field(None, description="With on-request: whom to ask, or unknown.")
    authors: tuple[Line, ...] = Field((), description="The people who wrote or made it.")
    publishers: tuple[Line, ...] = Field((), description="The organizations that put it out.")
    contributors: tuple[Line, ...] = Field((), description="Others who took part.")
    published: PartialDate | None = Field(
        None, description="2017, 2017-09 or 2017-09-14, as precise as it is known."
    )
    duration: Duration | None = Field(None, description="How long it takes: 14 min.")
    extent: Line | None = Field(None, description="How much of it there is: 16 episodes.")
    language: Language | None = Field(None, description="The language it is in: en.")
    license: Line | None = Field(None, description="Under which license it may be used.")
    accessibility: tuple[AccessibilityFeature, ...] = Field(
        (), description="What makes it accessible, in schema.org's words."
    )
    part_of: EntryId | None = Field(None, description="The entry this is a part of.")
    related: tuple[EntryId, ...] = Field((), description="Entries to look at next.")
    replaced_by: EntryId | None = Field(None, description="The entry to use instead.")
    retired: Retirement | None = Field(None, description="When and why it was retired.")
    aliases: tuple[Slug, ...] = Field((), description="Old ids; their addresses lead here.")
    added: Day | None = Field(None, description="The day it came into the catalog.")
    changes: tuple[Change, ...] = Field(
        (), description="What changed about it, for readers who follow the feeds."
    )
    reviewed: Review | None = Field(None, description="Who last looked at it, and when.")
    verified: Verification | None = Field(
        None, description="Who last opened its links and found them right, and when."
    )
    sources: tuple[Source, ...] = Field((), description="Where the catalog learned of it.")
    notes: Prose | None = Field(None, description="For maintainers; not shown.")

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

    id: EntryId = Field(description="The id of the entry.")
    note: Prose | None = Field(
        None, description="What to do with it here, in one or two sentences of your own."
    )


class Collection(Record):
    """A pack: entries in the order to use them, for one purpose. ``id`` is the file name."""

    title: Line = Field(description="What readers see.")
    audience: Line | None = Field(None, description="Whom it is for, in a few words.")
    purpose: Prose = Field(description="What they can do after it, in one or two sentences.")
    entries: tuple[Chosen, ...] = Field(
        min_length=1, description="Its entries in the order to use them, each with a note."
    )
    aliases: tuple[Slug, ...] = Field((), description="Old ids; their addresses lead here.")

    id: str = Field(exclude=True)
    file: str = Field(exclude=True)


TYPES, PHASES, STAGES = "types", "phases", "stages"
VOCABULARY_KINDS: Mapping[str, type[Vocabulary[Term]]] = {
    TYPES: Vocabulary[Kind],
    PHASES: Vocabulary[Phase],
    STAGES: Vocabulary[Stage],
}
"""The facets whose terms carry more than a label; they are in every catalog."""
