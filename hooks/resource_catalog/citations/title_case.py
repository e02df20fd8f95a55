"""Title case: the capitals that English titles have in MLA and Chicago."""

from __future__ import annotations

import re
from functools import lru_cache

# Articles, conjunctions and prepositions, however long: both books want these small.
_SMALL = frozenset(
    (
        "a about above across after against along among an and around as at before behind below "
        "beneath beside between beyond but by de despite down during except for from in inside "
        "into like near nor of off on onto or out over past per since than the through throughout "
        "till to under underneath until up upon versus via von vs with within without yet"
    ).split()
)
_WORD = re.compile(r"\S+")
_PART = re.compile(r"[^\W_][^\s\-–—/]*")
_OPENS = re.compile(r"[:?!—–.]$")


@lru_cache(maxsize=8)  # two styles ask for the same title, one after the other
def title_case(title: str) -> str:
    """A title with capitals; words that have some of their own, such as iPad or PLC, stay."""
    words = _WORD.findall(title)
    last = len(words) - 1
    place = -1
    begins = True

    def capital(found: re.Match[str]) -> str:
        nonlocal place, begins
        place += 1
        word, first = found[0], begins or place == last
        if word.isalpha():  # as most words are; what follows is for those with other signs
            begins, small = False, word.lower()
            if not first and small in _SMALL and word[1:] == small[1:]:
                return small
            return word[0].upper() + word[1:] if word == small else word
        begins = bool(_OPENS.search(word))
        bare = word.strip("“”\"'‘’()[],.;:?!").lower()
        if not first and bare in _SMALL and word[1:] == word[1:].lower():
            return word.lower()
        return _PART.sub(_capital, word)

    def _capital(part: re.Match[str]) -> str:
        text = part[0]
        inside = part.start() and text in _SMALL  # the small word in day-to-day
        return text if inside or text != text.lower() else text[0].upper() + text[1:]

    return _WORD.sub(capital, title)
