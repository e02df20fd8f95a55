"""Words: how a text falls into the terms that are searched for.

``overrides/js/words.js`` does the same to what a reader types. The two must
agree; ``tests/words.yml`` holds the examples that both are tested with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
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
_PLAIN = str.maketrans({"‐": "-", "\u2011": "-", "’": "'", "ʼ": "'", "\u00ad": None})


def terms(text: str) -> Iterator[str]:
    """The terms of a text in their order, stop words left out.

    A compound such as micro-credential gives each part and the whole without
    its hyphen, so that every way to write it finds it.
    """
    folded = fold(text)
    if "'" in folded:
        folded = _APOSTROPHE.sub("", folded)
    compounds = _COMPOUND.findall(folded)
    return chain.from_iterable(map(_terms_of_compound, compounds))


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
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", plain.lower())


@lru_cache(maxsize=50_000)
def _terms_of_compound(compound: str) -> tuple[str, ...]:
    """Kept, because most words of a catalog are words that it has used before."""
    parts = compound.split("-")
    found = [stem(part) for part in parts if part not in STOP_WORDS]
    if len(parts) > 1:
        found.append(stem("".join(parts)))
    return tuple(found)


def stem(word: str) -> str:
    """The word without its plural ending."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]
