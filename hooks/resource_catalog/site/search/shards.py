"""Build the inverted index of the search and split it into shards in alphabetical order.

Each line of a shard is ``term postings``. A posting is the distance to the previous
document in base 36, followed by a capital letter for the weight, A for 1 to J for 10:
``2C1fA`` means document 2 with weight 3 and document 53 with weight 1.

``overrides/js/search/index/shards.js`` reads them; both are tested with ``tests/site/shards.yml``.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import sub

from resource_catalog.site.search.language_words import ENGLISH
from resource_catalog.site.search.search_documents import SearchDocument
from resource_catalog.site.search.words import TermCache

TARGET_SHARD_LENGTH = 10_000
"""The approximate length of a shard. A search loads one or two shards a word."""

PREFIX_LENGTH = 4
"""Terms with the same prefix of this length are in the same shard, as related words often are."""

WEIGHT_BASE = 16
"""In memory, a posting is the number ``document * WEIGHT_BASE + weight``."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

InvertedIndex = Mapping[str, "array[int]"]


def build_inverted_index(
    documents: Iterable[SearchDocument], language: str = ENGLISH
) -> InvertedIndex:
    """Map each term, in order, to its postings. ``language`` is that of the texts.

    The weight of a term in a document is that of the heaviest text it occurs in, plus one if it
    occurs more than once.
    """
    cache = TermCache(language)
    result: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
    for number, document in enumerate(documents):
        term_postings: dict[str, int] = {}
        repeated: set[str] = set()
        for text, weight in document.texts:  # heaviest first, so the first posting wins
            posting = number * WEIGHT_BASE + weight
            for term in cache.terms(text):
                if term in term_postings:
                    repeated.add(term)
                else:
                    term_postings[term] = posting
        for term in repeated:
            term_postings[term] += 1
        for term, posting in term_postings.items():
            result[term].append(posting)
    return {term: result[term] for term in sorted(result, key=_javascript_order)}


def split_into_shards(
    index: InvertedIndex, target_length: int = TARGET_SHARD_LENGTH
) -> dict[str, str]:
    """Map the prefix that each shard begins with to its text, in order.

    A shard ends where the prefix changes after ``target_length`` characters.
    """
    result: dict[str, list[str]] = {}
    size, lines, previous = 0, list[str](), ""
    encoded = _EncodedPostings()
    for term, postings in index.items():
        line = f"{term} {_encode_postings(postings, encoded)}"
        prefix = term[:PREFIX_LENGTH]
        if not result or (size > target_length and prefix != previous):
            size, lines = 0, result.setdefault(prefix, [])
        lines.append(line)
        size += len(line)
        previous = prefix
    return {prefix: "\n".join(lines) for prefix, lines in result.items()}


class _EncodedPostings(dict[int, str]):
    """A cache of encoded postings, by ``distance * WEIGHT_BASE + weight``."""

    def __missing__(self, posting: int) -> str:
        distance, weight = divmod(posting, WEIGHT_BASE)
        result = self[posting] = _base36(distance) + chr(64 + weight)
        return result


def _javascript_order(term: str) -> bytes:
    """A sort key for the order of strings in JavaScript, which compares UTF-16 code units."""
    return term.encode("utf-16-be")


def _encode_postings(postings: array[int], encoded: _EncodedPostings) -> str:
    previous = [0, *(posting - posting % WEIGHT_BASE for posting in postings)]
    return "".join(map(encoded.__getitem__, map(sub, postings, previous)))


def _base36(number: int) -> str:
    if number < 36:
        return _DIGITS[number]
    return _base36(number // 36) + _DIGITS[number % 36]
