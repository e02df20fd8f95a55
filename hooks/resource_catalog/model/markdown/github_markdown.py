"""Escape text of others for GitHub, so that it cannot become markup, a link or a mention.

A backslash stops markup, but GitHub looks for mentions, issue numbers and URLs in the text
that remains after that. So a zero-width space is inserted where each of those would begin.
"""

from __future__ import annotations

import re

from resource_catalog.model.problems import printable

_ZERO_WIDTH_SPACE = "\u200b"
_MARKUP_CHARACTER = re.compile(r"([\\`*_\[\]<>#|~&$^])")
_AUTOLINK_POSITION = re.compile(
    r"(?<=@)|(?<=#)(?=\d)|(?<=[Gg][Hh])(?=-\d)|(?<=:)(?=//)|(?<=[Ww][Ww][Ww])(?=\.)"
    r"|(?<=:)(?=[a-z+_-][a-z0-9+_-]*:)",
)
_LIST_MARKER = re.compile(r"^(\d*)([.)+=-])")


def escape(text: str, limit: int = 300) -> str:
    """``text`` as literal text on one line, truncated to ``limit`` characters."""
    line = _AUTOLINK_POSITION.sub(lambda found: found[0] + _ZERO_WIDTH_SPACE, _line(text, limit))
    return _LIST_MARKER.sub(r"\1\\\2", _MARKUP_CHARACTER.sub(r"\\\1", line))


def code_span(text: str, limit: int = 300) -> str:
    """``text`` as a code span, truncated to ``limit`` characters; it also works in tables."""
    return f"`{_line(text, limit).replace('`', 'ʼ').replace('|', '¦') or ' '}`"


def address_span(url: str, limit: int = 2_000) -> str:
    """An address as a code span, which GitHub does not make a link; it stays the same address."""
    return code_span(url.replace("`", "%60").replace("|", "%7C"), limit)


def code_block(text: str, language: str = "") -> str:
    """``text`` as a fenced code block."""
    longest = max((len(ticks) for ticks in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    lines = "\n".join(printable(line) for line in text.rstrip("\n").split("\n"))
    return f"{fence}{language}\n{lines}\n{fence}"


def _line(text: str, limit: int) -> str:
    line = printable(" ".join(text.split()))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
