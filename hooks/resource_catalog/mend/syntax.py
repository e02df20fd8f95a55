"""Syntax: text that is not yet YAML, where it is plain what was meant."""

from __future__ import annotations

import json
import re
from collections.abc import Collection

from resource_catalog import yaml_text

ATTEMPTS = 50
"""How many lines of one file are mended; more is no slip but another kind of file."""

TAB_WIDTHS = (2, 4, 8)
"""How wide editors show a tab; the first that fits the lines around it is taken."""

_LEADING_TABS = re.compile(r"(?m)^[ ]*\t[ \t]*")
_TEXT = re.compile(
    r"(?P<head>[ ]*(?:- )?[\w-]+:[ ]+)(?P<text>[^\s'\"\[{|>&*!%@`#].*?)(?P<tail>\s*)"
)
_CLOSE = re.compile(r"(?P<head>[ ]*(?:- )?(?P<key>[a-z][\w-]*):)(?P<text>\S.*)", re.DOTALL)


def readable(text: str, keys: Collection[str]) -> str:
    """The text with tabs, colons and missing spaces put right, as far as that makes it readable.

    ``keys`` are those that files of this kind have.
    """
    for _ in range(ATTEMPTS):
        line = _faulty_line(text)
        if line is None:
            return text
        better = _without_tabs(text) or _better(text, line, keys)
        if better is None:
            return text
        text = better
    return text


def _faulty_line(text: str) -> int | None:
    """The number of the first line that YAML cannot read, counted from 0."""
    _, problems = yaml_text.parse(text)
    lines = [p.line - 1 for p in problems if p.code in ("yaml-syntax", "tab-indent")]
    return min(lines, default=None)


def _without_tabs(text: str) -> str | None:
    """Spaces for each tab that indents, as many as make the text readable."""
    for width in TAB_WIDTHS:
        better = _indented(text, " " * width)
        if better != text and _faulty_line(better) is None:
            return better
    return None


def _indented(text: str, spaces: str) -> str:
    return _LEADING_TABS.sub(lambda found: found[0].replace("\t", spaces), text)


def _better(text: str, number: int, keys: Collection[str]) -> str | None:
    """The text with one line put right, if it can then be read further than before."""
    lines = re.split(r"(?<=\n)", text)
    for at in (number, number - 1):
        for line in _attempts(lines[at], keys) if 0 <= at < len(lines) else ():
            better = "".join([*lines[:at], line, *lines[at + 1 :]])
            further = _faulty_line(better)
            if further is None or further > max(at, number):
                return better
    return None


def _attempts(line: str, keys: Collection[str]) -> list[str]:
    found = []
    if (close := _CLOSE.fullmatch(line)) and close["key"] in keys:
        found.append(f"{close['head']} {close['text']}")
    if (match := _TEXT.fullmatch(line)) and ": " in match["text"] + " ":
        found.append(match["head"] + json.dumps(match["text"], ensure_ascii=False) + match["tail"])
    return found
