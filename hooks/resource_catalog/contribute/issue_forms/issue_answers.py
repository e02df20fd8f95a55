"""Find the answers in the body of an issue from an issue form; blank answers are left out.

GitHub writes each question as a heading with the answer below it. People edit issues by
hand, so headings are matched by their text at any level, and nothing is dropped without a
remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from resource_catalog.contribute.issue_forms.form_questions import IssueQuestion
from resource_catalog.model.did_you_mean import closest_match
from resource_catalog.model.field_types.texts import without_invisible
from resource_catalog.model.messages import N_, _, number
from resource_catalog.model.problems import quoted

MAX_BODY_LENGTH = 70_000
"""A little more than the maximum of GitHub."""

_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*")
_BLANK_ANSWERS = frozenset({"", "_no response_", "no response", "n/a", "none", "-", "–", "—", "?"})
_YAML_FENCE = re.compile(r"[ ]{0,3}(`{3,})[ ]*(?:ya?ml)[ ]*", re.IGNORECASE)
_ISOLATES = re.compile("[\u2066-\u2069]")  # turn the direction of what is between them


@dataclass
class IssueAnswers:
    """The answers by the keys of their questions, and remarks on what a person should check."""

    texts: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def extract_yaml_block(body: str) -> str | None:
    """The YAML of an entry that the site's own form has put into an issue, or None."""
    lines = _normalize(body[:MAX_BODY_LENGTH]).split("\n")
    for start, line in enumerate(lines):
        if fence := _YAML_FENCE.fullmatch(line):
            block = lines[start + 1 :]
            end = next((n for n, text in enumerate(block) if text.strip() == fence[1]), None)
            return None if end is None else "\n".join(block[:end]) + "\n"
    return None


def parse_issue_body(body: str, questions: Sequence[IssueQuestion]) -> IssueAnswers:
    """Parse the answers in the body of an issue."""
    answers = IssueAnswers()
    if len(body) > MAX_BODY_LENGTH:
        answers.remarks.append(
            _("The text was cut after %(most)s characters.", most=number(MAX_BODY_LENGTH))
        )
        body = body[:MAX_BODY_LENGTH]
    labels = {_normalize_label(question.label): question for question in questions}
    sections = list(_sections(_strip_comments(_normalize(body))))
    headings = {_normalize_label(heading) for heading, __ in sections}
    key = ""
    for heading, text in sections:
        question = labels.get(_normalize_label(heading))
        if question is None and heading:
            closest_label = closest_match(_normalize_label(heading), set(labels) - headings)
            question = labels[closest_label] if closest_label else None
            if question:
                answers.remarks.append(
                    _(
                        "%(heading)s was read as the question “%(question)s”.",
                        heading=quoted(heading),
                        question=question.label,
                    )
                )
        if question and question.key not in answers.texts:
            key = question.key
            answers.texts[key] = text
        elif key:
            # An unknown or repeated heading is part of the answer above it.
            previous = "" if is_blank_answer(answers.texts[key]) else answers.texts[key]
            answers.texts[key] = f"{previous}\n\n{heading}\n\n{text}".strip()
            remark = N_(
                "%(heading)s is not a question of the form; it is kept with the text before it."
            )
            if question:
                remark = N_(
                    "%(heading)s is there twice; the second is kept with the text before it."
                )
            answers.remarks.append(_(remark, heading=quoted(heading)))
        elif text.strip():
            answers.remarks.append(
                _(
                    "Text before the first question is left out: %(text)s",
                    text=quoted(text.strip()),
                )
            )
    answers.texts = {key: text for key, text in answers.texts.items() if not is_blank_answer(text)}
    return answers


def is_blank_answer(text: str) -> bool:
    """Whether an answer is empty or a placeholder for no answer."""
    return text.strip().casefold() in _BLANK_ANSWERS


def _normalize(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return _ISOLATES.sub("", without_invisible(text))


def _strip_comments(text: str) -> str:
    """The text without HTML comments; one that is not closed is kept."""
    kept, start = [], 0
    while (opening := text.find("<!--", start)) >= 0:
        end = text.find("-->", opening + 4)
        if end < 0:
            break
        kept.append(text[start:opening])
        start = end + 3
    return "".join([*kept, text[start:]])


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """Each heading with the text below it; the heading of the first section is empty."""
    heading, lines = "", list[str]()
    for line in text.split("\n"):
        if match := _HEADING.fullmatch(line):
            yield heading, "\n".join(lines).strip()
            heading, lines = match[1], []
        else:
            lines.append(line)
    yield heading, "\n".join(lines).strip()


def _normalize_label(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
