"""Define what a question bank is made of: questions with a form of answer, and when to ask them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import Line, Prose, Slug
from resource_catalog.model.messages import N_, _, listed
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.tool import Tool
from resource_catalog.tools.part_fields import group_id, lasting_id
from resource_catalog.tools.tool_faults import Fault, Place, places, repeated_ids, unknown_names

AnswerForm = Literal["text", "line", "choice", "choices", "scale"]

FORMS: Mapping[str, str] = {
    "text": N_("Free text"),
    "line": N_("A few words"),
    "choice": N_("Choose one"),
    "choices": N_("Choose any"),
    "scale": N_("Scale"),
}
"""The forms an answer can have, and what readers see for each."""

WITH_OPTIONS = ("choice", "choices", "scale")
"""The forms that need options to choose from."""


class Moment(Record):
    """A moment at which a survey is sent."""

    id: Slug = lasting_id("at-end")
    label: Line = field("What readers see.", example="When the pilot is over", translatable=True)


class SurveyQuestion(Record):
    """A question for a survey."""

    id: Slug = lasting_id("clear-guidelines")
    text: Prose = field(
        "The question.", example="How clear were the guidelines?", translatable=True
    )
    help: Prose | None = field(
        "What those who answer may need to know.",
        default=None,
        example="Think of what you read before you began.",
        translatable=True,
    )
    answer: AnswerForm = field(
        "The form of the answer: text, line, choice (one), choices (any number) or scale.",
        example="scale",
    )
    options: tuple[Line, ...] = field(
        "What there is to choose from; of a scale, from its lowest to its highest step.",
        default=(),
        example=["Not clear", "Partly clear", "Clear"],
        translatable=True,
    )
    follow_up: Prose | None = field(
        "What to ask after it, to be answered in a free text.",
        default=None,
        example="Which part should be clearer?",
        translatable=True,
    )
    when: tuple[Slug, ...] = field(
        "Ids of the moments at which to ask it.", default=(), example=["at-end"]
    )


class QuestionGroup(Record):
    """Questions that belong together."""

    id: Slug = group_id("guidelines")
    title: Line = field("What readers see.", example="Guidelines", translatable=True)
    questions: tuple[SurveyQuestion, ...] = field(
        "The questions of this group, in their order.",
        example=[{"id": "own-words", "text": "What would you change?", "answer": "text"}],
        min_length=1,
    )


class QuestionBank(Tool):
    """A question bank."""

    kind_label = N_("Question bank")
    kind_icon = "material/comment-question-outline"

    kind: Literal["questions"] = field("What is done with it.", example="questions")
    moments: tuple[Moment, ...] = field(
        "The moments at which surveys are sent.",
        default=(),
        example=[{"id": "at-end", "label": "When the pilot is over"}],
    )
    groups: tuple[QuestionGroup, ...] = field(
        "The questions in groups, each with an id and a title.",
        example=[
            {
                "id": "guidelines",
                "title": "Guidelines",
                "questions": [
                    {"id": "own-words", "text": "What would you change?", "answer": "text"}
                ],
            }
        ],
        min_length=1,
    )

    @property
    def questions(self) -> tuple[SurveyQuestion, ...]:
        """All questions, in their order."""
        return tuple(question for group in self.groups for question in group.questions)


def faults(bank: QuestionBank, _catalog: Catalog) -> Iterator[Fault]:
    """Ids that stand twice, moments that are not there, and options that do not fit the form."""
    groups = list(places("groups", bank.groups))
    questions = [
        found for place, group in groups for found in places("questions", group.questions, *place)
    ]
    yield from repeated_ids(places("moments", bank.moments))
    yield from repeated_ids(groups)
    yield from repeated_ids(questions)
    known = [moment.id for moment in bank.moments]
    for place, question in questions:
        yield from _faults_of_options(question, place)
        yield from unknown_names(
            places("when", question.when, *place),
            known,
            N_("%(value)s is not one of the moments."),
        )


def _faults_of_options(question: SurveyQuestion, place: Place) -> Iterator[Fault]:
    takes_options = question.answer in WITH_OPTIONS
    if takes_options and len(set(question.options)) < 2:
        message = _("An answer of the kind “%(form)s” needs options.", form=question.answer)
        hint = _("Add at least two different “options”.")
        yield Fault((*place, "answer"), "missing-key", message, hint)
    if question.options and not takes_options:
        message = _("An answer of the kind “%(form)s” can’t have options.", form=question.answer)
        hint = _("Delete them, or use one of: %(allowed)s.", allowed=listed(WITH_OPTIONS))
        yield Fault((*place, "options"), "unknown-key", message, hint)


def page_data(bank: QuestionBank, _catalog: Catalog) -> Mapping[str, Any]:
    """The labels of the forms, and of the moments of each question."""
    labels = {moment.id: moment.label for moment in bank.moments}
    return {
        "forms": FORMS,
        "moments_of": {q.id: [labels[name] for name in q.when] for q in bank.questions},
    }
