"""Make texts of strangers safe for a terminal, which obeys control characters in them."""

from __future__ import annotations

import re

_OBEYED = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # they move the cursor, set the title, answer for you
    "\u202a-\u202e\u2066-\u2069"  # they show what follows from right to left, or what is hidden
    "\u2028\u2029\ufff9-\ufffb\U000e0000-\U000e007f"
    "]|\r(?!\n)"
)


def for_terminal(text: str) -> str:
    """A text with what a terminal would obey as escape sequences, which JSON allows as well."""
    return _OBEYED.sub(_escaped, text)


def without_controls(text: str) -> str:
    """A text on one line, with spaces in place of what a terminal would obey."""
    return " ".join(_OBEYED.sub(" ", text).split())


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be")
    return "".join(f"\\u{units[i] << 8 | units[i + 1]:04x}" for i in range(0, len(units), 2))
