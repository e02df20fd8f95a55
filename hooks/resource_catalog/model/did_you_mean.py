"""Match misspelled words: find the closest candidate, or the only one that can be meant."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from resource_catalog.model.messages import _

MAX_COMPARED = 50
"""How many of many names are compared letter by letter: those that share most pairs of letters."""
MANY_NAMES = 200

_GAPS = re.compile(r"[\s_\u2010\u2011-]+")


def closest_match(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most similar to ``word``, or None if none is similar enough."""
    by_normalized = {_normalized(candidate): candidate for candidate in candidates}
    matches = difflib.get_close_matches(_normalized(word), by_normalized, n=1, cutoff=0.6)
    return by_normalized[matches[0]] if matches else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """``Did you mean “report”?``, or an empty text if no candidate is similar."""
    match = closest_match(word, candidates)
    return _("Did you mean “%(match)s”?", match=match) if match else ""


def certain_match(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that ``word`` is another spelling of, or None if that is not certain.

    The rules are those of :meth:`NameIndex.certain`.
    """
    return NameIndex({candidate: candidate for candidate in candidates}).certain(word)


class NameIndex:
    """Finds the values of names, of which several may have the same value.

    Answers are remembered: the same words stand in many files of a catalog.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self._by_spelling: dict[str, set[str]] = {}
        for name, value in names.items():
            self._by_spelling.setdefault(_normalized(name), set()).add(value)
        self._likely: dict[str, str | None] = {}
        self._closest: dict[str, str | None] = {}
        self._by_piece: dict[str, list[str]] = {}

    def certain(self, word: str) -> str | None:
        """The value of the name that ``word`` is, or None if that is not certain.

        A name that is written the same comes first, then the only one that differs in case,
        spaces, hyphens and underscores. A typo is never certain: GPL-3.0 is not AGPL-3.0.
        """
        if word in self.names:
            return self.names[word]
        values = self._by_spelling.get(_normalized(word), ())
        return next(iter(values)) if len(values) == 1 else None

    def likely(self, word: str) -> str | None:
        """The certain value, or else the only one whose name is one or two typos away.

        How many depends on the length of the word; a different digit is never taken for a typo.
        """
        if word not in self._likely:
            self._likely[word] = self.certain(word) or self._only_close(word)
        return self._likely[word]

    def closest(self, word: str) -> str | None:
        """The value of the name most similar to ``word``, or None if none is similar enough."""
        if word not in self._closest:
            found = closest_match(word, self._worth_comparing(_normalized(word)))
            self._closest[word] = None if found is None else min(self._by_spelling[found])
        return self._closest[word]

    def _worth_comparing(self, normalized: str) -> Collection[str]:
        if len(self._by_spelling) <= MANY_NAMES:
            return self._by_spelling
        if not self._by_piece:
            for spelling in self._by_spelling:
                for piece in _pieces(spelling):
                    self._by_piece.setdefault(piece, []).append(spelling)
        shared = Counter(
            spelling for piece in _pieces(normalized) for spelling in self._by_piece.get(piece, ())
        )
        return [spelling for spelling, _ in shared.most_common(MAX_COMPARED)]

    def _only_close(self, word: str) -> str | None:
        normalized = _normalized(word)
        limit, digits = _max_edits(normalized), _digits(normalized)
        if not limit or normalized in self._by_spelling:
            return None
        close: set[str] = set()
        for spelling, values in self._by_spelling.items():
            if (
                abs(len(spelling) - len(normalized)) <= limit
                and _digits(spelling) == digits
                and edit_distance(normalized, spelling) <= limit
            ):
                close |= values
        return close.pop() if len(close) == 1 else None


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


def _pieces(word: str) -> set[str]:
    """The pairs of neighboring letters in a word."""
    return {word[i : i + 2] for i in range(len(word) - 1)}


def _digits(word: str) -> list[str]:
    return re.findall("[0-9]+", word)


def _normalized(word: str) -> str:
    plain = word if word.isascii() else unicodedata.normalize("NFC", word)
    return _GAPS.sub("-", plain.strip().casefold())
