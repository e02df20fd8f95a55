"""Near duplicates: entries that may be the same resource, though nothing of them is equal.

What is surely the same is a problem and has its rule in ``duplicates``. This
is only a question to a person who adds an entry: is it one of these?
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from resource_catalog import urls
from resource_catalog.duplicates import title_key
from resource_catalog.model import Entry

ALIKE = 0.85
"""From this share of equal letters on, two titles may be one."""
SHARED_WORDS = 0.7
"""Or from this share of their words, whatever their order."""
COMMON = 150
"""A word in more titles than this tells nothing about any of them."""
_SHORT = 3


class KnownEntries:
    """Entries by what they can be recognized by: the words of their titles, and their addresses."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._titles: dict[str, list[str]] = {}
        self._by_word: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._by_address: defaultdict[str, list[str]] = defaultdict(list)
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Know one more."""
        for title in _titles(entry):
            for word in _words(title):
                self._by_word[word].append((entry.id, title))
        for address in _addresses(entry):
            self._by_address[address].append(entry.id)

    def near(self, entry: Entry) -> tuple[str, ...]:
        """The ids of others that may be the same resource."""
        found: dict[str, None] = {}
        for title in _titles(entry):
            found.update(dict.fromkeys(self._near_title(title)))
        for address in _addresses(entry):
            found.update(dict.fromkeys(self._by_address.get(address, ())))
        return tuple(other for other in found if other != entry.id)

    def _near_title(self, title: str) -> list[str]:
        words = _words(title)
        candidates: dict[tuple[str, str], int] = {}
        for word in words:
            having = self._by_word.get(word, ())
            if len(having) <= COMMON:
                for candidate in having:
                    candidates[candidate] = candidates.get(candidate, 0) + 1
        return [
            other
            for (other, known), shared in candidates.items()
            if shared * 2 >= min(len(words), len(_words(known))) and _are_alike(title, known)
        ]


def _titles(entry: Entry) -> list[str]:
    return [title_key(title) for title in (entry.title, *entry.also_known_as)]


def _words(title: str) -> set[str]:
    return {word for word in title.split() if len(word) > _SHORT} or set(title.split())


def _are_alike(title: str, other: str) -> bool:
    words, others = _words(title), _words(other)
    if min(len(words), len(others)) > 1 and (
        len(words & others) / len(words | others) >= SHARED_WORDS
    ):
        return True
    matcher = SequenceMatcher(None, title, other, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _addresses(entry: Entry) -> set[str]:
    """The addresses of an entry without their queries, which often only say who links there."""
    return {
        urls.same_address_key(urlsplit(link.url)._replace(query="", fragment="").geturl())
        for link in entry.links
        if link.role != "landing" and urlsplit(link.url).path.strip("/")
    }
