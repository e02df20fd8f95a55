"""Define vocabularies (facets) and their terms: types, phases, stages and all others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Generic, TypeVar

from pydantic import Field

from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import EntryId, Line, Months, Prose, Slug
from resource_catalog.model.messages import current, in_sentence, named
from resource_catalog.model.records.record import Record

TYPES, PHASES, STAGES = "types", "phases", "stages"
TYPE = "type"
"""The key of the types in entries."""

DEFAULT_REVIEW_MONTHS = 24
"""How long a review is valid by default, in months."""


class Term(Record):
    """One value of a facet, such as the type “Report”."""

    id: Slug = field(
        "Small letters and hyphens; the last part of the term's address.", example="case-study"
    )
    label: Line = field("What readers see.", example="Case study", translatable=True)
    plural: Line | None = field(
        "The label for several: Reports.", default=None, example="Case studies", translatable=True
    )
    short_label: Line | None = field(
        "A label for narrow places.", default=None, example="Case", translatable=True
    )
    description: Prose | None = field(
        "One plain sentence on what it means.",
        default=None,
        example="An account of what one place did.",
        translatable=True,
    )
    broader: Slug | None = field(
        "The id of the term above this one; what has this term counts there as well.",
        default=None,
        example="accounts",
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
        """The label for the page that lists the entries with this term."""
        return self.plural or self.label


class ResourceType(Term):
    """A type of resource."""

    review_months: Months = field(
        "After how many months somebody should look at such a resource again.",
        default=DEFAULT_REVIEW_MONTHS,
        example=24,
    )


class Phase(Term):
    """A step of the roadmap's cycle."""

    question: Prose | None = field(
        "The question this phase answers.",
        default=None,
        example="What do we want to change?",
        translatable=True,
    )
    sequence: tuple[EntryId, ...] = field(
        "Entry ids in the order to read them; tagged entries not named follow.",
        default=(),
        example=["planning-guide", "list-of-goals"],
    )
    also_useful: tuple[EntryId, ...] = field(
        "Ids of entries without this phase that help here as well, in your own judgment.",
        default=(),
        example=["budget-template"],
    )


class Prompt(Record):
    """A question to ask or a task to do, with the entries that help."""

    text: Prose = field(
        "The question or task, in plain words.",
        example="Choose goals for the project.",
        translatable=True,
    )
    entries: tuple[EntryId, ...] = field(
        "Ids of the entries that help with it.", default=(), example=["list-of-goals"]
    )
    id: Slug | None = field(
        "A short name that never changes; the self-check keeps answers under it.",
        default=None,
        example="goals",
    )
    aliases: tuple[Slug, ...] = field(
        "Names it had before; answers kept under them count as well.",
        default=(),
        example=["aims"],
    )


class Stage(Term):
    """A level of readiness."""

    subtitle: Line | None = field(
        "A few words under the label.", default=None, example="First steps", translatable=True
    )
    goal: Prose | None = field(
        "What someone at this stage wants to reach.",
        default=None,
        example="Know why we want a project.",
        translatable=True,
    )
    questions: tuple[Prompt, ...] = field(
        "Big questions of this stage.",
        default=(),
        example=[{"text": "What would it change?", "entries": ["planning-guide"]}],
    )
    tasks: tuple[Prompt, ...] = field(
        "Important tasks of this stage.",
        default=(),
        example=[{"text": "Choose goals for the project.", "entries": ["list-of-goals"]}],
    )


T = TypeVar("T", bound=Term, covariant=True)


