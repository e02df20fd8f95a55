"""Replace wrong keys and values by the replacements that their problems have."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable
from typing import Any

from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.parser import YamlPath
from resource_catalog.loading.yaml.spans import UnreadableYamlError, spans
from resource_catalog.model.problems import Problem, Replacement


def apply_replacements(text: str, problems: Iterable[Problem]) -> str:
    """The text of a file with the replacement of each problem that has one applied.

    A replacement that would change anything else as well is skipped.
    """
    for problem in problems:
        if problem.replacement is not None:
            text = _apply_replacement(text, problem, problem.replacement) or text
    return text


def _apply_replacement(text: str, problem: Problem, replacement: Replacement) -> str | None:
    data, problems = parser.parse(text)
    is_key = problem.code == "unknown-key"
    path = _find_path(text, problem, is_key)
    if path is None or data is None or any(p.code == "duplicate-key" for p in problems):
        return None
    try:
        found_spans = spans(text)
    except UnreadableYamlError:
        return None
    span = (found_spans.keys if is_key else found_spans.values).get(path)
    if span is None:
        return None
    container_span = found_spans.values.get(path[:-1]) if isinstance(path[-1], int) else None
    in_flow = span.flow and (is_key or container_span is None or container_span.flow)
    expected = (
        _rename_key(data, path, replacement) if is_key else _replace_value(data, path, replacement)
    )
    fixed = text[: span.start] + format_replacement(replacement, in_flow=in_flow) + text[span.end :]
    return fixed if parser.parse(fixed)[0] == expected else None


def format_replacement(replacement: Replacement, *, in_flow: bool = False) -> str:
    """A text or list as YAML; with ``in_flow``, for use inside a flow collection."""
    if not isinstance(replacement, str):
        return f"[{', '.join(format_replacement(item, in_flow=True) for item in replacement)}]"
    snippet, expected = (
        (f"[{replacement}]", [replacement])
        if in_flow
        else (f"key: {replacement}", {"key": replacement})
    )
    is_plain = parser.parse(snippet) == (expected, [])
    return replacement if is_plain else json.dumps(replacement, ensure_ascii=False)


def _find_path(text: str, problem: Problem, is_key: bool) -> YamlPath | None:
    """The path of the outermost node that begins at the position of a problem, or None."""
    places = parser.locate(text)
    position = (problem.line, problem.column)
    for path, place in (places.keys if is_key else places.values).items():
        if path and (place.line, place.column) == position:
            return path
    return None


def _replace_value(data: Any, path: YamlPath, replacement: Replacement) -> Any:
    expected, container = _find_container(data, path)
    container[path[-1]] = replacement if isinstance(replacement, str) else list(replacement)
    return expected


def _rename_key(data: Any, path: YamlPath, replacement: Replacement) -> Any:
    expected, container = _find_container(data, path)
    container[replacement] = container.pop(path[-1])
    return expected


def _find_container(data: Any, path: YamlPath) -> tuple[Any, Any]:
    """A copy of ``data``, and the dict or list in it that contains the node at ``path``."""
    expected = copy.deepcopy(data)
    container = expected
    for step in path[:-1]:
        container = container[step]
    return expected, container
