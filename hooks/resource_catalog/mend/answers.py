"""Answers: values and keys that the check is sure of, written where the wrong ones stand."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable
from typing import Any

from resource_catalog import yaml_text
from resource_catalog.problems import Problem, Replacement
from resource_catalog.yaml_spans import Unreadable, spans
from resource_catalog.yaml_text import Path


def answered(text: str, problems: Iterable[Problem]) -> str:
    """The text of a file with the answer to each of its problems that has one.

    An answer that cannot be written without changing anything else is left out.
    """
    for problem in problems:
        if problem.replacement is not None:
            text = _with_answer(text, problem, problem.replacement) or text
    return text


def _with_answer(text: str, problem: Problem, replacement: Replacement) -> str | None:
    data, faults = yaml_text.parse(text)
    is_key = problem.code == "unknown-key"
    path = _path_at(text, problem, is_key)
    if path is None or data is None or any(fault.code == "duplicate-key" for fault in faults):
        return None
    try:
        found = spans(text)
    except Unreadable:
        return None
    span = (found.keys if is_key else found.values).get(path)
    if span is None:
        return None
    around = found.values.get(path[:-1]) if isinstance(path[-1], int) else None
    flow = span.flow and (is_key or around is None or around.flow)
    wanted = _renamed(data, path, replacement) if is_key else _replaced(data, path, replacement)
    after = text[: span.start] + written(replacement, flow=flow) + text[span.end :]
    return after if yaml_text.parse(after)[0] == wanted else None


def written(replacement: Replacement, *, flow: bool = False) -> str:
    """A text or list as it stands in YAML; ``flow`` when it stands in brackets."""
    if not isinstance(replacement, str):
        return f"[{', '.join(written(item, flow=True) for item in replacement)}]"
    frame, wanted = (
        (f"[{replacement}]", [replacement])
        if flow
        else (f"key: {replacement}", {"key": replacement})
    )
    plain = yaml_text.parse(frame) == (wanted, [])
    return replacement if plain else json.dumps(replacement, ensure_ascii=False)


def _path_at(text: str, problem: Problem, is_key: bool) -> Path | None:
    """What stands at the place of a problem: the outermost thing that begins there."""
    places = yaml_text.locate(text)
    here = (problem.line, problem.column)
    for path, place in (places.keys if is_key else places.values).items():
        if path and (place.line, place.column) == here:
            return path
    return None


def _replaced(data: Any, path: Path, replacement: Replacement) -> Any:
    wanted, holder = _holder(data, path)
    holder[path[-1]] = replacement if isinstance(replacement, str) else list(replacement)
    return wanted


def _renamed(data: Any, path: Path, replacement: Replacement) -> Any:
    wanted, holder = _holder(data, path)
    holder[replacement] = holder.pop(path[-1])
    return wanted


def _holder(data: Any, path: Path) -> tuple[Any, Any]:
    """A copy of ``data``, and in it what holds the thing at ``path``."""
    wanted = copy.deepcopy(data)
    holder = wanted
    for step in path[:-1]:
        holder = holder[step]
    return wanted, holder
