"""Index entries by title words and pages, to find similar ones without comparing all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from resource_catalog.contribute.likely_duplicates import LikelyDuplicate, likely_duplicates
from resource_catalog.loading.duplicates import title_key
from resource_catalog.model.addresses.same_resource import probably_identical
from resource_catalog.model.field_types import urls
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.title_matching import significant_words

MAX_ENTRIES_PER_WORD = 150
"""Words that more entries have are ignored, as they do not distinguish."""
MIN_SHARED = 0.5
"""Titles are compared if they share this fraction of the words of the shorter one."""


class KnownEntries:
    """An index of entries by the words of their titles and by the pages they link to."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_word: defaultdict[str, list[Entry]] = defaultdict(list)
        self._by_page: defaultdict[str, list[Entry]] = defaultdict(list)
        self._words: dict[str, int] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Add an entry to the index."""
        words = _words(entry)
        self._words[entry.id] = len(words)
        for word in words:
            self._by_word[word].append(entry)
        for page in _pages(entry):
            self._by_page[page].append(entry)

    def similar_to(self, entry: Entry) -> list[LikelyDuplicate]:
        """The entries that may be the same resource as ``entry``."""
        return likely_duplicates(
            (entry.title, *entry.also_known_as),
            [link.url for link in entry.links if link.role != "landing"],
            [other for other in self._candidates(entry).values() if other.id != entry.id],
        )

    def _candidates(self, entry: Entry) -> dict[str, Entry]:
        words = _words(entry)
        shared: dict[str, int] = {}
        found: dict[str, Entry] = {}
        for word in words:
            others = self._by_word.get(word, ())
            if len(others) <= MAX_ENTRIES_PER_WORD:
                for other in others:
                    shared[other.id] = shared.get(other.id, 0) + 1
                    if shared[other.id] >= MIN_SHARED * min(len(words), self._words[other.id]):
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
    """The URLs of an entry without query and fragment, as keys for comparison."""
    for link in entry.links:
        parts = urlsplit(link.url)
        if link.role != "landing" and not urls.why_not_followable(link.url):
            if known := probably_identical(parts):
                yield known
                continue
            yield urls.same_address_key(parts._replace(query="", fragment="").geturl()).casefold()
