"""Provide what the search must know of a language: its stop words, and how questions begin.

Each language is a file in the folder ``languages``, named by its tag, with three keys:

``stop_words``: words too common to be worth indexing, between spaces. Function words only: what may
    be the subject of a text, such as French *été* or *son*, stays out.
``openings``: what a question may open with that says nothing of what is asked for, such as “I am
    looking for”. Each is a regular expression, for JavaScript, of whole words and single spaces.
``elisions``: words that an apostrophe joins to the next one, as in *l'histoire*, and that are left
    out with it; most languages have none.

Words are in small letters, with their accents, which are folded. In a language without a file no
word is too common, and a question is taken as it is. English is also in the module
``overrides/js/search/language.js``, which the browser code imports; a site in another language gets
that module made from its file.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from resource_catalog.loading.yaml import parser
from resource_catalog.site.search.folding import fold

ENGLISH = "en"

_FOLDER = Path(__file__).with_name("languages")


@dataclass(frozen=True)
class LanguageWords:
    """The words of a language, folded; none for a language that is not known."""

    stop_words: frozenset[str] = frozenset()
    openings: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()

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


@cache
def words_of(language: str) -> LanguageWords:
    """The words of a language by its tag: ``fr-CA`` is French."""
    path = _FOLDER / f"{language.partition('-')[0].lower()}.yml"
    if not path.is_file():
        return LanguageWords()
    data, _ = parser.parse(path.read_text(encoding="utf-8"))
    return LanguageWords(
        frozenset(map(fold, data["stop_words"].split())),
        tuple(map(fold, data["openings"])),
        tuple(map(fold, data.get("elisions", "").split())),
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
    }
    return "".join(
        f"export const {name} = {json.dumps(value, ensure_ascii=False)};\n"
        for name, value in constants.items()
    )
