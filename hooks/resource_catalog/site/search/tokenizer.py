"""Find the names in a piece of text: words and compounds, folded, with the signs of their own.

A compound is joined by hyphens, or by the dashes of print, as in *K–12*. The dots of *Ph.D.* and
the commas of *80,000* join as well. An article of another language before an apostrophe, as in
*l'histoire*, is kept apart from its word. Scripts that put no spaces between words are runs of
their own.

``overrides/js/search/words/tokenizer.js`` does the same in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from resource_catalog.site.search.folding import fold
from resource_catalog.site.search.language_words import LanguageWords

_MARK = "\ue000"
"""Marks an acronym; a character that no text has."""

_ARTICLE_END = "\ue001"
"""Ends an article of another language; likewise."""

_NAME = re.compile(
    rf"{_MARK}?"
    rf"(?:[^\W_]+{_ARTICLE_END})?"
    r"(?:(?<![\w.])\.(?=[a-z]{2}))?"
    r"[^\W_]+(?:-[^\W_]+)*"
    r"(?:(?:\+\+?|#)(?![\w+#]))?"
)
"""A word or a compound, as :func:`fold` leaves it, with its marks and its signs."""

_APOSTROPHE = re.compile(r"(?<=\w)'(?:s\b)?")

_ABBREVIATION = re.compile(
    r"(?<![\w.])(?=(?:[^\W\d_]+\.)*[^\W\d_](?!\w))[^\W\d_]{1,4}(?:\.[^\W\d_]{1,4})+(?!\w)"
)
"""Short runs of letters with dots between, one at least a single letter: Ph.D, S.T.E.M."""

_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+)(?!\d)")
"""A number with commas or dots between its thousands."""

_SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)")
"""A number with spaces between its thousands that do not end a line, as in French."""

_DENSE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""A run of Thai, Lao, Burmese, Khmer, Japanese or Chinese, which have no spaces between words."""


class Name(NamedTuple):
    """A name: its parts, and the signs before and after it.

    ``article`` is what an apostrophe joins to it in another language; ``is_dense`` tells a run of a
    script without spaces.
    """

    parts: list[str]
    is_acronym: bool = False
    before: str = ""
    after: str = ""
    article: str = ""
    is_dense: bool = False


def join_thousands(text: str) -> str:
    """A text with hyphens for the spaces within numbers."""
    return text if text.isascii() else _SPACED.sub(lambda number: "-".join(number[0].split()), text)


def names_in(piece: str, words: LanguageWords) -> Iterator[Name]:
    """The names in a piece of text without white space."""
    folded = fold(words.acronym.sub(rf"{_MARK}\g<0>", piece) if words.acronym else piece)
    if "'" in folded:
        if words.elision:
            folded = words.elision.sub("", folded)
        folded = words.foreign_elision.sub(rf"\g<1>{_ARTICLE_END}", folded)
        folded = _APOSTROPHE.sub("", folded)
    if "." in folded or "," in folded:
        folded = _GROUPED.sub(_hyphenated, _ABBREVIATION.sub(_hyphenated, folded))
    if not folded.isascii():
        folded = _DENSE.sub(r" \g<0> ", folded)
    for found in _NAME.findall(folded):
        yield Name([found], is_dense=True) if _DENSE.match(found) else _name(found)


def _hyphenated(found: re.Match[str]) -> str:
    return found[0].replace(".", "-").replace(",", "-")


def _name(found: str) -> Name:
    is_acronym = found.startswith(_MARK)
    article, _, signed = found.removeprefix(_MARK).rpartition(_ARTICLE_END)
    plain = signed.rstrip("+#")
    before = "." if plain.startswith(".") else ""
    return Name(
        plain.removeprefix(".").split("-"), is_acronym, before, signed[len(plain) :], article
    )
