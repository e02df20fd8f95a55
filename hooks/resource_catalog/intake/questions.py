"""Questions: what the form for a suggestion asks, from which it is written and its answers read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from resource_catalog.catalog import Catalog
from resource_catalog.facets import REQUIRED
from resource_catalog.model import ACCESS_LABELS, TYPES, Term

Kind = Literal["line", "prose", "choice", "choices"]

WEB_ADDRESS, CREDIT = "url", "YourName"
"""Questions that are no key of an entry. No facet can have these names either."""

_NOT_ALLOWED = frozenset({"none"})
"""What GitHub does not take as an option."""


@dataclass(frozen=True)
class Question:
    """One thing the form asks. ``choices`` are labels and the values that they stand for."""

    key: str
    label: str
    about: str
    kind: Kind
    is_needed: bool = False
    example: str = ""
    choices: tuple[tuple[str, str], ...] = ()


def questions(catalog: Catalog) -> tuple[Question, ...]:
    """The questions in their order: what anyone can answer first, then every facet."""
    taken = {question.label.casefold() for question in (*_FIRST, *_TEXTS, *_LAST)}
    facets = []
    for facet in catalog.facets:
        question = _facet_question(catalog, facet)
        if question.label.casefold() in taken:  # answers are told apart by their labels
            question = replace(question, label=f"{question.label} ({facet})")
        taken.add(question.label.casefold())
        facets.append(question)
    (kind,) = (q for f, q in zip(catalog.facets, facets, strict=True) if f == TYPES)
    others = [question for question in facets if question is not kind]
    return (*_FIRST, kind, *_TEXTS, *others, *_LAST)


def facet_keys(catalog: Catalog, *, required: bool) -> tuple[str, ...]:
    """The keys of the facets that every catalog has, or of those that only this one has."""
    return tuple(
        vocabulary.key or facet
        for facet, vocabulary in catalog.facets.items()
        if (facet in REQUIRED) == required and facet != TYPES
    )


def _facet_question(catalog: Catalog, facet: str) -> Question:
    vocabulary = catalog.facets[facet]
    needed = facet == TYPES
    about = vocabulary.description or ""
    if not needed:
        about = f"{about} Leave it empty when you are not sure.".strip()
    return Question(
        key=vocabulary.key or facet,
        label=vocabulary.one if vocabulary.single else vocabulary.label,
        about=about,
        kind="choice" if vocabulary.single else "choices",
        is_needed=needed,
        choices=_choices(vocabulary.terms),
    )


def _choices(terms: tuple[Term, ...]) -> tuple[tuple[str, str], ...]:
    """Labels of terms, each of them once, as GitHub asks."""
    labels = [term.label.casefold() for term in terms]
    return tuple(
        (
            f"{term.label} ({term.id})"
            if labels.count(label) > 1 or label in _NOT_ALLOWED
            else term.label,
            term.id,
        )
        for term, label in zip(terms, labels, strict=True)
    )


_FIRST = (
    Question(
        "title",
        "Title",
        "The exact title of the resource, as it stands there.",
        "line",
        is_needed=True,
        example="A planning guide for pilots",
    ),
    Question(
        WEB_ADDRESS,
        "Web address",
        "Copy it from your browser. If it can be found at several addresses, write each on a line "
        "of its own, the best one first. Leave it empty when the address is lost.",
        "prose",
        example="https://example.org/planning-guide.pdf",
    ),
)
_TEXTS = (
    Question(
        "summary",
        "What it is",
        "One or two plain sentences in your own words. Please do not copy from the resource.",
        "prose",
        is_needed=True,
    ),
    Question(
        "recommended_use",
        "How to use it",
        "Who does what with it, and when, in your own words.",
        "prose",
    ),
    Question(
        "access",
        "Access",
        "How a reader gets it.",
        "choice",
        choices=tuple((label, value) for value, label in ACCESS_LABELS.items()),
    ),
)
_LAST = (
    Question("authors", "Authors", "The people who made it, each on a line of their own.", "prose"),
    Question(
        "publishers",
        "Publishers",
        "The organizations that put it out, each on a line of its own.",
        "prose",
    ),
    Question(
        "published",
        "Published",
        "As precise as you can see it: 2017, 2017-09 or 2017-09-14. Never guess.",
        "line",
        example="2017-09",
    ),
    Question("notes", "Anything else", "For those who keep the catalog; not shown.", "prose"),
    Question(
        CREDIT,
        "Your name",
        "If you would like to be thanked on the page of the resource. Leave it empty if not.",
        "line",
    ),
)
