"""Tell from small words whether a title and a page may be in one language.

A title in another language than the page shares no word with it, which says nothing about the page.
"""

from __future__ import annotations

import re
import unicodedata

from resource_catalog.model.title_matching import normalize_text

_SMALL_WORDS = {
    "en": (
        "the of and in to for with a an on at by from your our how what why is are this that an"
    ),
    "es": (
        "el la los las de del y en un una unos unas con por para su sus que como es al lo "
        "se no mas desde entre sin"
    ),
    "pt": (
        "o a os as de do da dos das e em um uma com por para que como no na nos nas ao "
        "aos pelo pela mais sem"
    ),
    "fr": (
        "le la les de du des et en un une avec pour sur dans par chez que qui est au aux "
        "l d nous son sa ses leur sans plus"
    ),
    "it": (
        "il lo la i gli le di del della delle dello dei degli e in un una con per su nel "
        "nella sul sulla dal dalla che come al alla ai si sono non piu"
    ),
    "ca": "el la els les de del i en un una amb per a que com al",
    "ro": "si de la in cu pe un o pentru din ce cum este ale",
    "de": (
        "der die das und in mit von vom zu zum zur den dem des ein eine einer im am auf "
        "aus bei fur wie was warum ist sind nicht wir ohne uber"
    ),
    "nl": (
        "de het een en in van met op voor te ten ter hoe wat is zijn naar bij uit onze "
        "wij we niet zonder over"
    ),
    "sv": "och i att en ett pa med for av till hur som ar det den vi",
    "da": "og i at en et pa med for af til hvordan som er det den vi",
    "no": "og i a en et pa med for av til hvordan som er det den vi",
    "fi": "ja on ei se ne tai kun mita miten kuka ovat",
    "pl": "i w we na z ze do o jak co nie sie dla po za od czy to jest przy przed",
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
    if all(len(word) == 1 for word in words if any(word in small for small in _WORDS.values())):
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
