"""Strip trailing white space and sort the keys of an entry."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from resource_catalog.loading.yaml import parser

_PLAIN_KEY = re.compile(r"([A-Za-z_][\w-]*):(?=\s|$)")
_TRAILING_WHITESPACE = re.compile(r"[ \t]+(?=\r?\n|\Z)")


def strip_trailing_whitespace(text: str) -> str:
    """The text without spaces at the ends of lines, unless that would change its data."""
    fixed = _TRAILING_WHITESPACE.sub("", text)
    if fixed == text:
        return text
    before, after = parser.parse(text), parser.parse(fixed)
    same = _collapse_whitespace(before[0]) == _collapse_whitespace(after[0]) and len(
        before[1]
    ) == len(after[1])
    return fixed if same else text


def sort_keys(text: str, order: Sequence[str]) -> str:
    """The text of an entry with its keys in ``order``.

    Comments directly above a key move with it. The text is not changed if a key is
    unknown or if the keys do not all begin a line of their own.
    """
    rank = {_normalized_key(key): number for number, key in enumerate(order)}
    if _is_in_order(text, rank):
        return text
    data, problems = parser.parse(text)
    if problems or not isinstance(data, dict):
        return text
    sorted_keys = sorted(data, key=lambda key: rank.get(_normalized_key(str(key)), -1))
    if sorted_keys == [*data]:
        return text
    keys = {path[0]: place for path, place in parser.locate(text).keys.items() if len(path) == 1}
    starts = [place.line - 1 for place in keys.values()]
    is_regular = all(place.column == 1 for place in keys.values()) and len({*starts}) == len(starts)
    if not is_regular or any(_normalized_key(key) not in rank for key in data):
        return text
    lines = re.split(r"(?<=\n)", text)
    first = starts[0]  # comments above the first key are about the whole file
    end = _end_of_last_key(lines)
    bounds = [first, *(_start_with_comment(lines, start) for start in starts[1:]), end]
    blocks = {key: lines[bounds[i] : bounds[i + 1]] for i, key in enumerate(keys)}
    newline = "\r\n" if "\r\n" in text else "\n"
    body = "".join(_with_newline("".join(blocks[key]), newline) for key in sorted_keys)
    fixed = "".join(lines[:first]) + body + "".join(lines[end:])
    return fixed if parser.parse(fixed) == (data, []) else text


def _is_in_order(text: str, rank: Mapping[str, int]) -> bool:
    """Whether the keys are seen to be in order without parsing the text."""
    lines = [line for line in text.splitlines() if line[:1] not in ("", " ", "#", "-")]
    keys = [_PLAIN_KEY.match(line) for line in lines]
    ranks = [rank.get(_normalized_key(found[1]), -1) for found in keys if found]
    return len(ranks) == len(lines) and ranks == sorted(ranks)


def _start_with_comment(lines: Sequence[str], start: int) -> int:
    """The line where the comments directly above a key begin, or the key itself."""
    while start > 0 and lines[start - 1].startswith("#"):
        start -= 1
    return start


def _end_of_last_key(lines: Sequence[str]) -> int:
    """The line after the last key; comments at the end of a file are about the whole file."""
    end = len(lines)
    while end > 0 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _with_newline(block: str, newline: str) -> str:
    return block if block.endswith("\n") else block + newline


def _normalized_key(key: str) -> str:
    return key.replace("-", "_")


def _collapse_whitespace(data: Any) -> Any:
    """``data`` with each run of white space in its texts replaced by one space."""
    if isinstance(data, dict):
        return {key: _collapse_whitespace(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_collapse_whitespace(value) for value in data]
    return " ".join(data.split()) if isinstance(data, str) else data
