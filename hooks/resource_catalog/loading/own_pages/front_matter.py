"""Part a hand-written page from what it says of itself at its top."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)


def front_matter(text: str) -> str:
    """What a page says of itself, as YAML; empty if it says nothing."""
    top = _FRONT_MATTER.match(text)
    return top[1] if top else ""


def body_of(text: str) -> str:
    """The text of a page without what it says of itself at its top."""
    top = _FRONT_MATTER.match(text)
    return text[top.end() :] if top else text
