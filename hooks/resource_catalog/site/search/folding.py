"""Fold texts, so that words are found however their letters are written."""

from __future__ import annotations

import unicodedata

_PLAIN_PUNCTUATION = str.maketrans(
    {**dict.fromkeys("‐\u2011\u2012\u2013\u2212", "-"), **dict.fromkeys("’ʼ", "'"), "\u00ad": None}
)
"""The dash of K–12, that of figures and the minus sign are hyphens; an em dash parts words."""


def fold(text: str) -> str:
    """Fold a text to lowercase without accents, and with ASCII hyphens and apostrophes.

    Soft hyphens are removed.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_PLAIN_PUNCTUATION)
    if not text.isascii():
        text = "".join(c for c in text if c < "\x80" or unicodedata.category(c)[0] != "M")
    return text.lower()
