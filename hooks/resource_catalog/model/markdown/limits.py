"""Define how much of what is slow to convert a Markdown text may hold."""

from __future__ import annotations

import re
from collections.abc import Mapping

MOST: Mapping[str, int] = {
    "[": 2_000,
    "<": 2_000,
    "](<": 100,
    "*[": 300,
    "```": 500,
    "!!!": 500,
    ": ": 300,
    "#": 500,
    "=": 500,
}
"""How often each sign may stand in a text: Markdown takes minutes for many more.

The last three count only where they begin a definition or a heading, or underline one.
"""

_COUNTED: Mapping[str, re.Pattern[str]] = {
    "```": re.compile(r"`{3,}|~{3,}"),
    ": ": re.compile(r"^ {0,3}:[ \t]", re.MULTILINE),
    "#": re.compile(r"^#", re.MULTILINE),
    "=": re.compile(r"^[=-]+ *$", re.MULTILINE),
}


def sign_too_often(text: str) -> str | None:
    """The first sign that is in the text more often than :data:`MOST` says; None if none is."""
    for sign, most in MOST.items():
        if _number_of(sign, text) > most:
            return sign
    return None


def _number_of(sign: str, text: str) -> int:
    counted = _COUNTED.get(sign)
    return len(counted.findall(text)) if counted else text.count(sign)
