"""Convert an English title to title case, as MLA and Chicago style require."""

from __future__ import annotations

import re
from functools import lru_cache

# Articles, conjunctions and prepositions, however long: both styles write these in lowercase.
_LOWERCASE_WORDS = frozenset(
    (
        "a about above across after against along among an and around as at before behind below "
        "beneath beside between beyond but by de despite down during except for from in inside "
        "into like near nor of off on onto or out over past per since than the through throughout "
        "till to under underneath until up upon versus via von vs with within without yet"
    ).split()
)
_WORD = re.compile(r"\S+")
_PART = re.compile(r"[^\W_][^\s\-–—/]*")
_ENDS_CLAUSE = re.compile(r"[:?!—–.]$")


@lru_cache(maxsize=8)  # two styles format the same title, one after the other
def title_case(title: str) -> str:
    """``title`` in title case; words with capitals of their own, such as iPad or PLC, are kept.

    So is a title of one word, such as scikit-learn or npm: it is a name, spelled as its maker does.
    """
    words = _WORD.findall(title)
    if len(words) == 1:
        return title
    last = len(words) - 1
    index = -1
    is_first = True

    def capitalize_word(match: re.Match[str]) -> str:
        nonlocal index, is_first
        index += 1
        word, is_edge = match[0], is_first or index == last
        if word.isalpha():  # as most words are; what follows is for those with other signs
            is_first, lower = False, word.lower()
            if not is_edge and lower in _LOWERCASE_WORDS and word[1:] == lower[1:]:
                return lower
            return word[0].upper() + word[1:] if word == lower else word
        is_first = bool(_ENDS_CLAUSE.search(word))
        stripped = word.strip("“”\"'‘’()[],.;:?!").lower()
        if not is_edge and stripped in _LOWERCASE_WORDS and word[1:] == word[1:].lower():
            return word.lower()
        return _PART.sub(capitalize_part, word)

    def capitalize_part(part: re.Match[str]) -> str:
        text = part[0]
        stays_lower = part.start() and text in _LOWERCASE_WORDS  # the small word in day-to-day
        return text if stays_lower or text != text.lower() else text[0].upper() + text[1:]

    return _WORD.sub(capitalize_word, title)
