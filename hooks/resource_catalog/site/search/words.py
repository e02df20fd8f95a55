"""Tokenize texts into search terms: fold case and accents, drop stop words, stem plurals.

Signs that belong to a name count: ``C++`` and ``C#`` are other terms than ``C``, and ``.NET`` is a
term beside ``net``. A stop word in capitals, such as ``WHO``, is an acronym and is kept.

``overrides/js/search/words.js`` does the same in the browser. The two must agree;
``tests/site/words.yml`` has the examples that both are tested with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from resource_catalog.site.search.folding import fold
from resource_catalog.site.search.language_words import ENGLISH, LanguageWords, words_of

__all__ = ["TermCache", "fold", "slug_words", "stem", "terms"]

_NAME = re.compile(
    "\ue000?"
    r"(?:(?<![\w.])\.(?=[a-z]{2}))?"
    r"[^\W_]+(?:-[^\W_]+)*"
    r"(?:(?:\+\+?|#)(?![\w+#]))?"
)
"""A word or a compound, as :func:`fold` leaves it, with its mark and its signs."""

_MARK = "\ue000"
"""Marks an acronym; a character that no text has."""

_LETTER = re.compile(r"[a-z]")
_APOSTROPHE = re.compile(r"(?<=\w)'(?:s\b)?")
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


def _piece_terms(piece: str, words: LanguageWords) -> Iterator[str]:
    folded = fold(words.acronym.sub(rf"{_MARK}\g<0>", piece) if words.acronym else piece)
    if "'" in folded:
        if words.elision:
            folded = words.elision.sub("", folded)
        folded = _APOSTROPHE.sub("", folded)
    for name in _NAME.findall(folded):
        plain = name.strip(_MARK + ".+#")
        parts = plain.split("-")
        if plain == name:
            yield from (stem(part) for part in parts if part not in words.stop_words)
        else:
            yield from _signed_terms(name, parts, words.stop_words)
        if len(parts) > 1:
            yield stem("".join(parts))


def _signed_terms(name: str, parts: list[str], stop_words: frozenset[str]) -> Iterator[str]:
    """The terms of an acronym, or of a name with signs.

    A single letter is no term beside the one with its sign: C++ is not C.
    """
    is_acronym = name.startswith(_MARK)
    signed = name.removeprefix(_MARK)
    sign = signed[len(signed.rstrip("+#")) :]
    for number, part in enumerate(parts, start=1):
        last = sign if number == len(parts) else ""
        if (is_acronym or part not in stop_words) and not (last and _LETTER.fullmatch(part)):
            yield stem(part)
        if last:
            yield part + last
        if number == 1 and signed.startswith("."):
            yield "." + part


def stem(word: str) -> str:
    """A word without its English plural ending."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]
