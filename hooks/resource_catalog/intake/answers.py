"""Answers: the text of an issue made with a form, taken apart again.

GitHub writes each question as a heading with the answer below it. People edit
such texts by hand, so headings are known by their words whatever their level,
and nothing that was written is dropped without a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from resource_catalog.intake.questions import Question
from resource_catalog.problems import quoted
from resource_catalog.suggestions import closest_match

LONGEST = 70_000
"""A little more than GitHub lets anyone write in an issue."""

_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*")
_NOTHING = frozenset({"", "_no response_", "no response", "n/a", "none", "-", "–", "—", "?"})
_FENCE = re.compile(r"[ ]{0,3}(`{3,})[ ]*(?:ya?ml)[ ]*", re.IGNORECASE)
# Marks that turn the direction of text, zero-width ones that hide in addresses, and controls.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]")


@dataclass
class Answers:
    """What was answered, by the keys of the questions, and what somebody has to look at."""

    texts: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def yaml_block(body: str) -> str | None:
    """The entry that the site's own form puts into an issue, as it is written there."""
    lines = _lines(body[:LONGEST]).split("\n")
    for start, line in enumerate(lines):
        if fence := _FENCE.fullmatch(line):
            inside = lines[start + 1 :]
            end = next((n for n, some in enumerate(inside) if some.strip() == fence[1]), None)
            return None if end is None else "\n".join(inside[:end]) + "\n"
    return None


def read_answers(body: str, questions: Sequence[Question]) -> Answers:
    """The answers in the text of an issue."""
    found = Answers()
    if len(body) > LONGEST:
        found.remarks.append(f"The text is cut after {LONGEST:,} letters.")
        body = body[:LONGEST]
    labels = {_plain(question.label): question for question in questions}
    parts = list(_parts(_without_comments(_lines(body))))
    there = {_plain(heading) for heading, _ in parts}
    key = ""
    for heading, text in parts:
        question = labels.get(_plain(heading))
        if question is None and heading:
            likely = closest_match(_plain(heading), set(labels) - there)
            question = labels[likely] if likely else None
            if question:
                found.remarks.append(
                    f"{quoted(heading)} is taken for the question “{question.label}”."
                )
        if question and question.key not in found.texts:
            key = question.key
            found.texts[key] = text
        elif key:
            # A heading of the reader's own, or one that was there before: part of the answer.
            before = "" if is_nothing(found.texts[key]) else found.texts[key]
            found.texts[key] = f"{before}\n\n{heading}\n\n{text}".strip()
            what = "stands there twice" if question else "is not a question of the form"
            found.remarks.append(f"{quoted(heading)} {what}; it is kept with what is before it.")
        elif text.strip():
            found.remarks.append(
                f"What stands before the first question is left out: {quoted(text.strip())}"
            )
    found.texts = {key: text for key, text in found.texts.items() if not is_nothing(text)}
    return found


def is_nothing(text: str) -> bool:
    """Whether an answer only says that there is none."""
    return text.strip().casefold() in _NOTHING


def _lines(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return _INVISIBLE.sub("", text)


def _without_comments(text: str) -> str:
    """The text without what GitHub hides; a comment that never ends is left in."""
    kept, start = [], 0
    while (opening := text.find("<!--", start)) >= 0:
        end = text.find("-->", opening + 4)
        if end < 0:
            break
        kept.append(text[start:opening])
        start = end + 3
    return "".join([*kept, text[start:]])


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Each heading with the text below it; the first has no heading."""
    heading, lines = "", list[str]()
    for line in text.split("\n"):
        if match := _HEADING.fullmatch(line):
            yield heading, "\n".join(lines).strip()
            heading, lines = match[1], []
        else:
            lines.append(line)
    yield heading, "\n".join(lines).strip()


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
