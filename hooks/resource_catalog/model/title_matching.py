"""Normalize and compare titles, ignoring case, accents, punctuation and stop words."""

from __future__ import annotations

import re
import unicodedata

_STOP_WORDS = frozenset(
    "a an and as at by de for from in la le of on or the to und with your".split()
)
_SEPARATOR = re.compile(r"\s+[-–—|·•»«/]+\s+|\s*[|»«]\s*|\s::\s")
_NON_WORD = re.compile(r"[\W_]+")
_ASCII_SPACES = {code: " " for code in range(128) if not chr(code).isalnum()}
_SIGN_WORDS = {"++": "plus plus", "+": "plus", "#": "sharp", "*": "star"}
_SIGN_AFTER_NAME = re.compile(r"([^\W_])(\+\+|[+#*](?![^\W_]))")
_DOT_BEFORE_NAME = re.compile(r"(^|\s)\.(?=[^\W\d_])")


def fold_text(text: str) -> str:
    """Case-fold a text and remove its accents."""
    if text.isascii():
        return text.casefold()
    text = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in text if not unicodedata.combining(c))


def normalize_text(text: str) -> str:
    """Case-folded letters and digits with single spaces; accents and punctuation are removed."""
    folded = fold_text(text.replace("&", " and "))
    if folded.isascii():  # a fifth of the time
        return " ".join(folded.translate(_ASCII_SPACES).split())
    return _NON_WORD.sub(" ", folded).strip()


def spell_out_signs(text: str) -> str:
    """``C plus plus`` for ``C++``, ``C sharp`` for ``C#``, ``A star`` for ``A*``, ``dot NET``.

    These signs tell names apart; elsewhere in a text they are punctuation. The browser does the
    same in ``overrides/js/suggest/input/title-matching.js``.
    """
    text = _SIGN_AFTER_NAME.sub(lambda found: f"{found[1]} {_SIGN_WORDS[found[2]]} ", text)
    return _DOT_BEFORE_NAME.sub(r"\1dot ", text)


def title_parts(title: str) -> list[str]:
    """Split a page title at its separators: the title proper, the site name, the section."""
    return [piece for piece in _SEPARATOR.split(title) if piece.strip()]


def significant_words(text: str) -> set[str]:
    """The words of a normalized text without stop words."""
    return {word for word in text.split() if word not in _STOP_WORDS}


def contains_phrase(text: str, wanted: str) -> bool:
    """Whether ``text`` contains ``wanted``, even if joined differently. Both are normalized."""
    if not wanted:
        return False
    if f" {wanted} " in f" {text} ":
        return True
    joined = wanted.replace(" ", "")
    return (len(joined) >= 10 or not wanted.isascii()) and joined in text.replace(" ", "")


def word_overlap(one: str, other: str) -> float:
    """Overlap coefficient of the significant words of two normalized texts, from 0 to 1."""
    first, second = significant_words(one), significant_words(other)
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def same_title(one: str, other: str) -> bool:
    """Whether two page titles name the same thing, ignoring site names added to them."""
    first, second = normalize_text(one), normalize_text(other)
    if not first or not second or contains_phrase(first, second) or contains_phrase(second, first):
        return True
    if word_overlap(first, second) >= 0.6:
        return True
    longest = max(title_parts(one), key=len), max(title_parts(other), key=len)
    return word_overlap(normalize_text(longest[0]), normalize_text(longest[1])) >= 0.6


def without_subtitle(title: str) -> str:
    """The title without its subtitle, if at least three significant words remain."""
    head = re.split(r":\s|\s[–—-]\s|\?\s|\.\s|\s\(", title, maxsplit=1)[0]
    return head if len(significant_words(normalize_text(head))) >= 3 else title
