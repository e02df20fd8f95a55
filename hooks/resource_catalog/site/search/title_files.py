"""Write the titles of documents for the index: all of them, and those that a term likely needs.

A first result needs a few titles of hundreds. They are in files of their own, in the order of the
terms that need them: titles of the documents that a term fits best, to be shown; and the title of
each document at one of its words, so that a title that was typed whole is recognized as such.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from resource_catalog.site.search.inverted_index import WEIGHT_BASE, InvertedIndex
from resource_catalog.site.search.language_words import ENGLISH, LanguageWords, words_of
from resource_catalog.site.search.ranking import Ranking
from resource_catalog.site.search.search_documents import SearchDocument
from resource_catalog.site.search.shards import PREFIX_LENGTH
from resource_catalog.site.search.tokenizer import names_in
from resource_catalog.site.search.words import TermCache

TITLES_PER_FILE = 250
"""So few come with the names; more are in files of their own."""

LIKELY_PER_FILE = 120

SHOWN, OTHERS_SHOWN = 6, 4
"""How many resources the search dialog shows, and how many questions, tasks and pages."""

_TWO_NAMES = re.compile(r"([^(]+)\(([^()]+)\)")
"""A name and another in brackets; ``search-index.js`` takes them apart as well."""


def title_lines(documents: Sequence[SearchDocument]) -> list[str]:
    """For each document a line with its title and the others it goes by, separated by tabs."""
    return [
        "\t".join(map(_one_line, (document.title, *(entry.also_known_as if entry else ()))))
        for document in documents
        for entry in (document.entry,)
    ]


def title_files(lines: Sequence[str]) -> list[str]:
    """All lines, :data:`TITLES_PER_FILE` in each file."""
    starts = range(0, len(lines), TITLES_PER_FILE)
    return ["\n".join(lines[start : start + TITLES_PER_FILE]) for start in starts]


def likely_titles(
    index: InvertedIndex,
    lines: Sequence[str],
    entries: int,
    ranking: Ranking,
    language: str = ENGLISH,
) -> dict[str, str]:
    """Map the prefix that each file of titles begins with to its text, in the order of the terms.

    Each line of a file is the distance to the previous document and its line of ``lines``. The
    first documents are ``entries``.
    """
    homes = _homes(index, lines, language)
    result: dict[str, str] = {}
    prefix, found, previous = "", set[int](), ""
    for term, postings in index.items():
        start = term[:PREFIX_LENGTH]
        if len(found) >= LIKELY_PER_FILE and start != previous:
            result[prefix] = _text(found, lines)
            prefix, found = start, set()
        prefix = prefix or start
        previous = start
        found.update(homes.get(term, ()))
        found.update(_best(postings, entries, ranking))
    if found:
        result[prefix] = _text(found, lines)
    return result


def _best(postings: Sequence[int], entries: int, ranking: Ranking) -> Iterator[int]:
    """The documents that a term fits best."""
    ranked: tuple[list[tuple[bool, float, int]], list[tuple[bool, float, int]]] = ([], [])
    for posting in postings:
        number, weight = divmod(posting, WEIGHT_BASE)
        ranked[number >= entries].append((*ranking.rank(number, weight), number))
    for best, most in zip(ranked, (SHOWN, OTHERS_SHOWN), strict=True):
        if len(best) > most:
            best.sort()
        yield from (number for _, _, number in best[:most])


def _homes(index: InvertedIndex, lines: Sequence[str], language: str) -> Mapping[str, set[int]]:
    """For each term the documents one of whose names is looked up by it.

    That is the rarest word of a name, or, where it has none that can be spelled in one way only,
    each of its terms.
    """
    plain, cache = _PlainTerms(words_of(language)), TermCache(language)
    result: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lines):
        for name in _names(line):
            known = [term for piece in name.split() for term in plain[piece] if term in index]
            rarest = min(known, key=lambda term: (len(index[term]), term), default=None)
            for term in [rarest] if rarest else cache.terms(name):
                result[term].add(number)
    return result


def _names(line: str) -> Iterator[str]:
    names = line.split("\t")
    if both := _TWO_NAMES.fullmatch(names[0]):
        names += both.groups()
    yield from names


class _PlainTerms(dict[str, list[str]]):
    """A cache of the terms of a piece of text, without words that have signs or an article."""

    def __init__(self, words: LanguageWords) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, piece: str) -> list[str]:
        words = self._words
        result = self[piece] = [
            words.singular(part)
            for name in names_in(piece, words)
            if not (name.before or name.after or name.article or name.is_dense or name.is_acronym)
            for part in name.parts
            if part not in words.stop_words
        ]
        return result


def _text(numbers: set[int], lines: Sequence[str]) -> str:
    result, previous = [], 0
    for number in sorted(numbers):
        result.append(f"{number - previous} {lines[number]}")
        previous = number
    return "\n".join(result)


def _one_line(text: str) -> str:
    return " ".join(text.split())
