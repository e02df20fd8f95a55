"""Tell from small words whether a title and a page may be in one language.

A title in another language than the page shares no word with it, which says nothing about the page.
"""

from __future__ import annotations

import re
import unicodedata

from resource_catalog.links.judge.phrases.stop_words import SMALL_WORDS
from resource_catalog.model.title_matching import normalize_text

_WORDS_OF = {language: frozenset(words.split()) for language, words in SMALL_WORDS.items()}
_LETTERS = {
    "es": "áéíóúüñ", "pt": "áàâãéêíóôõúüç", "fr": "àâæçéèêëîïôœùûüÿ", "it": "àèéìíòóù",
    "ca": "àçéèíïóòúü", "ro": "ăâîșşțţ", "de": "äöüß", "nl": "éëïóöüè", "sv": "åäöé",
    "da": "æøåé", "no": "æøåéòô", "fi": "äöå", "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž",
    "hu": "áéíóöőúüű", "tr": "çğıöşüâîû", "id": "é", "en": "éèêïôçñ",
}  # fmt: skip
"""The letters beside a to z that a language has; Vietnamese has too many to list."""

_SCRIPT = re.compile(
    r"LATIN|CYRILLIC|GREEK|HEBREW|ARABIC|DEVANAGARI|THAI|HANGUL|CJK|HIRAGANA|KATAKANA"
)


FEW_SMALL_WORDS = 4
"""A text with fewer small words is in the language that its page declares."""


def may_share_language(title: str, text: str, declared: str = "") -> bool | None:
    """Whether a title is likely in the language of a text; None if nothing tells.

    That is so for a title of plain letters without small words beside a text that is not English.
    ``declared`` is the language that the page says it is in.
    """
    if _script(title) != _script(text):
        return False
    if _script(title) != "LATIN":
        return True
    of_text = _languages(normalize_text(text))
    if declared in _WORDS_OF:
        small = sum(word in _WORDS_OF[declared] for word in normalize_text(text).split())
        of_text |= {declared} if small < FEW_SMALL_WORDS else set()
    if not of_text:
        return True
    of_title = {
        name for name in _languages(normalize_text(title)) if _may_be_written_in(name, title)
    }
    if of_title:
        return bool(of_title & of_text)
    return True if "en" in of_text or not title.isascii() else None


def _may_be_written_in(language: str, text: str) -> bool:
    """Whether a language has all letters of a text."""
    letters = _LETTERS.get(language)
    others = [sign for sign in text.lower() if sign.isalpha() and not sign.isascii()]
    return letters is None or all(sign in letters for sign in others)


def _languages(normalized: str) -> set[str]:
    """The languages of which a text has the most small words; none if it has none."""
    words = normalized.split()
    hits = {name: sum(word in small for word in words) for name, small in _WORDS_OF.items()}
    most = max(hits.values())
    if all(len(word) == 1 for word in words if any(word in small for small in _WORDS_OF.values())):
        return set()  # one letter is a word in several languages
    return {name for name, count in hits.items() if most and count >= 0.8 * most}


def _script(text: str) -> str:
    """The script of most letters; Chinese and Japanese count as one."""
    counts: dict[str, int] = {}
    for letter in text[:400]:
        if letter.isalpha():
            found = _SCRIPT.match(unicodedata.name(letter, ""))
            name = found[0] if found else ""
            name = "CJK" if name in {"HIRAGANA", "KATAKANA"} else name
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=counts.__getitem__) if counts else ""
