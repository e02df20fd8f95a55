"""Tokenize texts into search terms: fold case and accents, drop stop words, stem plurals.

Signs that belong to a name count: ``C++`` and ``C#`` are other terms than ``C``, and ``.NET`` is a
term beside ``net``. A stop word in capitals, such as ``WHO``, is an acronym and is kept. A script
without spaces between words is taken in pairs of characters.

``overrides/js/search/words/words.js`` does the same in the browser. The two must agree;
``tests/site/words.yml`` has the examples that both are tested with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain, pairwise

from resource_catalog.site.search.folding import fold
from resource_catalog.site.search.language_words import ENGLISH, LanguageWords, words_of
from resource_catalog.site.search.tokenizer import Name, join_thousands, names_in

__all__ = ["TermCache", "fold", "slug_words", "stem", "terms"]

_LETTER = re.compile(r"[a-z]")
_NUMBER = re.compile(r"[0-9]+")
_SLUG_WORD = re.compile(r"[a-z0-9]+")


class TermCache(dict[str, tuple[str, ...]]):
    """A cache of the terms of each piece of text between white space, in a language."""

    def __init__(self, language: str = ENGLISH) -> None:
        super().__init__()
        self._words = words_of(language)

    def __missing__(self, piece: str) -> tuple[str, ...]:
        result = self[piece] = tuple(_piece_terms(piece, self._words))
        return result

    def terms(self, text: str) -> Iterator[str]:
        """The terms of a text in their order, without stop words.

        A compound such as micro-credential yields each part and the whole without its
        hyphen, so that it is found in any spelling. Where all of a text is in capitals, they
        do not make a word an acronym.
        """
        if not _LETTER.search(text):
            text = text.lower()
        text = join_thousands(text)
        return chain.from_iterable(map(self.__getitem__, text.split()))


def terms(text: str, language: str = ENGLISH) -> Iterator[str]:
    """The terms of a single text, without a cache."""
    return TermCache(language).terms(text)


def slug_words(title: str) -> list[str]:
    """The words of a title as they are used in an id."""
    ascii_title = title
    if not title.isascii():
        ascii_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return _SLUG_WORD.findall(ascii_title.lower())


def stem(word: str, language: str = ENGLISH) -> str:
    """A word without the ending of its plural."""
    return words_of(language).singular(word)


def _piece_terms(piece: str, words: LanguageWords) -> Iterator[str]:
    for name in names_in(piece, words):
        if name.is_dense:
            yield from _pairs(name.parts[0])
            continue
        yield from _parts(name, words)
        parts = name.parts
        if len(parts) > 2:
            yield from (words.singular(a + b) for a, b in pairwise(parts) if _are_one(a, b))
        if len(parts) > 1:
            yield words.singular("".join(parts))
        if name.article:
            yield words.singular(name.article + "".join(parts))


def _parts(name: Name, words: LanguageWords) -> Iterator[str]:
    """The terms of the parts of a name, with its signs.

    A single letter is no term beside the one with its sign: C++ is not C.
    """
    for number, part in enumerate(name.parts, start=1):
        last = name.after if number == len(name.parts) else ""
        if (name.is_acronym or part not in words.stop_words) and not (
            last and _LETTER.fullmatch(part)
        ):
            yield words.singular(part)
        if last:
            yield part + last
        if number == 1 and name.before:
            yield name.before + part


def _are_one(part: str, next_part: str) -> bool:
    """Whether a number and letters stand next to each other: the K-12 of Pre-K-12."""
    return bool(_NUMBER.fullmatch(part)) != bool(_NUMBER.fullmatch(next_part))


def _pairs(run: str) -> list[str]:
    """Each two characters of a run that follow each other, or its only one."""
    return ["".join(pair) for pair in pairwise(run)] or [run]
