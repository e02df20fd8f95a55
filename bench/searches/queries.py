"""Choose search queries from a catalog, the same in every run."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

QUERY_KINDS = ("title", "body", "misspelt")
"""A word from a title, a word from a summary or use only, and a word with a typo."""

Entry = Mapping[str, Any]
Words = Callable[[Entry], set[str]]

TYPOS = ("left out", "swapped", "wrong")

_WORD = re.compile(r"[a-z]{5,}")
_MIN_TYPO_LENGTH = 8
"""Shorter words with a typo are too close to other words."""


@dataclass(frozen=True)
class Query:
    """The text to type, and the word that a result must contain to be a hit."""

    kind: str
    text: str
    word: str


class Queries:
    """The queries for a catalog, from the entries of its ``catalog.json``."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._texts = {entry["id"]: _text(entry) for entry in entries}
        self._titles = {entry["id"]: set(_words(entry["title"])) for entry in entries}
        self._all_titles = set[str]().union(*self._titles.values())
        self._known = {word for text in self._texts.values() for word in _words(text)}

    def word_queries(self, each: int) -> list[Query]:
        """``each`` queries of every kind, from entries spread over the catalog."""
        makers = {"title": self._of_title, "body": self._of_body, "misspelt": self._misspelt}
        return [makers[kind](number, each) for number in range(each) for kind in QUERY_KINDS]

    def typing_texts(self, count: int) -> list[str]:
        """Texts to type letter by letter: words of one title, every third with a typo."""
        found = []
        for number in range(count):
            rng = random.Random(f"type {number}")  # noqa: S311  # repeatable on purpose
            words = list(dict.fromkeys(_words(self._spread(number, count, rng)["title"])))[:3]
            if number % 3 == 2 and words:
                words[-1] = _with_typo(words[-1], TYPOS[number // 3 % 3])
            found.append(" ".join(words))
        return found

    def is_hit(self, query: Query, addresses: Iterable[str]) -> bool:
        """Whether one of the result URLs is a resource with the intended word."""
        ids = (re.search(r"resources/([^/]+)/", address) for address in addresses)
        return any(query.word in self._texts.get(found[1], "") for found in ids if found)

    def _of_title(self, number: int, of: int) -> Query:
        word = self._pick("title", number, of, lambda entry: self._titles[entry["id"]])
        return Query("title", word, word)

    def _of_body(self, number: int, of: int) -> Query:
        """A word that is in no title, or, where titles contain every word, not in its own."""

        def words(entry: Entry) -> set[str]:
            text = f"{entry['summary']} {entry['recommended_use'] or ''}"
            return set(_words(text)) - self._titles[entry["id"]]

        word = self._pick("body", number, of, lambda e: words(e) - self._all_titles)
        word = word or self._pick("body", number, of, words)
        return Query("body", word, word)

    def _misspelt(self, number: int, of: int) -> Query:
        kind = TYPOS[number % len(TYPOS)]

        def words(entry: Entry) -> set[str]:
            return {
                word
                for word in self._titles[entry["id"]]
                if len(word) >= _MIN_TYPO_LENGTH
                and not any(known.startswith(_with_typo(word, kind)) for known in self._known)
            }

        word = self._pick("misspelt", number, of, words)
        return Query("misspelt", _with_typo(word, kind), word)

    def _pick(self, kind: str, number: int, of: int, words_of: Words) -> str:
        """A random word of an entry; empty if no entry has a suitable one."""
        rng = random.Random(f"{kind} {number}")  # noqa: S311
        for _ in range(100):
            words = sorted(words_of(self._spread(number, of, rng)))
            if words:
                return rng.choice(words)
        return ""

    def _spread(self, number: int, of: int, rng: random.Random) -> Entry:
        """A random entry from the ``number``-th of ``of`` equal parts of the catalog."""
        size = len(self._entries)
        first = number * size // of
        return self._entries[rng.randrange(first, max(first + 1, (number + 1) * size // of))]


def _with_typo(word: str, kind: str) -> str:
    """The word with a typo in its middle: a character left out, swapped or wrong."""
    middle = len(word) // 2
    if kind == "swapped":
        while middle < len(word) - 1 and word[middle] == word[middle - 1]:
            middle += 1
        return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    if kind == "wrong":
        other = "e" if word[middle] != "e" else "a"
        return word[:middle] + other + word[middle + 1 :]
    return word[:middle] + word[middle + 1 :]


def _text(entry: Entry) -> str:
    values = [entry["title"], entry["summary"], entry["recommended_use"] or ""]
    return " ".join([*values, *entry["also_known_as"]]).lower()


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
