"""Shards: which term stands in which document, in alphabetical files of a handy size.

A shard is lines of ``term postings``. A posting is the distance to the previous
document in base 36 followed by one capital letter for the weight, A for 1 to J
for 10: ``2C1fA`` is document 2 with weight 3 and document 53 with weight 1.

``overrides/js/search/shards.js`` reads them; both are tested with
``tests/shards.yml``.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import sub

from resource_catalog.search.documents import SearchDocument
from resource_catalog.search.words import Lexicon

SHARD_CHARACTERS = 10_000
"""About this long is a shard: a word costs one or two of them, so smaller is fewer bytes."""

BEGINNING = 4
"""A shard begins where the first letters change, so that a word and its kin stay together."""

WEIGHTS = 16
"""A posting is kept as one number: that of the document times this, plus the weight."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Postings = Mapping[str, "array[int]"]


def postings(documents: Iterable[SearchDocument]) -> Postings:
    """For each term, in order, the documents it is in and its weight there.

    The weight is the highest of a text the term stands in, and one more if it stands there twice
    or in another text as well.
    """
    lexicon = Lexicon()
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
    for number, document in enumerate(documents):
        here: dict[str, int] = {}
        again: set[str] = set()
        for text, weight in document.texts:  # from heavy to light: the first one stays
            posting = number * WEIGHTS + weight
            for term in lexicon.terms(text):
                if term in here:
                    again.add(term)
                else:
                    here[term] = posting
        for term in again:
            here[term] += 1
        for term, posting in here.items():
            found[term].append(posting)
    return {term: found[term] for term in sorted(found, key=_as_in_a_browser)}


def shards(index: Postings, characters: int = SHARD_CHARACTERS) -> dict[str, str]:
    """The shards in order, each by the letters it begins with.

    A shard ends where the first letters change after so many ``characters``.
    """
    found: dict[str, list[str]] = {}
    size, lines, previous = 0, list[str](), ""
    spelled = _Spelled()
    for term, where in index.items():
        line = f"{term} {_encode(where, spelled)}"
        beginning = term[:BEGINNING]
        if not found or (size > characters and beginning != previous):
            size, lines = 0, found.setdefault(beginning, [])
        lines.append(line)
        size += len(line)
        previous = beginning
    return {beginning: "\n".join(lines) for beginning, lines in found.items()}


class _Spelled(dict[int, str]):
    """Postings as they are written, by the distance to the previous document and the weight."""

    def __missing__(self, posting: int) -> str:
        distance, weight = divmod(posting, WEIGHTS)
        found = self[posting] = _base36(distance) + chr(64 + weight)
        return found


def _as_in_a_browser(term: str) -> bytes:
    """The order of JavaScript, which differs from Python's for characters beyond 16 bits."""
    return term.encode("utf-16-be")


def _encode(where: array[int], spelled: _Spelled) -> str:
    previous = [0, *(posting - posting % WEIGHTS for posting in where)]
    return "".join(map(spelled.__getitem__, map(sub, where, previous)))


def _base36(number: int) -> str:
    if number < 36:
        return _DIGITS[number]
    return _base36(number // 36) + _DIGITS[number % 36]
