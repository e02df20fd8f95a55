"""Answers: values and keys that the check is sure of, written where the wrong ones stand."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable
from typing import Any

from resource_catalog import yaml_text
from resource_catalog.problems import Answer, Problem
from resource_catalog.yaml_spans import UnreadableYamlError, spans
from resource_catalog.yaml_text import Path


def answered(text: str, problems: Iterable[Problem]) -> str:
    """The text of a file with the answer to each of its problems that has one.

    An answer that cannot be written without changing anything else is left out.
    """
    for problem in problems:
        if problem.answer is not None:
            text = _with_answer(text, problem, problem.answer) or text
    return text


def _with_answer(text: str, problem: Problem, answer: Answer) -> str | None:
    data, problems = yaml_text.parse(text)
    is_key = problem.code == "unknown-key"
    path = _path_at(text, problem, is_key)
    if path is None or data is None or any(p.code == "duplicate-key" for p in problems):
        return None
    try:
        found = spans(text)
    except UnreadableYamlError:
        return None
    span = (found.keys if is_key else found.values).get(path)
    if span is None:
        return None
    around = found.values.get(path[:-1]) if isinstance(path[-1], int) else None
    flow = span.flow and (is_key or around is None or around.flow)
    wanted = _renamed(data, path, answer) if is_key else _replaced(data, path, answer)
    after = text[: span.start] + written(answer, flow=flow) + text[span.end :]
    return after if yaml_text.parse(after)[0] == wanted else None


def written(answer: Answer, *, flow: bool = False) -> str:
    """A text or list as it stands in YAML; ``flow`` when it stands in brackets."""
    if not isinstance(answer, str):
        return f"[{', '.join(written(item, flow=True) for item in answer)}]"
    frame, wanted = (f"[{answer}]", [answer]) if flow else (f"key: {answer}", {"key": answer})
    plain = yaml_text.parse(frame) == (wanted, [])
    return answer if plain else json.dumps(answer, ensure_ascii=False)


def _path_at(text: str, problem: Problem, is_key: bool) -> Path | None:
    """What stands at the place of a problem: the outermost thing that begins there."""
    places = yaml_text.locate(text)
    here = (problem.line, problem.column)
    for path, place in (places.keys if is_key else places.values).items():
        if path and (place.line, place.column) == here:
            return path
    return None


def _replaced(data: Any, path: Path, answer: Answer) -> Any:
    wanted, holder = _holder(data, path)
    holder[path[-1]] = answer if isinstance(answer, str) else list(answer)
    return wanted


def _renamed(data: Any, path: Path, answer: Answer) -> Any:
    wanted, holder = _holder(data, path)
    holder[answer] = holder.pop(path[-1])
    return wanted


def _holder(data: Any, path: Path) -> tuple[Any, Any]:
    """A copy of ``data``, and in it what holds the thing at ``path``."""
    wanted = copy.deepcopy(data)
    holder = wanted
    for step in path[:-1]:
        holder = holder[step]
    return wanted, holder
