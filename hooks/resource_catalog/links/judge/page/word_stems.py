"""The beginnings of the words of a text by which it is compared with another."""

from __future__ import annotations

from resource_catalog.links.judge.page.sentences import UNSPACED
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.page_words import is_page_word
from resource_catalog.model import title_matching
from resource_catalog.model.title_matching import normalize_text

STEM = 5
"""Letters of a word that are compared, so that inflected words agree."""


def stems(text: str) -> frozenset[str]:
    """The beginnings of the significant words of a text; pairs of signs in unspaced scripts."""
    found: set[str] = set()
    for word in _telling_words(text):
        unspaced = UNSPACED.search(word)
        if unspaced:
            run = unspaced[0]
            found.update(run[i : i + 2] for i in range(len(run) - 1))
        elif len(word) > 3:
            found.add(word[:STEM])
    return frozenset(found)


def _telling_words(text: str) -> set[str]:
    """The significant words of a text, without those that any page may have if others are left."""
    words = title_matching.significant_words(normalize_text(text))
    telling = {word for word in words if not is_page_word(plain(word))}
    return telling if len(telling) > 1 else words
