"""Shards: which term stands in which document, in alphabetical files of a handy size.

A shard is lines of ``term postings``. A posting is the distance to the previous
document in base 36 followed by one capital letter for the weight, A for 1 to J
for 10: ``2C1fA`` is document 2 with weight 3 and document 53 with weight 1.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from resource_catalog.search.documents import SearchDocument
from resource_catalog.search.words import terms

SHARD_CHARACTERS = 10_000
"""About this long is a shard: a word costs one or two of them, so smaller is fewer bytes."""

BEGINNING = 4
"""A shard begins where the first letters change, so that a word and its kin stay together."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def postings(documents: Sequence[SearchDocument]) -> Mapping[str, Sequence[tuple[int, int]]]:
    """For each term, in order, the documents it is in and its weight there.

    The weight is the highest of a text the term stands in, and one more if it stands there twice
    or in another text as well.
    """
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, document in enumerate(documents):
        weights: dict[str, int] = {}
        times = Counter[str]()
        for text, weight in reversed(document.texts):  # from light to heavy: the last one stays
            stand_there = list(terms(text))
            times.update(stand_there)
            weights.update(dict.fromkeys(stand_there, weight))
        for term, weight in weights.items():
            found[term].append((number, weight + (times[term] > 1)))
    return {term: found[term] for term in sorted(found, key=_as_in_a_browser)}


def shards(index: Mapping[str, Sequence[tuple[int, int]]]) -> dict[str, str]:
    """The shards in order, each by the letters it begins with."""
    found: dict[str, list[str]] = {}
    size, lines, previous = 0, list[str](), ""
    for term, where in index.items():
        line = f"{term} {_encode(where)}"
        beginning = term[:BEGINNING]
        if not found or (size > SHARD_CHARACTERS and beginning != previous):
            size, lines = 0, found.setdefault(beginning, [])
        lines.append(line)
        size += len(line)
        previous = beginning
    return {beginning: "\n".join(lines) for beginning, lines in found.items()}


def _as_in_a_browser(term: str) -> bytes:
    """The order of JavaScript, which differs from Python's for characters beyond 16 bits."""
    return term.encode("utf-16-be")


def _encode(found: Iterable[tuple[int, int]]) -> str:
    parts = []
    previous = 0
    for number, weight in found:
        parts.append(_base36(number - previous) + chr(64 + weight))
        previous = number
    return "".join(parts)


@lru_cache(maxsize=10_000)
def _base36(number: int) -> str:
    if number < 36:
        return _DIGITS[number]
    return _base36(number // 36) + _DIGITS[number % 36]
