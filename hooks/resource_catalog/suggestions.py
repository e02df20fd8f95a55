"""Suggestions: the word someone probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``word``, if any is like it at all."""
    by_plain = {_plain(candidate): candidate for candidate in candidates}
    found = difflib.get_close_matches(_plain(word), by_plain, n=1, cutoff=0.6)
    return by_plain[found[0]] if found else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """``Did you mean “report”?``, or nothing."""
    found = closest(word, candidates)
    return f"Did you mean “{found}”?" if found else ""


def is_misspelled(word: str, written: Iterable[str], known: Collection[str]) -> bool:
    """Whether ``word``, which is missing, is what an unknown word among the written stands for."""
    return any(other not in known and closest(other, known) == word for other in written)


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
