"""Tell from small words whether a title and a page may be in one language.

A title in another language than the page shares no word with it, which says nothing about the page.
"""

from __future__ import annotations

import re
import unicodedata

from resource_catalog.model.title_matching import normalize_text

_SMALL_WORDS = {
    "en": "the of and in to for with on at by from your our how what why is are this that an",
    "es": "el la los las de del y en un una con por para su que como es al lo se no",
    "pt": "o a os as de do da dos das e em um uma com por para que como no na ao",
    "fr": "le la les de du des et en un une avec pour sur dans que qui est au aux l d nous",
    "it": "il lo la i gli le di del della dei e in un una con per su che come al si",
    "ca": "el la els les de del i en un una amb per a que com al",
    "ro": "si de la in cu pe un o pentru din ce cum este ale",
    "de": "der die das und in mit von zu den dem des ein eine im am auf fur wie ist nicht wir",
    "nl": "de het een en in van met op voor te hoe is naar bij uit wij we niet",
    "sv": "och i att en ett pa med for av till hur som ar det den vi",
    "da": "og i at en et pa med for af til hvordan som er det den vi",
    "no": "og i a en et pa med for av til hvordan som er det den vi",
    "fi": "ja on ei se ne tai kun mita miten kuka ovat",
    "pl": "i w na z do o jak nie sie dla ze po za od czy to jest",
    "cs": "a v na z do o jak se pro ze po za od co to je ve",
    "hu": "a az es egy hogy nem is van ez mi hogyan",
    "tr": "ve bir bu ile icin nasil ne da de mi gibi daha her",
    "vi": "va cua cho la mot cac trong voi nhu the nao khong co",
    "id": "dan yang di ke dari untuk dengan ini itu cara pada adalah",
}
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_SCRIPT = re.compile(
    r"LATIN|CYRILLIC|GREEK|HEBREW|ARABIC|DEVANAGARI|THAI|HANGUL|CJK|HIRAGANA|KATAKANA"
)


def may_share_language(title: str, text: str) -> bool | None:
    """Whether a title is likely in the language of a text; None if nothing tells.

    That is so for a title of plain letters without small words beside a text that is not English.
    """
    if _script(title) != _script(text):
        return False
    if _script(title) != "LATIN":
        return True
    of_text = _languages(normalize_text(text))
    if not of_text:
        return True
    of_title = _languages(normalize_text(title))
    if of_title:
        return bool(of_title & of_text)
    return True if "en" in of_text or not title.isascii() else None


def _languages(normalized: str) -> set[str]:
    """The languages of which a text has the most small words; none if it has none."""
    words = normalized.split()
    hits = {name: sum(word in small for word in words) for name, small in _WORDS.items()}
    most = max(hits.values())
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
