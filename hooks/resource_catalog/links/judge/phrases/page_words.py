"""How much of a text is about something: what is left without the words that any page has.

A notice, whatever it says, consists of words with which pages speak of themselves, and of hardly
anything else; a poem, a riddle or a task has words of its own. The words are in
``page_words.txt``: to support another language, add them there.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.stop_words import SMALL_WORDS
from resource_catalog.model.title_matching import normalize_text

WORDS_FILE = Path(__file__).with_name("page_words.txt")

SHORT_BEGINNING = 3
"""A beginning of a word that is no longer than this has an ending of two letters at most."""

LONG_ENDING = 6
"""The same for a longer beginning; a longer word is a compound."""

_UNSPACED = re.compile(r"[\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_HOST = re.compile(r"(?:https?://)?(?<![\w-])(?:[\w.+-]+@)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")


def specific_size(text: str, known: str = "") -> int:
    """About how many words of a text, lower-cased, no page has but one about something.

    Hosts and addresses do not count, nor do the words of a text that is ``known``.
    """
    text = _HOST.sub(" ", text)
    given = set(plain(normalize_text(known)).split())
    words = [word for word in plain(normalize_text(text)).split() if word not in given]
    spaced = [word for word in words if not _UNSPACED.search(unicodedata.normalize("NFC", word))]
    own = sum(not is_page_word(word) for word in spaced)
    if _VIETNAMESE.search(text):  # its words are mostly of two syllables
        own = (own + 1) // 2
    for piece in _UNSPACED.findall(known.lower()):
        text = text.replace(piece, " ")
    rest = " ".join(_UNSPACED.findall(unicodedata.normalize("NFC", text)))
    return own + (sum(len(run) // 2 for run in _pieces().sub(" ", rest).split()) if rest else 0)


@lru_cache(maxsize=65_536)  # words come from strangers' pages
def is_page_word(word: str) -> bool:
    """Whether any page may have a plain, normalized word: a small one, a number, “page”, “soon”."""
    exact, beginnings = _words()
    if word in exact or any(sign.isdigit() for sign in word) or len(word) == 1:
        return True
    endings = {
        size: LONG_ENDING if size > SHORT_BEGINNING else 2 for size in range(2, len(word) + 1)
    }
    return any(
        word[:size] in beginnings for size, ending in endings.items() if len(word) - size <= ending
    )


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    small = " ".join(SMALL_WORDS.values())
    lines = f"{_paragraphs()[0]} {small}".split()
    return (
        frozenset(plain(normalize_text(word)) for word in lines if word[-1] != "*"),
        frozenset(plain(normalize_text(word)) for word in lines if word[-1] == "*"),
    )


@cache
def _pieces() -> re.Pattern[str]:
    pieces = sorted(set(_paragraphs()[1].split()), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, pieces)))


@cache
def _paragraphs() -> tuple[str, str]:
    """The words of scripts with spaces, and the pieces of those without."""
    text = re.sub(r"(?m)^#.*$", "", WORDS_FILE.read_text(encoding="utf-8"))
    spaced, _, unspaced = text.partition("[pieces]")
    return spaced, unspaced
