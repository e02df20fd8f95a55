"""Tell from small words whether a title and a page may be in one language.

A title in another language than the page shares no word with it, which says nothing about the page.
"""

from __future__ import annotations

import re
import unicodedata

from resource_catalog.model.title_matching import normalize_text

SMALL_WORDS = {
    "en": (
        "the of and in to for with a an on at by from your our how what why is are this that "
        "into about who when where they their its my we us you can do not all be was were it "
        "as"
    ),
    "es": (
        "el la los las de del y en un una unos unas con por para su sus que como es al lo se "
        "no mas desde entre sin nuestra nuestro nuestras nuestros sobre cada esta este estas "
        "estos mi mis tu donde cuando hay muy todos todas"
    ),
    "pt": (
        "o a os as de do da dos das e em um uma com por para que como no na nos nas ao aos "
        "pelo pela mais sem nossa nosso nossas nossos sobre cada esta este seu sua meu minha "
        "onde quando ha muito todos todas"
    ),
    "fr": (
        "le la les de du des et en un une avec pour sur dans par chez que qui est au aux l d "
        "nous son sa ses leur sans plus notre nos votre vos entre chaque ce cette ces mon ma "
        "mes ton ta ou quand tous toutes comment pourquoi"
    ),
    "it": (
        "il lo la i gli le di del della delle dello dei degli e in un una con per su nel "
        "nella sul sulla dal dalla che come al alla ai si sono non piu nostra nostro nostre "
        "nostri tra fra ogni questo questa mio mia tuo tua dove quando tutti tutte perche "
        "alle agli"
    ),
    "ca": (
        "el la els les de del i en un una amb per a que com al nostra nostre entre cada "
        "aquest aquesta on qui quan tots totes o pero"
    ),
    "ro": (
        "si de la in cu pe un o pentru din ce cum este ale noastra nostru noastre nostri "
        "intre fiecare unde cine cand toate sau dar"
    ),
    "de": (
        "der die das und in mit von vom zu zum zur den dem des ein eine einer im am auf aus "
        "bei fur wie was warum ist sind nicht wir ohne uber unser unsere unserer unserem "
        "unseren mein meine dein deine sein seine ihr ihre zwischen jede jeder wo wer wann "
        "alle als oder aber kein keine"
    ),
    "nl": (
        "de het een en in van met op voor te ten ter hoe wat is zijn naar bij uit onze wij we "
        "niet zonder over ons mijn jouw tussen elke ieder waar wie wanneer waarom alle als "
        "maar geen dit deze die"
    ),
    "sv": (
        "och i att en ett pa med for av till hur som ar det den vi var vara vart min mina din "
        "sin sina mellan varje dar vem nar varfor alla eller men inte"
    ),
    "da": (
        "og i at en et pa med for af til hvordan som er det den vi vores min mine din sin "
        "mellem hver hvor hvem hvornar hvorfor alle eller men ikke"
    ),
    "no": (
        "og i a en et pa med for av til hvordan som er det den vi var vare min mine din sin "
        "mellom hver hvor hvem nar hvorfor alle eller men ikke"
    ),
    "fi": (
        "ja on ei se ne tai kun mita miten kuka ovat meidan minun sinun oma joka missa "
        "milloin miksi kaikki mutta"
    ),
    "pl": (
        "i w we na z ze do o jak co nie sie dla po za od czy to jest przy przed nasz nasza "
        "nasze naszej naszego naszych moj moja twoj swoj miedzy kazdy gdzie kto kiedy "
        "dlaczego wszystkie albo ale ten ta te"
    ),
    "cs": (
        "a v na z do o jak se pro ze po za od co to je ve nas nase nasi nasem nasich muj moje "
        "tvuj svuj mezi kazdy kde kdo kdy proc vse nebo ale ten ta kolem"
    ),
    "hu": (
        "a az es egy hogy nem is van ez mi hogyan mienk enyem sajat kozott minden hol ki "
        "mikor miert vagy de ezt azt"
    ),
    "tr": (
        "ve bir bu ile icin nasil ne da de mi gibi daha her bizim benim senin kendi arasinda "
        "nerede kim neden tum veya ama degil cevremizdeki su o"
    ),
    "vi": (
        "va cua cho la mot cac trong voi nhu the nao khong co chung ta toi ban giua moi dau "
        "ai khi tai tat ca hoac nhung"
    ),
    "id": (
        "dan yang di ke dari untuk dengan ini itu cara pada adalah kita kami saya kamu antara "
        "setiap mana siapa kapan mengapa semua atau tetapi bukan"
    ),
}
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
