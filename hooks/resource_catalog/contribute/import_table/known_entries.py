"""Known entries: those among thousands that a new one may be like, without comparing it to each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from resource_catalog.loading.duplicates import title_key
from resource_catalog.loading.similar_entries import SimilarEntry, similar_entries
from resource_catalog.model import urls
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.title_matching import significant_words

COMMON = 150
"""A word in more titles than this tells nothing about any of them."""
SHARED = 0.5
"""From this share of the words of the shorter title on, two titles are worth comparing."""


class KnownEntries:
    """Entries by the words of their titles and by the pages that they lead to."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_word: defaultdict[str, list[Entry]] = defaultdict(list)
        self._by_page: defaultdict[str, list[Entry]] = defaultdict(list)
        self._words: dict[str, int] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Know one more."""
        words = _words(entry)
        self._words[entry.id] = len(words)
        for word in words:
            self._by_word[word].append(entry)
        for page in _pages(entry):
            self._by_page[page].append(entry)

    def like(self, entry: Entry) -> list[SimilarEntry]:
        """Those that may be the same resource."""
        return similar_entries(
            (entry.title, *entry.also_known_as),
            [link.url for link in entry.links if link.role != "landing"],
            [other for other in self._candidates(entry).values() if other.id != entry.id],
        )

    def _candidates(self, entry: Entry) -> dict[str, Entry]:
        words = _words(entry)
        shared: dict[str, int] = {}
        found: dict[str, Entry] = {}
        for word in words:
            having = self._by_word.get(word, ())
            if len(having) <= COMMON:
                for other in having:
                    shared[other.id] = shared.get(other.id, 0) + 1
                    if shared[other.id] >= SHARED * min(len(words), self._words[other.id]):
                        found[other.id] = other
        for page in _pages(entry):
            found.update((other.id, other) for other in self._by_page.get(page, ()))
        return found


def _words(entry: Entry) -> set[str]:
    titles = (entry.title, *entry.also_known_as)
    return {
        word for title in titles for word in significant_words(title_key(title)) or title.split()
    }


def _pages(entry: Entry) -> Iterator[str]:
    """The hosts and paths of an entry's addresses."""
    for link in entry.links:
        parts = urlsplit(link.url)
        if link.role != "landing" and not urls.why_not_followable(link.url):
            yield urls.same_address_key(parts._replace(query="", fragment="").geturl()).casefold()
