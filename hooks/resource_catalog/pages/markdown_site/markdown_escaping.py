"""Escape text for Markdown such that every engine shows it literally.

Engines differ in what they treat as markup. Characters that all of them can escape with a
backslash are; all others are written as character references, which no engine treats as
markup.
"""

from __future__ import annotations

import re

from resource_catalog.model.translations.shown_texts import UNTRANSLATED, Untranslated

_BACKSLASH_ESCAPED = re.compile(r"[\\`*_{}\[\]#]")
_REFERENCE_ESCAPED = re.compile(r"[&<>|~^$]|=(?==)|\+(?=\+)|:(?=[\w+-]+:)|(?<=:):|(?<=\{)%|-(?=-)")
_LEADING_NUMBER = re.compile(r"(\d+)([.)])(?=\s|$)")
_LEADING_SIGN = re.compile(r"[-+:=?%@/!]")
_NAMED_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_VALID_TARGET = re.compile(r"[^\s<>\\]+")


def escape(text: str) -> str:
    """Escape ``text`` for use inside a line."""
    with_references = _REFERENCE_ESCAPED.sub(_character_reference, text)
    return "".join(
        part if part.startswith("&") else _BACKSLASH_ESCAPED.sub(r"\\\g<0>", part)
        for part in re.split(r"(&#?\w+;)", with_references)
    )


def escape_marked(text: str) -> str:
    """The same, with an element around a text that nobody has translated."""
    escaped = escape(text)
    if isinstance(text, Untranslated):
        return f'<span class="{UNTRANSLATED}" lang="{text.language}">{escaped}</span>'
    return escaped


def escape_line_start(line: str) -> str:
    """Escape the start of an already escaped line, so that it does not begin a list or the like."""
    if number := _LEADING_NUMBER.match(line):
        return f"{number[1]}\\{number[2]}{line[number.end() :]}"
    return (
        _LEADING_SIGN.sub(_character_reference, line, count=1)
        if _LEADING_SIGN.match(line)
        else line
    )


def code_span(text: str) -> str:
    """``text`` as a code span."""
    longest = max((len(ticks) for ticks in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def code_block(text: str) -> str:
    """``text`` as a fenced code block."""
    longest = max((len(ticks) for ticks in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{text.strip(chr(10))}\n{fence}"


def link(text: str, target: str) -> str:
    """A link with a text that is already Markdown; only the text if the target is not valid."""
    return f"[{text}](<{target}>)" if _VALID_TARGET.fullmatch(target) else text


def _character_reference(match: re.Match[str]) -> str:
    return _NAMED_REFERENCES.get(match[0]) or f"&#{ord(match[0])};"
