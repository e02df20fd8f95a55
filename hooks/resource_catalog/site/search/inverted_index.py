"""Build the inverted index of the search: each term with the documents it occurs in."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping

from resource_catalog.site.search.language_words import ENGLISH
from resource_catalog.site.search.search_documents import SearchDocument
from resource_catalog.site.search.words import TermCache

WEIGHT_BASE = 16
"""In memory, a posting is the number ``document * WEIGHT_BASE + weight``."""

InvertedIndex = Mapping[str, "array[int]"]


def build_inverted_index(
    documents: Iterable[SearchDocument], language: str = ENGLISH
) -> InvertedIndex:
    """Map each term, in order, to its postings. ``language`` is that of the texts.

    The weight of a term in a document is that of the heaviest text it occurs in, plus one if it
    occurs more than once.
    """
    cache = TermCache(language)
    result: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
    for number, document in enumerate(documents):
        term_postings: dict[str, int] = {}
        repeated: set[str] = set()
        for text, weight in document.texts:  # heaviest first, so the first posting wins
            posting = number * WEIGHT_BASE + weight
            for term in cache.terms(text):
                if term in term_postings:
                    repeated.add(term)
                else:
                    term_postings[term] = posting
        for term in repeated:
            term_postings[term] += 1
        for term, posting in term_postings.items():
            result[term].append(posting)
    return {term: result[term] for term in sorted(result, key=_javascript_order)}


def _javascript_order(term: str) -> bytes:
    """A sort key for the order of strings in JavaScript, which compares UTF-16 code units."""
    return term.encode("utf-16-be")
