"""Find the columns that a heading may mean that somebody has written in their own words.

The words are in ``heading_words.yml``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from resource_catalog.contribute.import_table.heading_columns import normalized
from resource_catalog.loading.yaml import parser
from resource_catalog.model.did_you_mean import closest_match

_FILE = Path(__file__).with_suffix(".yml")
_WORDS: Mapping[str, Any] = parser.parse(_FILE.read_text(encoding="utf-8"))[0]


def _columns_by_word(part: str) -> dict[str, str]:
    return {word: column for column, words in _WORDS[part].items() for word in words}


def spelled(text: str) -> str:
    """A text in small letters and without accents: ``auteur_e_s`` for ``Auteur(e)s``."""
    letters = unicodedata.normalize("NFKD", normalized(text))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


TAKEN: Mapping[str, str] = _columns_by_word("taken")
"""Headings that mean one thing in a list of resources, and are read as that."""

LEVELS: Sequence[Mapping[str, int]] = tuple(
    {spelled(word): rank for rank, word in enumerate(words)} for words in _WORDS["levels"]
)
"""Words that have an order, each with its place in it."""

_PROPOSED: Mapping[str, str] = _columns_by_word("proposed")
_OTHER_DATES = frozenset(_WORDS["other_dates"])
_SAME_START = 2
"""How many letters a heading must share with the start of a column for that to be a typo of it."""


def possible_columns(heading: str, free: Collection[str]) -> Iterator[str]:
    """The columns that a heading may mean, among those that no other heading has; best first.

    “Resource name” may mean the title, “sumary” the summary.
    """
    name = spelled(heading)
    words = name.split("_")
    found = [_PROPOSED.get(name), TAKEN.get(name)]
    likely = closest_match(name, free)
    if likely and likely[:_SAME_START] == name[:_SAME_START]:
        found.append(likely)
    # “date of publication”, but “resource name”
    found += [TAKEN.get(word) or _PROPOSED.get(word) for word in reversed(words)]
    yield from (column for column in dict.fromkeys(found) if column in free and column)


def is_other_date(heading: str) -> bool:
    """Whether a heading is that of dates that are neither of publication nor of the entry."""
    return not _OTHER_DATES.isdisjoint(spelled(heading).split("_"))
