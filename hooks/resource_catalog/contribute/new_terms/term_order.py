"""Put the words of a column into the order that they have by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resource_catalog.contribute.import_table.proposals.heading_words import LEVELS, spelled

_NUMBER = re.compile(r"(\d+)(?:[.,](\d+))?")


def natural_order(words: Sequence[str]) -> list[str]:
    """``words`` by number if each begins with one, by level if each is one, else as they are."""
    numbers = [_NUMBER.match(word) for word in words]
    if all(numbers):
        return sorted(words, key=lambda word: _number(word))
    for levels in LEVELS:
        ranks = {word: levels.get(spelled(word)) for word in words}
        if None not in ranks.values():
            return sorted(words, key=lambda word: ranks[word] or 0)
    return list(words)


def _number(word: str) -> float:
    found = _NUMBER.match(word)
    return float(f"{found[1]}.{found[2] or 0}") if found else 0
