"""Words: how a text falls into the terms that are searched for.

``overrides/js/search/words.js`` does the same to what a reader types. The two must
agree; ``tests/words.yml`` holds the examples that both are tested with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

STOP_WORDS = frozenset(
    """
    a about all also am an and any are as at be been but by can could did do does for from get
    give had has have how i if in into is it its let me my no not of on or our out own s should
    so some such than that the their them then there these they this those to too up us was we
    were what when where which while who why will with would you your
    """.split()
)
"""Words too common to tell one text from another."""

_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_APOSTROPHE = re.compile(r"(?<=\w)'(?:s\b)?")
_SLUG_WORD = re.compile(r"[a-z0-9]+")
_PLAIN = str.maketrans({"‐": "-", "\u2011": "-", "’": "'", "ʼ": "'", "\u00ad": None})


class Lexicon(dict[str, tuple[str, ...]]):
    """The terms of everything between two spaces, kept for texts that use the same words again."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        found = self[piece] = tuple(_terms_of_piece(piece))
        return found

    def terms(self, text: str) -> Iterator[str]:
        """The terms of a text in their order, stop words left out.

        A compound such as micro-credential gives each part and the whole without
        its hyphen, so that every way to write it finds it.
        """
        return chain.from_iterable(map(self.__getitem__, text.split()))


def terms(text: str) -> Iterator[str]:
    """The terms of a single text, as :class:`Lexicon` has them."""
    return Lexicon().terms(text)


def fold(text: str) -> str:
    """Small letters without accents, with plain hyphens and apostrophes.

    Hyphens that are only seen at the end of a line are left out.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_PLAIN)
    if not text.isascii():
        text = "".join(c for c in text if c < "\x80" or unicodedata.category(c)[0] != "M")
    return text.lower()


def slug_words(title: str) -> list[str]:
    """The words of a title as they stand in an id."""
    plain = title
    if not title.isascii():
        plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return _SLUG_WORD.findall(plain.lower())


def _terms_of_piece(piece: str) -> Iterator[str]:
    folded = fold(piece)
    if "'" in folded:
        folded = _APOSTROPHE.sub("", folded)
    for compound in _COMPOUND.findall(folded):
        parts = compound.split("-")
        yield from (stem(part) for part in parts if part not in STOP_WORDS)
        if len(parts) > 1:
            yield stem("".join(parts))


def stem(word: str) -> str:
    """The word without its plural ending."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]
