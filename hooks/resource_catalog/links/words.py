"""Words: compares titles and texts the way a person would, whatever their spelling."""

from __future__ import annotations

import re
import unicodedata

_SMALL = frozenset("a an and as at by de for from in la le of on or the to und with your".split())
_BETWEEN = re.compile(r"\s+[-–—|·•»«/]+\s+|\s*[|»«]\s*|\s::\s")
_NOT_A_LETTER = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Small letters without accents."""
    if text.isascii():
        return text.casefold()
    text = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in text if not unicodedata.combining(c))


def plain(text: str) -> str:
    """Small letters and digits with single spaces; accents and signs are left out."""
    return _NOT_A_LETTER.sub(" ", folded(text.replace("&", " and "))).strip()


def pieces(title: str) -> list[str]:
    """The parts of a page title: the title itself, its site, its section."""
    return [piece for piece in _BETWEEN.split(title) if piece.strip()]


def telling(text: str) -> set[str]:
    """The words of a plain text that say something."""
    return {word for word in text.split() if word not in _SMALL}


def holds(text: str, wanted: str) -> bool:
    """Whether plain ``wanted`` stands in plain ``text``, however words are joined."""
    if not wanted:
        return False
    if f" {wanted} " in f" {text} ":
        return True
    joined = wanted.replace(" ", "")
    return (len(joined) >= 10 or not wanted.isascii()) and joined in text.replace(" ", "")


def alike(one: str, other: str) -> float:
    """How many of the telling words of the shorter of two plain texts the other shares."""
    first, second = telling(one), telling(other)
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def same_title(one: str, other: str) -> bool:
    """Whether two page titles name the same thing; what a site adds to them makes no difference."""
    first, second = plain(one), plain(other)
    if not first or not second or holds(first, second) or holds(second, first):
        return True
    if alike(first, second) >= 0.6:
        return True
    longest = max(pieces(one), key=len), max(pieces(other), key=len)
    return alike(plain(longest[0]), plain(longest[1])) >= 0.6


def main_part(title: str) -> str:
    """A title without its subtitle, if what remains still says enough."""
    head = re.split(r":\s|\s[–—-]\s|\?\s|\.\s|\s\(", title, maxsplit=1)[0]
    return head if len(telling(plain(head))) >= 3 else title