class Vocabulary(Record, Generic[T]):
    """One facet: the terms entries can be tagged with. ``id`` is the file name."""

    label: Line = field(
        "The name of the facet, for several: Types.", example="Grade bands", translatable=True
    )
    singular: Line | None = field(
        "The name for one: Type.", default=None, example="Grade band", translatable=True
    )
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
        example="The years that a resource is meant for.",
        translatable=True,
    )
    terms: tuple[T, ...] = field(
        "The terms, in the order to show them; without any, the site does not have the facet.",
        default=(),
        example=[{"id": "elementary", "label": "Elementary"}],
    )

    id: str = Field(exclude=True)
    file: str = Field(exclude=True)

    @cached_property
    def by_id(self) -> Mapping[str, T]:
        """The terms by their ids."""
        return {term.id: term for term in self.terms}

    @cached_property
    def narrower(self) -> Mapping[str | None, tuple[T, ...]]:
        """The terms directly below each term; below None, those at the top."""
        found: dict[str | None, list[T]] = {}
        for term in self.terms:
            parent = term.broader if term.broader in self.by_id else None
            found.setdefault(parent, []).append(term)
        return {parent: tuple(terms) for parent, terms in found.items()}

    @cached_property
    def in_tree_order(self) -> tuple[tuple[T, int], ...]:
        """The terms, each followed by those below it, with their depth from 0."""
        found: list[tuple[T, int]] = []
        left = [(term, 0) for term in reversed(self.narrower.get(None, ()))]
        while left:
            term, depth = left.pop()
            found.append((term, depth))
            left += [(below, depth + 1) for below in reversed(self.narrower.get(term.id, ()))]
        return tuple(found)

    def above(self, term_id: str) -> tuple[T, ...]:
        """The terms above a term, from the top."""
        return tuple(self.by_id[above] for above in reversed(self._above.get(term_id, ())))

    def with_broader(self, term_ids: tuple[str, ...]) -> tuple[str, ...]:
        """These terms and all those above them, each once."""
        if not self._above:
            return term_ids
        above = (other for term_id in term_ids for other in self._above.get(term_id, ()))
        return tuple(dict.fromkeys((*term_ids, *above)))

    @cached_property
    def _above(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the terms above each term that has any, nearest first."""
        found: dict[str, tuple[str, ...]] = {}
        for term in self.terms:
            way: dict[str, None] = {}
            step = term.broader
            while step and step in self.by_id and step not in way and step != term.id:
                way[step] = None
                step = self.by_id[step].broader
            if way:
                found[term.id] = tuple(way)
        return found

    @property
    def singular_label(self) -> str:
        """The name of the facet for one term."""
        return self.singular or self.label

    @property
    def noun(self) -> str:
        """The name for one term inside a sentence."""
        return named(f"{self.id}.one", in_sentence(self.singular_label))

    @property
    def nouns(self) -> str:
        """The name for several terms inside a sentence."""
        return named(f"{self.id}.many", in_sentence(self._plural_label))

    @property
    def _plural_label(self) -> str:
        """The label, or the plural of the singular where the label is no plural in English.

        Such as *Data life cycle* of *Life cycle stage*, and *Your role* of *Role*.
        """
        last = self.label.lower().split()[-1:]
        if not self.singular or not current().is_english or last == []:
            return self.label
        is_plural = last[0].endswith("s") or last[0] not in self.singular.lower().split()
        return self.label if is_plural else _english_plural(self.singular)


def _english_plural(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else f"{noun}s"


class PhaseVocabulary(Vocabulary[Phase]):
    """The phases, which are a cycle or steps in a line."""

    cycle: bool = field(
        "false when the last phase does not lead back to the first.", default=True, example=True
    )


VOCABULARY_TYPES: Mapping[str, type[Vocabulary[Term]]] = {
    TYPES: Vocabulary[ResourceType],
    PHASES: PhaseVocabulary,
    STAGES: Vocabulary[Stage],
}
"""The record types of the vocabularies that have keys of their own; a catalog may lack each."""


def query_parameter(facet: str) -> str:
    """The name of a facet in URLs: the singular of its file name, such as ``phase``."""
    if facet.endswith("ies"):
        return facet[:-3] + "y"
    return facet.removesuffix("s")
