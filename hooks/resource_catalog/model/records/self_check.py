"""Define ``check.yml``: what the self-check adds to the questions and tasks of the stages."""

from __future__ import annotations

from typing import Literal, get_args

from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import Line, Prose, Slug
from resource_catalog.model.messages import N_
from resource_catalog.model.records.record import Record

Answer = Literal["yes", "partly", "not-yet", "not-sure", "not-for-us"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
"""The one scale of the check, from the best answer on."""

ANSWER_LABELS = {
    "yes": N_("Yes"),
    "partly": N_("Partly"),
    "not-yet": N_("Not yet"),
    "not-sure": N_("Not sure"),
    "not-for-us": N_("Not for us"),
}


class Condition(Record):
    """Another question, and the answers to it that a question depends on."""

    question: Slug = field("The id of another question or task.", example="support-model")
    answers: tuple[Answer, ...] = field(
        "Any of these answers to it is enough.",
        example=["yes", "partly"],
        min_length=1,
    )


class CheckedQuestion(Record):
    """What the self-check adds to one question or task."""

    id: Slug = field("The id of a question or task of a stage.", example="support-model")
    label: Line | None = field(
        "A few words for it, where a plan names it.",
        default=None,
        example="A way to support people",
        translatable=True,
    )
    help: Prose | None = field(
        "What a team should think of when it answers.",
        default=None,
        example="Think of who has time to answer questions.",
        translatable=True,
    )
    yes_means: Prose | None = field(
        "What must be true for the answer “yes”.",
        default=None,
        example="The model is chosen, and each supporter has agreed.",
        translatable=True,
    )
    asked_if: tuple[Condition, ...] = field(
        "It is asked only when other questions are answered like this.",
        default=(),
        example=[{"question": "support-model", "answers": ["yes", "partly"]}],
    )
    phase: Slug | None = field(
        "The id of the phase in which a team does this; by default, that of most of its entries.",
        default=None,
        example="preparation",
    )


class FormerQuestion(Record):
    """A question that is no longer asked, so that old answers to it can be named."""

    id: Slug = field("The id it had.", example="choose-a-theme")
    text: Prose = field(
        "The question as it was.", example="Have we chosen a theme?", translatable=True
    )


class SelfCheck(Record):
    """``check.yml``: what the self-check says beside the questions and tasks of the stages."""

    title: Line | None = field(
        "The heading of the check.",
        default=None,
        example="Where does your team stand?",
        translatable=True,
    )
    description: Prose | None = field(
        "One or two sentences above the questions.",
        default=None,
        example="Answer together. It takes about ten minutes.",
        translatable=True,
    )
    questions: tuple[CheckedQuestion, ...] = field(
        "What is added to questions and tasks, by their ids.",
        default=(),
        example=[{"id": "goals", "yes_means": "They are written down."}],
    )
    no_longer_asked: tuple[FormerQuestion, ...] = field(
        "Questions that were taken out of the stages.",
        default=(),
        example=[{"id": "choose-a-theme", "text": "Have we chosen a theme?"}],
    )
