"""Safe Markdown: texts of strangers, written so that GitHub shows them and does nothing else.

A backslash keeps signs from being markup, but GitHub looks for mentions,
issue numbers and addresses in what is left of a text after that. So a mark of
no width is put where each of those begins.
"""

from __future__ import annotations

import re

from resource_catalog.problems import printable

_APART = "\u200b"
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&$^])")
_CALLS = re.compile(
    r"(?<=@)|(?<=#)(?=\d)|(?<=[Gg][Hh])(?=-\d)|(?<=:)(?=//)|(?<=[Ww][Ww][Ww])(?=\.)"
    r"|(?<=:)(?=[a-z+_-][a-z0-9+_-]*:)",
)
_LEADING = re.compile(r"^(\d*)([.)+=-])")


def plain(text: str, limit: int = 300) -> str:
    """``text`` on one line as nothing but text: no markup, link, mention or reference."""
    line = printable(" ".join(text.split()))
    if len(line) > limit:
        line = line[: limit - 1].rstrip() + "…"
    line = _CALLS.sub(lambda found: found[0] + _APART, line)
    return _LEADING.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", line))


def code(text: str, limit: int = 300) -> str:
    """``text`` on one line between backticks; good inside tables as well."""
    line = printable(" ".join(text.split()))
    if len(line) > limit:
        line = line[: limit - 1].rstrip() + "…"
    return f"`{line.replace('`', 'ʼ').replace('|', '¦') or ' '}`"


def fenced(text: str, language: str = "") -> str:
    """``text`` as a block of code, whatever signs it holds."""
    longest = max((len(ticks) for ticks in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    lines = "\n".join(printable(line) for line in text.rstrip("\n").split("\n"))
    return f"{fence}{language}\n{lines}\n{fence}"
