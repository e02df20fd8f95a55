"""Split the inverted index of the search into shards in alphabetical order.

Each line of a shard is ``term postings``. A posting is the distance to the previous
document in base 36, followed by a capital letter for the weight, A for 1 to J for 10:
``2C1fA`` means document 2 with weight 3 and document 53 with weight 1.

``overrides/js/search/index/shards.js`` reads them; both are tested with ``tests/site/shards.yml``.
"""

from __future__ import annotations

from array import array
from operator import sub

from resource_catalog.site.search.inverted_index import WEIGHT_BASE, InvertedIndex

TARGET_SHARD_LENGTH = 10_000
"""The approximate length of a shard. A search loads one or two shards a word."""

PREFIX_LENGTH = 4
"""Terms with the same prefix of this length are in the same shard, as related words often are."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


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


def _encode_postings(postings: array[int], encoded: _EncodedPostings) -> str:
    previous = [0, *(posting - posting % WEIGHT_BASE for posting in postings)]
    return "".join(map(encoded.__getitem__, map(sub, postings, previous)))


def _base36(number: int) -> str:
    if number < 36:
        return _DIGITS[number]
    return _base36(number // 36) + _DIGITS[number % 36]
