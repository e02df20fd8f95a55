"""Write a question bank as it is, as a document and as a table, for those who choose by hand."""

from __future__ import annotations

from collections.abc import Sequence

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _, listed, translated
from resource_catalog.tools.document_parts import Look, Paragraph, Part, options
from resource_catalog.tools.questions.question_bank import FORMS, QuestionBank, SurveyQuestion


def document(bank: QuestionBank, _catalog: Catalog) -> Sequence[Part]:
    """Each question with what there is to choose from, or with room for an answer."""
    moments = {moment.id: moment.label for moment in bank.moments}
    parts: list[Part] = []
    number = 0
    for group in bank.groups:
        parts.append(Paragraph(group.title, level=1))
        for question in group.questions:
            number += 1
            parts += _question(number, question, [moments[name] for name in question.when])
    return parts


def table(bank: QuestionBank, _catalog: Catalog) -> Sequence[Sequence[str]]:
    """A row for each question, and one for each that is asked after another."""
    moments = {moment.id: moment.label for moment in bank.moments}
    head = [
        _("Number"),
        _("Question"),
        _("Kind of answer"),
        _("Options"),
        _("Help"),
        _("Group"),
        _("When to ask it"),
    ]
    rows: list[list[str]] = []
    number = 0
    for group in bank.groups:
        for one in group.questions:
            number += 1
            when = "\n".join(moments[name] for name in one.when)
            form, choices = translated(FORMS[one.answer]), "\n".join(one.options)
            rows.append([str(number), one.text, form, choices, one.help or "", group.title, when])
            if one.follow_up:
                then, text = f"{number}a", translated(FORMS["text"])
                rows.append([then, one.follow_up, text, "", "", group.title, when])
    return [head, *rows]


def _question(number: int, question: SurveyQuestion, moments: Sequence[str]) -> list[Part]:
    room: Look = "line" if question.answer == "line" else "box"
    parts: list[Part] = [Paragraph(f"{number}. {question.text}", level=2)]
    if question.help:
        parts.append(Paragraph(question.help, look="help"))
    if moments:
        parts.append(Paragraph(_("Ask it: %(moments)s", moments=listed(moments)), look="help"))
    parts += options(question.options) if question.options else [Paragraph(look=room)]
    if question.follow_up:
        then = _("Then: %(question)s", question=question.follow_up)
        parts += [Paragraph(then, look="then"), Paragraph(look="box")]
    return parts
