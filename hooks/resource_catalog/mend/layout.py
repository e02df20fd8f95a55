"""Layout: spaces at the ends of lines, and the order in which the keys of an entry stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from resource_catalog import yaml_text

_TRAILING = re.compile(r"[ \t]+(?=\r?\n|\Z)")


def without_trailing_spaces(text: str) -> str:
    """The text without spaces at the ends of lines."""
    better = _TRAILING.sub("", text)
    if better == text:
        return text
    before, after = yaml_text.parse(text), yaml_text.parse(better)
    same = _plain(before[0]) == _plain(after[0]) and len(before[1]) == len(after[1])
    return better if same else text


def in_order(text: str, order: Sequence[str]) -> str:
    """The text of an entry with its keys in ``order``.

    What is said of a key in the lines above it moves with it. The text stays as
    it is where a key is not known or the keys do not each begin a line.
    """
    data, problems = yaml_text.parse(text)
    if problems or not isinstance(data, dict):
        return text
    rank = {_plain_key(key): number for number, key in enumerate(order)}
    keys = {path[0]: place for path, place in yaml_text.locate(text).keys.items() if len(path) == 1}
    wanted = sorted(keys, key=lambda key: rank.get(_plain_key(str(key)), -1))
    starts = [place.line - 1 for place in keys.values()]
    regular = all(place.column == 1 for place in keys.values()) and len({*starts}) == len(starts)
    if wanted == [*keys] or not regular or any(_plain_key(str(k)) not in rank for k in keys):
        return text
    lines = re.split(r"(?<=\n)", text)
    first, *others = [_with_comment(lines, start) for start in starts]
    first = starts[0]  # what stands above the first key is said of the whole file
    end = _end(lines)
    bounds = [first, *others, end]
    parts = {key: lines[bounds[i] : bounds[i + 1]] for i, key in enumerate(keys)}
    newline = "\r\n" if "\r\n" in text else "\n"
    body = "".join(_ended("".join(parts[key]), newline) for key in wanted)
    better = "".join(lines[:first]) + body + "".join(lines[end:])
    return better if yaml_text.parse(better) == (data, []) else text


def _with_comment(lines: Sequence[str], start: int) -> int:
    """Where a key begins, the comment lines right above it included."""
    while start > 0 and lines[start - 1].startswith("#"):
        start -= 1
    return start


def _end(lines: Sequence[str]) -> int:
    """Where the last key ends: comments at the end of a file are said of the whole file."""
    end = len(lines)
    while end > 0 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _ended(part: str, newline: str) -> str:
    return part if part.endswith("\n") else part + newline


def _plain_key(key: str) -> str:
    return key.replace("-", "_")


def _plain(data: Any) -> Any:
    """``data`` with every run of white space as one space."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    return " ".join(data.split()) if isinstance(data, str) else data
