"""Keep words with a hyphen on one line, in texts that people see.

A hyphen that does not break would be another character: nobody who copies such a word, or looks for
it on the page, would have what is in the data. So the word stays as it is, in an element.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

MAX_LENGTH = 18
"""Longer words may break at their hyphens, or they would not fit on a phone."""

_HYPHENATED = re.compile(r"(?<![\w-])[^\W\d_]{3,}-[^\W\d_]{3,}(?![\w-])")


def together(text: str) -> Markup:
    """A text as HTML, in which words like “micro-credential” have an element around them."""
    if "-" not in text:
        return escape(text)
    # Word by word: most have no hyphen, and need not be searched.
    words = str(escape(text)).split(" ")
    return Markup(" ".join([_HYPHENATED.sub(_kept, w) if "-" in w else w for w in words]))


def _kept(found: re.Match[str]) -> str:
    word = found[0]
    return word if len(word) > MAX_LENGTH else f'<span class="rc-together">{word}</span>'
