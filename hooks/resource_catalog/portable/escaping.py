"""Escaping: text that stays text in Markdown, whichever engine reads it.

Engines differ in what they take for markup. A backslash helps where all of
them know it; for other signs their number is written, which none interprets.
"""

from __future__ import annotations

import re

_BACKSLASH = re.compile(r"[\\`*_{}\[\]#]")
_NUMBER = re.compile(r"[&<>|~^$]|=(?==)|\+(?=\+)|:(?=[\w+-]+:)|(?<=:):|(?<=\{)%|-(?=-)")
_FIRST_NUMBER = re.compile(r"(\d+)([.)])(?=\s|$)")
_FIRST_SIGN = re.compile(r"[-+:=?%@/!]")
_NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_BARE = re.compile(r"[^\s<>\\]+")


def escaped(text: str) -> str:
    """``text`` such that it is shown as it is, inside a line."""
    numbered = _NUMBER.sub(_as_number, text)
    return "".join(
        part if part.startswith("&") else _BACKSLASH.sub(r"\\\g<0>", part)
        for part in re.split(r"(&#?\w+;)", numbered)
    )


def at_start(line: str) -> str:
    """An escaped line such that its first sign does not make it a list or anything else."""
    if number := _FIRST_NUMBER.match(line):
        return f"{number[1]}\\{number[2]}{line[number.end() :]}"
    return _FIRST_SIGN.sub(_as_number, line, count=1) if _FIRST_SIGN.match(line) else line


def code_span(text: str) -> str:
    """``text`` as code inside a line."""
    longest = max((len(ticks) for ticks in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def code_block(text: str) -> str:
    """``text`` as lines of code."""
    longest = max((len(ticks) for ticks in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{text.strip(chr(10))}\n{fence}"


def link(text: str, target: str) -> str:
    """A link; ``text`` is Markdown already."""
    return f"[{text}](<{target}>)" if _BARE.fullmatch(target) else text


def _as_number(match: re.Match[str]) -> str:
    return _NAMES.get(match[0]) or f"&#{ord(match[0])};"
