"""Plain YAML: the few forms in which nearly every entry is written, read without the YAML library.

    key: text                   key: [one, two]                 key:
    key: "text"                 key: >-                           - text
    # a comment                   a text of                       - key: text
                                  several lines                     key: text

That is a third of the work. Whatever is not exactly like this is left to the library, and what
is read here is what the library would make of it.
"""

from __future__ import annotations

import re
from typing import Any

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain text that YAML takes for nothing."""

_KEY = r"([A-Za-z][A-Za-z0-9_-]*):"
_START = r"""[^\s?:,\[\]{}\#&*!|>'"%@`-]"""
_ITEM = rf"{_START}(?:[^?:,\[\]{{}}\n]*[^\ ?:,\[\]{{}}\n])?"
_VALUE = rf"""(?:
    ({_START}[^:\n]*(?::(?=[^\ \n])[^:\n]*)*)   # text
    | \[({_ITEM}(?:,\ {_ITEM})*)\]              # [one, two]
    | "([^"\\\n]*)" | '([^'\n]*)'               # "text"
)"""
_FOLDED = r">-\n((?:\ \ [^\ \n].*\n)+)"
_BELOW = r"\n((?:\ \ .*\n)+)"

_PART = re.compile(rf"{_KEY}(?:\ +(?:{_VALUE}\n|{_FOLDED})|{_BELOW})|(?:\#.*)?\n", re.VERBOSE).match
_LINE = re.compile(rf"\ \ (-\ |\ \ |)(?:{_KEY}\ +)?{_VALUE}\n", re.VERBOSE).match
# What the groups of a part or a line hold; the values follow the key.
_TEXT, _LIST, _QUOTED, _SINGLE, _SEVERAL_LINES, _INNER = range(2, 8)


class _Doubt(Exception):
    """The library had better read this."""


def read_plain(text: str) -> dict[str, Any] | None:
    """The mapping that ``text`` holds; None when it may be anything else.

    Of ``text`` it is known that it holds no invisible character but line feeds.
    """
    if not text.endswith("\n"):
        text += "\n"
    if " #" in text or " \n" in text:
        return None
    found: dict[str, Any] = {}
    position, end = 0, len(text)
    try:
        while position < end:
            part = _PART(text, position)
            if part is None:
                return None
            position = part.end()
            key = part[1]
            if key is None:
                continue  # a comment or an empty line
            if key in found:
                return None
            form = part.lastindex
            if form == _SEVERAL_LINES:
                found[key] = part[form][2:-1].replace("\n  ", " ")
            elif form == _INNER:
                found[key] = _below(part[form])
            else:
                found[key] = _value(part, form)
    except _Doubt:
        return None
    return found or None


def _value(match: re.Match[str], form: int | None, shift: int = 0) -> Any:
    """What a group holds, which is one of the forms of a value on one line."""
    assert form is not None  # noqa: S101  # no line is without a value
    written = match[form]
    form -= shift
    if form == _LIST:
        items = written.split(", ")
        if not NULLS.isdisjoint(items):
            raise _Doubt
        return items
    if form == _TEXT and written in NULLS:
        raise _Doubt
    return written


def _below(lines: str) -> Any:
    """The list or mapping that stands below its key, each line two spaces further right."""
    is_list = lines.startswith("  - ")
    items: list[Any] = []
    record: dict[str, Any] | None = None if is_list else {}
    position, end = 0, len(lines)
    while position < end:
        line = _LINE(lines, position)
        if line is None:
            raise _Doubt
        position = line.end()
        indent, key = line[1], line[2]
        value = _value(line, line.lastindex, shift=1)
        if indent == "- " and is_list:
            record = None if key is None else {}
            items.append(value if record is None else record)
        elif indent != ("  " if is_list else ""):
            raise _Doubt
        if key is not None:
            if record is None or key in record:
                raise _Doubt
            record[key] = value
        elif indent != "- ":
            raise _Doubt
    return items if is_list else record
