"""Join phrases into one regular expression, which is compiled when it is first used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from resource_catalog.model.title_matching import fold_text

_UNDECOMPOSED = str.maketrans({"ł": "l", "ı": "i", "ø": "o", "æ": "ae", "đ": "d", "œ": "oe"})


class Phrases:
    """Phrases that a text may have, each a regular expression.

    Most pages need few of the lists of phrases, and compiling them all takes a third of a second.
    """

    def __init__(self, phrases: Iterable[str], prepare: Callable[[str], str] = str) -> None:
        """``prepare`` is applied to each phrase before it is folded."""
        self._phrases = phrases
        self._prepare = prepare

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{fold_text(self._prepare(one))})" for one in self._phrases))

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return self._pattern.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of a text."""
        return self._pattern.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of a whole text."""
        return self._pattern.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text."""
        return self._pattern.finditer(text)

    def sub(self, replacement: str, text: str) -> str:
        """A text with all matches replaced."""
        return self._pattern.sub(replacement, text)


def any_of(phrases: Iterable[str]) -> Phrases:
    """One expression that matches any of some phrases."""
    return Phrases(phrases)


def plain(text: str) -> str:
    """Replace the letters that Unicode does not take apart, such as ł and ø."""
    return text if text.isascii() else text.translate(_UNDECOMPOSED)


def stems_of(phrases: Iterable[str]) -> Phrases:
    """Like :func:`any_of`, to be matched against :func:`plain` text."""
    return Phrases(phrases, plain)
