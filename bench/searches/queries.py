"""Queries: what is searched for, chosen from the catalog itself and the same in every run."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

KINDS = ("title", "body", "misspelt")
"""A word of a title, a word that stands in summaries and uses only, a word with a slip in it."""

Entry = Mapping[str, Any]
Words = Callable[[Entry], set[str]]

SLIPS = ("left out", "swapped", "wrong")

_WORD = re.compile(r"[a-z]{5,}")
_LONG_ENOUGH = 8
"""Shorter words are as near to other words as to what was meant."""


@dataclass(frozen=True)
class Query:
    """What is typed, and the word that a result must hold to be one."""

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

    def of_words(self, each: int) -> list[Query]:
        """``each`` queries of every kind, from entries all over the catalog."""
        makers = {"title": self._of_title, "body": self._of_body, "misspelt": self._misspelt}
        return [makers[kind](number, each) for number in range(each) for kind in KINDS]

    def to_type(self, count: int) -> list[str]:
        """Texts to be typed letter by letter: words of one title, each third with a slip."""
        found = []
        for number in range(count):
            chance = random.Random(f"type {number}")  # noqa: S311  # repeatable on purpose
            words = list(dict.fromkeys(_words(self._spread(number, count, chance)["title"])))[:3]
            if number % 3 == 2 and words:
                words[-1] = _slip(words[-1], SLIPS[number // 3 % 3])
            found.append(" ".join(words))
        return found

    def finds(self, query: Query, addresses: Iterable[str]) -> bool:
        """Whether one of the results is a resource with the word that was meant."""
        ids = (re.search(r"resources/([^/]+)/", address) for address in addresses)
        return any(query.word in self._texts.get(found[1], "") for found in ids if found)

    def _of_title(self, number: int, of: int) -> Query:
        word = self._pick("title", number, of, lambda entry: self._titles[entry["id"]])
        return Query("title", word, word)

    def _of_body(self, number: int, of: int) -> Query:
        """A word of no title; of all titles in a catalog so large that they hold every word."""

        def words(entry: Entry) -> set[str]:
            text = f"{entry['summary']} {entry['recommended_use'] or ''}"
            return set(_words(text)) - self._titles[entry["id"]]

        word = self._pick("body", number, of, lambda e: words(e) - self._all_titles)
        word = word or self._pick("body", number, of, words)
        return Query("body", word, word)

    def _misspelt(self, number: int, of: int) -> Query:
        kind = SLIPS[number % len(SLIPS)]

        def words(entry: Entry) -> set[str]:
            return {
                word
                for word in self._titles[entry["id"]]
                if len(word) >= _LONG_ENOUGH
                and not any(known.startswith(_slip(word, kind)) for known in self._known)
            }

        word = self._pick("misspelt", number, of, words)
        return Query("misspelt", _slip(word, kind), word)

    def _pick(self, kind: str, number: int, of: int, words_of: Words) -> str:
        """A word of some entry; empty when no entry has a fitting one."""
        chance = random.Random(f"{kind} {number}")  # noqa: S311
        for _ in range(100):
            words = sorted(words_of(self._spread(number, of, chance)))
            if words:
                return chance.choice(words)
        return ""

    def _spread(self, number: int, of: int, chance: random.Random) -> Entry:
        """Some entry of the ``number``-th of ``of`` equal parts of the catalog."""
        size = len(self._entries)
        first = number * size // of
        return self._entries[chance.randrange(first, max(first + 1, (number + 1) * size // of))]


def _slip(word: str, kind: str) -> str:
    """The word with a slip in its middle."""
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
