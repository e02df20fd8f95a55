"""What a line of YAML that cannot be read was meant to be, for hints that can be copied."""

from __future__ import annotations

import re

from resource_catalog.model.problems import MAX_QUOTED_LENGTH, printable
from resource_catalog.model.records.entry import Entry

_LINE = re.compile(r"\s*(?:- +)*(?P<key>[A-Za-z_][\w-]*):\s+(?P<text>\S.*?)\s*$")

_KEY = re.compile(r"\s*(?:- +)*(?P<key>[A-Za-z_][\w-]*):(?:\s|$)")

_KEYS = frozenset(Entry.model_fields) - {"title", "summary", "recommended_use", "notes"}
"""Keys of entries, apart from those whose texts may have any word in them."""

_TWO_KEYS = re.compile(r"\s*(?P<first>\w+): (?:.*? )?(?P<second>\w+): ")


def second_key(line: str) -> str:
    """The second key of two that are on one line; empty if there are none."""
    found = _TWO_KEYS.match(line)
    return found["second"] if found and {found["first"], found["second"]} <= _KEYS else ""


def quoted_line(line: str) -> str:
    """The key and the text of a line, the text in quotation marks; empty without a key."""
    found = _LINE.match(line)
    if not found or re.fullmatch(r"\[.*\]|\{.*\}", found["text"]):
        return ""  # the sign is in a list, of which it is not the whole that is meant as text
    return f"{found['key']}: {in_marks(_meant(found['text']))}"


def key_of(line: str) -> str:
    """The key that a line starts with; empty without one."""
    found = _KEY.match(line)
    return found["key"] if found else ""


def in_marks(text: str) -> str:
    """A text in the quotation marks that it does not have itself; an ellipsis if it is long."""
    text = printable(text.strip())
    if len(text) >= MAX_QUOTED_LENGTH or "\\" in text:
        return '"…"'
    mark = next((mark for mark in "\"'" if mark not in text), "")
    return f"{mark}{text}{mark}" if mark else '"…"'


def _meant(text: str) -> str:
    """What a text is without a pair of marks around it, of which it has further ones inside."""
    whole = len(text) > 1 and text[0] == text[-1] and text[0] in "'\""
    return text[1:-1] if whole else text
