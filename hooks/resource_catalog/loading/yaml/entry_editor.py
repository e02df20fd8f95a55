"""Change keys in the YAML of an entry, preserving comments, order and line ends.

The result is parsed, and discarded if its data are not exactly as intended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.entry_writer import as_read, entry_text, key_lines

_MARK = "\ufeff"
_NOT_CONTENT = re.compile(r"\s*$|#|\.\.\.")
"""Lines after a value that are not part of it: empty lines, comments, end markers."""


@dataclass
class _Block:
    """The lines of one key, and the ``trailing`` lines before the next key."""

    key: str
    lines: list[str]
    trailing: list[str]


def edit_entry(text: str, changes: Mapping[str, Any], order: Sequence[str]) -> str | None:
    """The text with new values for some keys; a key whose value is None is removed.

    A new key is inserted after those that precede it in ``order``. Returns None
    if the text cannot be edited without other changes.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    body = text.removeprefix(mark)
    newline = "\r\n" if "\r\n" in body else "\n"
    if body.count(newline) != body.count("\n"):
        return None
    body = body.replace(newline, "\n")
    before, problems = parser.parse(body)
    if problems or not isinstance(before, dict):
        return None
    kept = {key: value for key, value in before.items() if changes.get(key, value) is not None}
    wanted = {**kept, **{k: as_read(value) for k, value in changes.items() if value is not None}}
    blocks = _blocks(body, before)
    if blocks is None:
        # Flow style, as programs write it: it can be rewritten if it has no comments.
        return None if list(_comments(body)) else mark + entry_text(wanted, "")
    head, found = blocks
    for key, value in changes.items():
        if value is None:
            _remove(found, key)
        elif key in before:
            _replace(found, key, value)
        else:
            _insert(found, key, value, order)
    lines = [*head, *(line for block in found for line in (*block.lines, *block.trailing))]
    result = "\n".join(lines) + "\n"
    after, problems = parser.parse(result)
    return mark + result.replace("\n", newline) if after == wanted and not problems else None


def _blocks(body: str, data: Mapping[str, Any]) -> tuple[list[str], list[_Block]] | None:
    """The lines before the first key, and the blocks of all keys; None if keys share lines."""
    positions = parser.locate(body).keys
    starts = {path[0]: position.line - 1 for path, position in positions.items() if len(path) == 1}
    if any(position.column > 1 for path, position in positions.items() if len(path) == 1):
        return None
    if len(starts) != len(data) or len(set(starts.values())) != len(starts):
        return None
    lines = body.removesuffix("\n").split("\n")
    ends = [*list(starts.values())[1:], len(lines)]
    blocks = []
    for (key, start), end in zip(starts.items(), ends, strict=True):
        last = end
        while last > start + 1 and _NOT_CONTENT.match(lines[last - 1]):
            last -= 1
        blocks.append(_Block(str(key), lines[start:last], lines[last:end]))
    return lines[: min(starts.values())], blocks


def _replace(blocks: list[_Block], key: str, value: Any) -> None:
    block = next(block for block in blocks if block.key == key)
    comments = list(_comments("\n".join(block.lines)))
    new = key_lines(key, value)
    if len(comments) == len(block.lines) == len(new) == 1:
        block.lines = [f"{new[0]}  {comments[0]}"]
    else:
        block.lines = [*comments, *new]


def _remove(blocks: list[_Block], key: str) -> None:
    for block in blocks:
        if block.key == key:
            block.lines = list(_comments("\n".join(block.lines)))


def _insert(blocks: list[_Block], key: str, value: Any, order: Sequence[str]) -> None:
    before = order[: order.index(key)] if key in order else [block.key for block in blocks]
    position = max((i + 1 for i, block in enumerate(blocks) if block.key in before), default=0)
    new = _Block(key, key_lines(key, value), [])
    if position:  # the lines after the key above belong to the next key
        above = blocks[position - 1]
        new.trailing, above.trailing = above.trailing, []
    blocks.insert(position, new)


def _comments(text: str) -> Iterator[str]:
    """Every comment in a text, found between its tokens."""
    end = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        yield from _comments_between(text[end : token.start_mark.index])
        end = max(end, token.end_mark.index)
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            head = text[token.start_mark.index : end].partition("\n")[0]
            yield from _comments_between(head[1:])
    yield from _comments_between(text[end:])


def _comments_between(gap: str) -> Iterator[str]:
    for line in gap.split("\n"):
        _, sign, words = line.partition("#")
        if sign:
            yield f"#{words}".rstrip()
