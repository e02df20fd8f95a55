"""Match misspelled words: find the closest candidate, or the only one that can be meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping


def closest_match(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most similar to ``word``, or None if none is similar enough."""
    by_normalized = {_normalized(candidate): candidate for candidate in candidates}
    matches = difflib.get_close_matches(_normalized(word), by_normalized, n=1, cutoff=0.6)
    return by_normalized[matches[0]] if matches else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """``Did you mean “report”?``, or an empty text if no candidate is similar."""
    match = closest_match(word, candidates)
    return f"Did you mean “{match}”?" if match else ""


def certain_match(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that ``word`` must be a misspelling of, or None if that is not certain.

    The rules are those of :func:`certain_lookup`.
    """
    return certain_lookup(word, {candidate: candidate for candidate in candidates})


def certain_lookup(word: str, names: Mapping[str, str]) -> str | None:
    """The value of the name that ``word`` must be a misspelling of, or None if that is not certain.

    Several names may have the same value. Case is ignored, spaces and underscores count as
    hyphens, and one or two typos are tolerated, depending on the length of the word. A
    different digit is never taken for a typo.
    """
    normalized = _normalized(word)
    limit = _max_edits(normalized)
    exact, close = set(), set()
    for name, value in names.items():
        other = _normalized(name)
        if other == normalized:
            exact.add(value)
        elif _digits(other) == _digits(normalized) and edit_distance(normalized, other) <= limit:
            close.add(value)
    matches = exact or close
    return matches.pop() if len(matches) == 1 else None


def _max_edits(word: str) -> int:
    """How many typos leave no doubt about a word of this length."""
    return 0 if len(word) < 3 else min(2, max(1, len(word) // 4))


def edit_distance(one: str, other: str) -> int:
    """The number of insertions, deletions, substitutions and swaps of neighbors between two words.

    This is the Damerau-Levenshtein distance (optimal string alignment). A distance above 2 may
    be returned as 3.
    """
    if abs(len(one) - len(other)) > 2:
        return 3
    previous: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        previous, before_previous, row = row, previous, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before_previous[j - 2] + 1)
            row.append(cost)
    return row[-1]


def is_misspelled_in(word: str, written: Iterable[str], known: Collection[str]) -> bool:
    """Whether an unknown word in ``written`` is probably a misspelling of ``word``."""
    return any(other not in known and closest_match(other, known) == word for other in written)


def _digits(word: str) -> list[str]:
    return re.findall("[0-9]+", word)


def _normalized(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")
