"""Lines of YAML, folded and quoted as a careful person would write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

WIDTH = 100

_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][^:#\[\]{},\n\"]*")
_PLAIN_LINE = re.compile(r"[A-Za-zÀ-ÿ](?:[^:#\n\"]|:(?! |$)|(?<! )#)*")
_NOT_TEXT = frozenset("null true false yes no on off y n".split())


def quoted(text: str, plain: re.Pattern[str] = _PLAIN_LINE) -> str:
    """The text as YAML, in quotes only where a program could take it for something else."""
    if plain.fullmatch(text) and text.lower() not in _NOT_TEXT and text == text.strip():
        return text
    return json.dumps(text, ensure_ascii=False)  # a JSON string is a YAML string


def prose(key: str, text: str, indent: str = "") -> list[str]:
    """A key with its text, folded over several lines when one is too short for it."""
    room = WIDTH - len(indent)
    if len(text) < room and len(line := f"{key}: {quoted(text)}") <= room:
        return [indent + line]
    lines = [f"{indent}{key}: >-"]
    start, room = 0, room - 2
    while len(text) - start > room:
        end = text.rfind(" ", start, start + room + 1)
        lines.append(f"{indent}  {text[start:end]}")
        start = end + 1
    return [*lines, f"{indent}  {text[start:]}"]


def flow(key: str, values: Iterable[str]) -> list[str]:
    """A key with a list: on one line where it fits, left out when empty."""
    values = list(values)
    shown = [quoted(value, _PLAIN) for value in values]
    line = f"{key}: [{', '.join(shown)}]"
    if len(line) <= WIDTH:
        return [line] if shown else []
    return [f"{key}:", *(f"  - {quoted(value)}" for value in values)]
