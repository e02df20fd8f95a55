"""Provide what the search must know of a language: its stop words, and how questions begin.

Each language is a file in the folder ``languages``, named by its tag, with these keys:

``stop_words``: words too common to be worth indexing, between spaces. Function words only: what may
    be the subject of a text, such as French *été* or *son*, stays out.
``openings``: what a question may open with that says nothing of what is asked for, such as “I am
    looking for”. Each is a regular expression, for JavaScript, of whole words and single spaces.
``elisions``: words that an apostrophe joins to the next one, as in *l'histoire*, and that are left
    out with it; most languages have none. Texts in any other language are found with and without
    them: titles are often in another language than the catalog.
``plurals``: how the plural becomes the singular: a list, whose first ending that fits counts. Each
    is an ending, how many letters are before it at least, and what the singular has in its place.
    Where that may be one of several, the first is in the index, and a search asks for the others
    too. A language without this key has the plurals of English.
``kin``: what words of one family end in, such as Spanish *-ar* and *-ación*: regular expressions
    for JavaScript, of which the longest is cut off that leaves four letters. A language without
    this key has the endings of English, which are in ``overrides/js/search/words/words.js``.

Words are in small letters, with their accents, which are folded. In a language without a file no
word is too common, and a question is taken as it is. English is also in the module
``overrides/js/search/words/language.js``, which the browser code imports; a site in another
language gets that module made from its file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from resource_catalog.loading.yaml import parser
from resource_catalog.site.search.folding import fold

ENGLISH = "en"

_SHORTEST_PLURAL = 4

_FOLDER = Path(__file__).with_name("languages")


class Plural(NamedTuple):
    """An ending of the plural, the letters there must be before it, and those of the singular."""

    ending: str
    before: int
    singulars: tuple[str, ...]


@dataclass(frozen=True)
class LanguageWords:
    """The words of a language, folded; none for a language that is not known."""

    stop_words: frozenset[str] = frozenset()
    openings: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    plurals: tuple[Plural, ...] = ()
    kin: tuple[str, ...] = ()

    @cached_property
    def acronym(self) -> re.Pattern[str] | None:
        """Matches a stop word in capitals; None if there is no stop word."""
        words = "|".join(sorted(word.upper() for word in self.stop_words if len(word) > 1))
        return re.compile(rf"(?<![\w'’ʼ-])(?:{words})(?![\w'’ʼ-])") if words else None

    @cached_property
    def elision(self) -> re.Pattern[str] | None:
        """Matches a word that is joined to the next one, and the apostrophe; None without any."""
        words = "|".join(self.elisions)
        return re.compile(rf"(?<![\w-])(?:{words})'(?=\w)") if words else None

    @cached_property
    def foreign_elisions(self) -> list[str]:
        """What other languages join so."""
        return sorted(_all_elisions().difference(self.elisions))

    @cached_property
    def foreign_elision(self) -> re.Pattern[str]:
        """Matches a word that another language joins to the next one, and the apostrophe."""
        return re.compile(rf"(?<![\w'-])({'|'.join(self.foreign_elisions)})'(?=\w\w)")

    def singular(self, word: str) -> str:
        """A word without the ending of its plural."""
        if len(word) >= _SHORTEST_PLURAL:
            for ending, before, singulars in self.plurals:
                if word.endswith(ending) and len(word) >= len(ending) + before:
                    return word[: len(word) - len(ending)] + singulars[0]
        return word


@cache
def words_of(language: str) -> LanguageWords:
    """The words of a language by its tag: ``fr-CA`` is French."""
    data = _data(language.partition("-")[0].lower())
    return LanguageWords(
        frozenset(map(fold, data.get("stop_words", "").split())),
        tuple(map(fold, data.get("openings", []))),
        _elisions(data),
        tuple(_plurals(data if "plurals" in data else _data(ENGLISH))),
        tuple(data.get("kin", [])),
    )


def known_languages() -> list[str]:
    """The tags of all languages that have a file."""
    return sorted(path.stem for path in _FOLDER.glob("*.yml"))


def script_module(language: str) -> str:
    """The browser's module with the words of a language, of the same form as that for English."""
    words = words_of(language)
    constants = {
        "STOP_WORDS": sorted(words.stop_words),
        "OPENINGS": list(words.openings),
        "ELISIONS": list(words.elisions),
        "FOREIGN_ELISIONS": words.foreign_elisions,
        "PLURALS": [[ending, before, *singulars] for ending, before, singulars in words.plurals],
        "KIN": list(words.kin),
    }
    return "".join(
        f"export const {name} = {json.dumps(value, ensure_ascii=False)};\n"
        for name, value in constants.items()
    )


@cache
def _data(tag: str) -> dict[str, Any]:
    """What the file of a language holds; nothing without one."""
    path = _FOLDER / f"{tag}.yml"
    data: dict[str, Any] = {}
    if path.is_file():
        data, _ = parser.parse(path.read_text(encoding="utf-8"))
    return data


def _elisions(data: dict[str, Any]) -> tuple[str, ...]:
    return tuple(map(fold, data.get("elisions", "").split()))


@cache
def _all_elisions() -> frozenset[str]:
    return frozenset(word for tag in known_languages() for word in _elisions(_data(tag)))


def _plurals(data: dict[str, Any]) -> Iterator[Plural]:
    for ending, before, *singulars in data["plurals"]:
        yield Plural(fold(ending), int(before), tuple(map(fold, singulars)))
