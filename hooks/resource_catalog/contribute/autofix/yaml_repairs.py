"""Repair YAML syntax errors where it is clear what was meant."""

from __future__ import annotations

import json
import re
from collections.abc import Collection

from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.line_hints import second_key
from resource_catalog.loading.yaml.look_alikes import without_look_alikes

MAX_REPAIRS = 50
"""The maximum number of repairs in a file; with more errors, it is probably not YAML at all."""

TAB_WIDTHS = (2, 4, 8)
"""The usual tab widths of editors; the first that makes the text valid is used."""

_INDENTING_TABS = re.compile(r"(?m)^[ ]*\t[ \t]*")
_UNQUOTED_VALUE = re.compile(
    r"(?P<head>[ ]*(?:- )?[\w-]+:[ ]+)(?P<text>[^\s'\"\[{|>&*!%@`#].*?)(?P<tail>\s*)"
)
_MISSING_SPACE = re.compile(r"(?P<head>[ ]*(?:- )?(?P<key>[a-z][\w-]*):)(?P<text>\S.*)", re.DOTALL)


def repair_syntax(text: str, keys: Collection[str]) -> str:
    """The text with tabs, unquoted colons and missing spaces repaired, as far as that helps.

    ``keys`` are the valid keys of this kind of file.
    """
    text, _problems = without_look_alikes(text, "", parser.plain_data)
    for _ in range(MAX_REPAIRS):
        line = _first_bad_line(text)
        if line is None:
            return text
        repaired = _replace_tabs(text) or _repair_line(text, line, keys)
        if repaired is None:
            return text
        text = repaired
    return text


def _first_bad_line(text: str) -> int | None:
    """The index of the first line with a syntax error, or None."""
    _, problems = parser.parse(text)
    lines = [p.line - 1 for p in problems if p.code in ("yaml-syntax", "tab-indent")]
    return min(lines, default=None)


def _replace_tabs(text: str) -> str | None:
    """The text with indenting tabs expanded, or None if no width makes it valid."""
    for width in TAB_WIDTHS:
        repaired = _expand_tabs(text, " " * width)
        if repaired != text and _first_bad_line(repaired) is None:
            return repaired
    return None


def _expand_tabs(text: str, spaces: str) -> str:
    return _INDENTING_TABS.sub(lambda match: match[0].replace("\t", spaces), text)


def _repair_line(text: str, number: int, keys: Collection[str]) -> str | None:
    """The text with one line repaired, or None if no repair moves the first error further down."""
    lines = re.split(r"(?<=\n)", text)
    for at in (number, number - 1):
        for line in _candidates(lines[at], keys) if 0 <= at < len(lines) else ():
            repaired = "".join([*lines[:at], line, *lines[at + 1 :]])
            next_bad_line = _first_bad_line(repaired)
            if next_bad_line is None or next_bad_line > max(at, number):
                return repaired
    return None


def _candidates(line: str, keys: Collection[str]) -> list[str]:
    candidates = []
    if (match := _MISSING_SPACE.fullmatch(line)) and match["key"] in keys:
        candidates.append(f"{match['head']} {match['text']}")
    if second := second_key(line):
        return [re.sub(rf" +({second}: )", r"\n\1", line, count=1)]
    if (match := _UNQUOTED_VALUE.fullmatch(line)) and ": " in match["text"] + " ":
        candidates.append(
            match["head"] + json.dumps(match["text"], ensure_ascii=False) + match["tail"]
        )
    return candidates
