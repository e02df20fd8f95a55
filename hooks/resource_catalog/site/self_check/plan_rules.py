"""The rules by which the answers of a team become its plan: one pure function on plain data.

``overrides/js/self-check/plan-rules.js`` is the same function for browsers. Both give the same
plans for the cases in ``tests/site/plans.yml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SETTLED = ("yes", "not-for-us")
OPEN = ("not-yet", "not-sure", "partly")
"""The answers that a plan is made of, the most pressing first."""

MOST_FOCUS, LEAST_FOCUS = 3, 2
"""How many focus areas a plan has, as far as so many questions are open."""

Check = Mapping[str, Any]
"""What is asked, as :func:`questions.check_data` returns it."""

Plan = dict[str, Any]


def plan_of(check: Check, given: Mapping[str, str]) -> Plan:
    """The plan for answers by the names of questions, of which some may be old or unknown.

    ``reached`` is the stage that has been reached and ``next`` the one to work on. ``progress``
    says of each stage how many of its questions there are (``of``), apart from what is not for the
    team, how many of those are ``answered``, and how many of them with ``yes``. ``phase`` is the
    one to look at, ``focus`` the questions that come first. ``steps`` are the things to use, each
    once, with the questions they are there ``because`` of; ``minutes`` is how long those take that
    open, and ``unknown`` how many of them list no time. ``later`` are open questions of further
    stages. ``unanswered`` and ``not_asked`` are further questions, ``gone`` the names that no
    question has any more.
    """
    answers, gone = read_answers(check, given)
    asked = [question for question in check["questions"] if _is_asked(question, check, answers)]
    by_stage = {
        stage["id"]: [question for question in asked if question["stage"] == stage["id"]]
        for stage in check["stages"]
    }
    reached, upcoming = _stages_of(by_stage, answers)
    is_open = [question for question in asked if answers.get(question["key"]) in OPEN]
    is_open.sort(
        key=lambda question: (
            list(by_stage).index(question["stage"]),
            OPEN.index(answers[question["key"]]),
        )
    )
    now = [question for question in is_open if question["stage"] == upcoming]
    focus = now[:MOST_FOCUS]
    if len(focus) < LEAST_FOCUS:
        further = [question for question in is_open if question not in now]
        focus += further[: LEAST_FOCUS - len(focus)]
    working = [*focus, *(question for question in now if question not in focus)]
    steps = _steps(working, check["items"])
    opening = [item for step in steps if (item := check["items"][step["id"]])["opens"]]
    minutes = [item.get("minutes") for item in opening]
    unanswered = [question for question in asked if question["key"] not in answers]
    return {
        "reached": reached,
        "next": upcoming,
        "progress": [
            {
                "stage": stage,
                "yes": _count(questions, answers, ("yes",)),
                "answered": _count(questions, answers, ("yes", *OPEN)),
                "of": len(questions) - _count(questions, answers, ("not-for-us",)),
            }
            for stage, questions in by_stage.items()
        ],
        "phase": _phase(check, focus, upcoming, unanswered),
        "focus": _keys(focus),
        "steps": steps,
        "minutes": sum(filter(None, minutes)),
        "unknown": sum(1 for known in minutes if not known),
        "later": _keys([question for question in is_open if question not in working]),
        "unanswered": _keys(unanswered),
        "not_asked": _keys([q for q in check["questions"] if q not in asked]),
        "answers": {key: answers[key] for key in sorted(answers)},
        "gone": gone,
    }


def read_answers(
    check: Check, given: Mapping[str, str]
) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The answers by the keys that questions have now, and those that belong to none.

    An answer under the present name counts before one under an old name.
    """
    known = {question["key"]: question["key"] for question in check["questions"]}
    old = {alias: q["key"] for q in check["questions"] for alias in q["aliases"]}
    answers: dict[str, str] = {}
    gone: list[dict[str, str]] = []
    for name in sorted(given):
        answer = given[name]
        if answer not in (*SETTLED, *OPEN):
            continue
        if name in known:
            answers[name] = answer
        elif name in old:
            if old[name] not in given:
                answers[old[name]] = answer
        else:
            gone.append({"name": name, "answer": answer})
    return answers, gone


def _is_asked(question: Mapping[str, Any], check: Check, answers: Mapping[str, str]) -> bool:
    """Whether the conditions of a question hold, and those of the questions in them."""
    for need in question["needs"]:
        other = next(q for q in check["questions"] if q["key"] == need["question"])
        if answers.get(other["key"]) not in need["answers"]:
            return False
        if not _is_asked(other, check, answers):
            return False
    return True


def _stages_of(
    by_stage: Mapping[str, list[Any]], answers: Mapping[str, str]
) -> tuple[str | None, str | None]:
    """The last stage that is reached, and the first that is not."""
    reached = None
    for stage, questions in by_stage.items():
        if _count(questions, answers, SETTLED) < len(questions):
            return reached, stage
        if questions:
            reached = stage
    return reached, None


def _phase(
    check: Check, focus: list[Any], upcoming: str | None, unanswered: list[Any]
) -> str | None:
    """The phase of the first focus area; when all is settled, the one after all that was asked."""
    phases = check["phases"]
    if not phases:
        return None
    if upcoming is None:
        named = [phases.index(q["phase"]) for q in check["questions"] if q["phase"]]
        if not named:
            return None
        after = max(named) + 1
        if after < len(phases):
            return str(phases[after])
        return str(phases[0 if check["cycle"] else -1])
    candidates = focus or [q for q in unanswered if q["stage"] == upcoming]
    return next((q["phase"] for q in candidates if q["phase"]), None)


def _steps(questions: list[Any], items: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The items of questions, each once; those that open come first."""
    found: dict[str, list[str]] = {}
    for question in questions:
        for item in question["items"]:
            found.setdefault(item, []).append(question["key"])
    steps = [{"id": item, "because": keys} for item, keys in found.items()]
    return sorted(steps, key=lambda step: not items[str(step["id"])]["opens"])


def _count(questions: list[Any], answers: Mapping[str, str], which: tuple[str, ...]) -> int:
    return sum(1 for question in questions if answers.get(question["key"]) in which)


def _keys(questions: list[Any]) -> list[str]:
    return [question["key"] for question in questions]
