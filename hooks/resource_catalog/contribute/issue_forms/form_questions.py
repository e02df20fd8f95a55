"""Define the questions of the issue form for suggestions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from resource_catalog.loading.tags import LEADING
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import N_, _, translated
from resource_catalog.model.records.access import ACCESS_LABELS
from resource_catalog.model.records.vocabulary import TYPES, Term

AnswerType = Literal["line", "prose", "choice", "choices"]

URL_KEY, CREDIT_KEY = "url", "YourName"
"""Keys of questions that are not keys of an entry. No facet can have these names either."""

_FORBIDDEN_OPTIONS = frozenset({"none"})
"""Options that GitHub does not accept."""


@dataclass(frozen=True)
class IssueQuestion:
    """A question of an issue form. ``choices`` are pairs of label and value.

    ``former_choices`` are no longer offered, but suggestions that were made with them are still
    open.
    """

    key: str
    label: str
    description: str
    answer_type: AnswerType
    is_required: bool = False
    example: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    former_choices: tuple[tuple[str, str], ...] = ()


def suggestion_questions(catalog: Catalog) -> tuple[IssueQuestion, ...]:
    """The questions of the form in their order: the easiest first, then every facet."""
    first, texts, last = (
        [_in_language(question) for question in questions]
        for questions in (_FIRST_QUESTIONS, _TEXT_QUESTIONS, _LAST_QUESTIONS)
    )
    labels = {question.label.casefold() for question in (*first, *texts, *last)}
    facets = []
    for facet in catalog.asked_facets:
        question = _facet_question(catalog, facet)
        if question.label.casefold() in labels:  # answers are matched by their labels
            question = replace(question, label=f"{question.label} ({facet})")
        labels.add(question.label.casefold())
        facets.append(question)
    asked = list(zip(catalog.asked_facets, facets, strict=True))
    types = [question for facet, question in asked if facet == TYPES]
    others = [question for facet, question in asked if facet != TYPES]
    return (*first, *types, *texts, *others, *last)


def facet_keys(catalog: Catalog, *, leading: bool) -> tuple[str, ...]:
    """The keys of phases and stages, or of all other facets; never that of the types."""
    return tuple(
        vocabulary.key or facet
        for facet, vocabulary in catalog.facets.items()
        if (facet in LEADING) == leading and facet != TYPES
    )


def _in_language(question: IssueQuestion) -> IssueQuestion:
    """One of the questions below, in the language of the catalog."""
    return replace(
        question,
        label=translated(question.label),
        description=translated(question.description),
        example=translated(question.example),
        choices=tuple((translated(label), value) for label, value in question.choices),
    )


def _facet_question(catalog: Catalog, facet: str) -> IssueQuestion:
    vocabulary = catalog.facets[facet]
    is_required = facet == TYPES
    description = vocabulary.description or ""
    if not is_required:
        hint = _("Leave it empty when you are not sure.")
        description = f"{description} {hint}".strip()
    return IssueQuestion(
        key=vocabulary.key or facet,
        label=vocabulary.singular_label if vocabulary.single else vocabulary.label,
        description=description,
        answer_type="choice" if vocabulary.single else "choices",
        is_required=is_required,
        choices=_choices(vocabulary.terms),
    )


def _choices(terms: tuple[Term, ...]) -> tuple[tuple[str, str], ...]:
    """Pairs of label and id of terms; GitHub requires the labels to be unique."""
    labels = [term.label.casefold() for term in terms]
    return tuple(
        (
            f"{term.label} ({term.id})"
            if labels.count(label) > 1 or label in _FORBIDDEN_OPTIONS
            else term.label,
            term.id,
        )
        for term, label in zip(terms, labels, strict=True)
    )


_FIRST_QUESTIONS = (
    IssueQuestion(
        "title",
        N_("Title"),
        N_("The exact title, as the resource itself has it."),
        "line",
        is_required=True,
        example=N_("A planning guide"),
    ),
    IssueQuestion(
        URL_KEY,
        N_("Web address"),
        N_(
            "Copy it from your browser. If it is at several addresses, put each on its own "
            "line, best one first. Leave it empty if you don’t have a link."
        ),
        "prose",
        example="https://example.org/planning-guide.pdf",
    ),
)
_TEXT_QUESTIONS = (
    IssueQuestion(
        "summary",
        N_("What it is"),
        N_("One or two plain sentences in your own words. Please do not copy from the resource."),
        "prose",
        is_required=True,
    ),
    IssueQuestion(
        "recommended_use",
        N_("How to use it"),
        N_("Who does what with it, and when, in your own words."),
        "prose",
    ),
    IssueQuestion(
        "access",
        N_("Access"),
        N_("How readers get it."),
        "choice",
        choices=tuple((label, value) for value, label in ACCESS_LABELS.items()),
        former_choices=(("Address not known", "unlocated"),),
    ),
)
_LAST_QUESTIONS = (
    IssueQuestion(
        "authors",
        N_("Authors"),
        N_("The people who made it, one per line."),
        "prose",
    ),
    IssueQuestion(
        "publishers",
        N_("Publishers"),
        N_("The organizations that published it, one per line."),
        "prose",
    ),
    IssueQuestion(
        "published",
        N_("Published"),
        N_("As precise as you can see it: 2017, 2017-09 or 2017-09-14. Never guess."),
        "line",
        example="2017-09",
    ),
    IssueQuestion(
        "notes", N_("Anything else"), N_("For the people who keep the catalog. Not shown."), "prose"
    ),
    IssueQuestion(
        CREDIT_KEY,
        N_("Your name"),
        N_("If you would like to be thanked on the page of the resource. Leave it empty if not."),
        "line",
    ),
)
