"""Format keys and values as lines of YAML, folded and quoted as written by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

WIDTH = 100

_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][^:#\[\]{},\n\"]*")
_PLAIN_LINE = re.compile(r"[A-Za-zÀ-ÿ](?:[^:#\n\"]|:(?! |$)|(?<! )#)*")
_NOT_TEXT = frozenset("null true false yes no on off y n".split())


def quote(text: str, plain: re.Pattern[str] = _PLAIN_LINE) -> str:
    """The text as a YAML scalar, quoted only where it could be parsed as something else."""
    if plain.fullmatch(text) and text.lower() not in _NOT_TEXT and text == text.strip():
        return text
    return json.dumps(text, ensure_ascii=False)  # a JSON string is a YAML string


def text_lines(key: str, text: str, indent: str = "") -> list[str]:
    """A key with a text, as a folded block scalar if one line is too short."""
    room = WIDTH - len(indent)
    if len(text) < room and len(line := f"{key}: {quote(text)}") <= room:
        return [indent + line]
    lines = [f"{indent}{key}: >-"]
    start, room = 0, room - 2
    while len(text) - start > room:
        end = text.rfind(" ", start, start + room + 1)
        lines.append(f"{indent}  {text[start:end]}")
        start = end + 1
    return [*lines, f"{indent}  {text[start:]}"]


def list_lines(key: str, values: Iterable[str]) -> list[str]:
    """A key with a list, on one line if it fits; no lines if the list is empty."""
    values = list(values)
    shown = [quote(value, _PLAIN) for value in values]
    line = f"{key}: [{', '.join(shown)}]"
    if len(line) <= WIDTH:
        return [line] if shown else []
    return [f"{key}:", *(f"  - {quote(value)}" for value in values)]
