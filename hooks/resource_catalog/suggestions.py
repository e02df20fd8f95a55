"""Suggestions: the word someone probably meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``word``, if any is like it at all."""
    by_plain = {_plain(candidate): candidate for candidate in candidates}
    found = difflib.get_close_matches(_plain(word), by_plain, n=1, cutoff=0.6)
    return by_plain[found[0]] if found else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """``Did you mean “report”?``, or nothing."""
    found = closest(word, candidates)
    return f"Did you mean “{found}”?" if found else ""


def meant(word: str, candidates: Iterable[str]) -> str | None:
    """The one candidate that ``word`` stands for without doubt, however it was typed."""
    return named(word, {candidate: candidate for candidate in candidates})


def named(word: str, names: Mapping[str, str]) -> str | None:
    """What goes by the name that ``word`` stands for without doubt; names may share a bearer.

    Case, spaces, hyphens and underscores do not count, and neither does a slip
    of the fingers or two in a longer word. Digits are never taken for a slip.
    """
    plain = _plain(word)
    exact, near = set(), set()
    for name, bearer in names.items():
        other = _plain(name)
        if other == plain:
            exact.add(bearer)
        elif _digits(other) == _digits(plain) and slips(plain, other) <= _spared(plain):
            near.add(bearer)
    found = exact or near
    return found.pop() if len(found) == 1 else None


def _spared(word: str) -> int:
    """How many slips leave no doubt in a word of this length."""
    return 0 if len(word) < 3 else min(2, max(1, len(word) // 4))


def slips(one: str, other: str) -> int:
    """How many letters were added, left out, mistaken or swapped between two words."""
    if abs(len(one) - len(other)) > 2:
        return 3  # more than anyone asks for
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def is_misspelled(word: str, written: Iterable[str], known: Collection[str]) -> bool:
    """Whether ``word``, which is missing, is what an unknown word among the written stands for."""
    return any(other not in known and closest(other, known) == word for other in written)


def _digits(word: str) -> list[str]:
    return re.findall("[0-9]+", word)


def _plain(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")
