"""Replace wrong keys and values by the replacements that their problems have."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.entry_writer import BLOCK_STYLES, rewritten_block
from resource_catalog.loading.yaml.positions import Positions, YamlPath
from resource_catalog.loading.yaml.spans import UnreadableYamlError, spans
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.problems import Problem, Replacement

_OF_KEYS = ("unknown-key", "unknown-source")
"""The codes of problems whose replacement is a key."""


class _Edit(NamedTuple):
    """The characters from ``start`` to ``end``, a key or value, give way to ``text``."""

    start: int
    end: int
    text: str
    path: YamlPath
    is_key: bool
    replacement: Replacement


def apply_replacements(
    text: str, problems: Collection[Problem], document: Document | None = None
) -> str:
    """The text of a file with the replacement of each problem that has one applied.

    A replacement that would change anything else as well is skipped. ``problems`` are all of the
    file. With its ``document``, the text need not be parsed for what is known.
    """
    wanted = [problem for problem in problems if problem.replacement is not None]
    if not wanted:
        return text
    if document is not None and document.text == text:
        is_repeated = any(problem.code == "duplicate-key" for problem in problems)
        fixed = None if is_repeated else _apply_all(document, wanted)
    else:
        fixed = _apply(text, wanted)
    if fixed is not None:
        return fixed
    for problem in wanted:
        text = _apply(text, [problem]) or text
    return text


def _apply(text: str, problems: Iterable[Problem]) -> str | None:
    """Like :func:`_apply_all` for a text; None also if it cannot be read whole."""
    data, found = parser.parse(text)
    if data is None or any(problem.code == "duplicate-key" for problem in found):
        return None
    return _apply_all(Document("", text, data), problems)


def _apply_all(document: Document, problems: Iterable[Problem]) -> str | None:
    """The text with all replacements applied at once, apart from those whose place is not found.

    None if something else would change.
    """
    text = document.text
    try:
        located = spans(text)
    except UnreadableYamlError:
        return None
    edits: list[_Edit] = []
    places = document.positions
    paths = {is_key: _paths_by_position(places, is_key) for is_key in (True, False)}
    for problem in problems:
        is_key = problem.code in _OF_KEYS
        path = paths[is_key].get((problem.line, problem.column))
        span = (located.keys if is_key else located.values).get(path) if path else None
        if path and span and problem.replacement is not None:
            around = located.values.get(path[:-1]) if isinstance(path[-1], int) else None
            in_flow = span.flow and (is_key or around is None or around.flow)
            if span.style in BLOCK_STYLES and isinstance(problem.replacement, str):
                new = rewritten_block(text[span.start : span.end], problem.replacement)
            else:
                new = format_replacement(problem.replacement, in_flow=in_flow)
            edits.append(_Edit(span.start, span.end, new, path, is_key, problem.replacement))
    edits.sort(key=attrgetter("start"), reverse=True)
    if any(edit.start < before.end for edit, before in pairwise(edits)):
        return None
    fixed = text
    for edit in edits:
        fixed = fixed[: edit.start] + edit.text + fixed[edit.end :]
    expected = _expected(document.data, edits)
    return fixed if expected is not None and parser.parse(fixed)[0] == expected else None


@lru_cache(maxsize=10_000)
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


def _paths_by_position(positions: Positions, is_key: bool) -> dict[tuple[int, int], YamlPath]:
    """The path of the outermost key or value that begins at each line and column."""
    found: dict[tuple[int, int], YamlPath] = {}
    for path, place in (positions.keys if is_key else positions.values).items():
        if path:
            found.setdefault((place.line, place.column), path)
    return found


def _expected(data: Any, edits: Iterable[_Edit]) -> Any:
    """The data that the text must have after some edits; keys are renamed from the inside out.

    None if a key would get the name of another one.
    """
    expected = _copied(data)
    for edit in sorted(edits, key=lambda edit: (edit.is_key, -len(edit.path))):
        container = expected
        for step in edit.path[:-1]:
            container = container[step]
        new = edit.replacement
        if edit.is_key and new in container:
            return None
        if edit.is_key:
            container[new] = container.pop(edit.path[-1])
        else:
            container[edit.path[-1]] = new if isinstance(new, str) else list(new)
    return expected


def _copied(data: Any) -> Any:
    """A copy of plain data; ``copy.deepcopy`` takes several times as long."""
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(value) for value in data] if isinstance(data, list) else data
