"""Split the name of a person into family name, given name and suffix."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

_PARTICLES = frozenset(
    "af al bin da das de del della den der di do dos du el ibn la le ten ter van von zu".split()
)
_CAPITAL_PARTICLES = frozenset("Da De Del Della Den Der Di Dos Du La Le St. Ter Van Von".split())
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "2nd", "3rd"})
_TITLES = frozenset(
    """
    dr dra prof profa professor mr mrs ms mx miss rev reverend hon sir dame herr frau mme mlle
    sra srta señor señora
    """.split()
)
_DEGREES = frozenset(
    """
    phd dphil edd eds psyd scd dsc drph dba dnp dds md do jd llb llm ma mat mba med mes mfa ms msc
    msed msw mph mpa mpp mls mlis mphil ba bs bsc bed bfa bsn rn lcsw cpa pmp nbct esq
    """.split()
)
_ORGANIZATION_WORDS = re.compile(
    r"\b(academy|agency|alliance|association|authority|board|bureau|center|centre|centro|coalition"
    r"|collaborative|collective|college|commission|committee|community|company|consortium"
    r"|contributors|corporation|council|department|district|division|editors|education|educators"
    r"|federation|fellows|fondation|foundation|fundación|gmbh|government|group|inc|initiative"
    r"|institut|institute|institution|instituto|laboratory|learning|llc|ltd|media|members"
    r"|ministerio|ministry|museum|nations|network|office|organi[sz]ations?|organización|partners"
    r"|partnership|policy|project|publishers|publishing|research|school|schools|services|society"
    r"|staff|stiftung|students|teachers|team|trust|union|universidad|université|universität"
    r"|university|verein|workshop)\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-Z]{4,}")
_PATRONYMIC = re.compile(r"\w+(?:ович|евич|ич|овна|евна|ична|инична)")
_OTHERS = re.compile(r"[\s,]+et\s+al\.?$|\s+(?:and|&)\s+others\.?$", re.IGNORECASE)
OTHERS = "others"
"""The name of those who are not named."""

MAX_WORDS = 5
"""Longer names belong to committees more often than to people."""


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a person's name. The name of an organization is all in ``family``."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def is_person(self) -> bool:
        """Whether family and given name are known, so that the name can be inverted."""
        return bool(self.given)

    @property
    def initials(self) -> str:
        """Initials of the given names: ``J. A.`` for John Adam, ``J.-P.`` for Jean-Pierre."""
        return " ".join(map(_initials, re.findall(r"[^\s.]+\.?|\S+", self.given)))

    @property
    def inverted(self) -> str:
        """Family name first, as in ``King, Martin Luther, Jr.``."""
        if not (self.given or self.suffix):
            return self.family
        return ", ".join([part for part in (self.family, self.given, self.suffix) if part])

    @property
    def in_direct_order(self) -> str:
        """Given name first, as in ``Martin Luther King Jr.``."""
        if not (self.given or self.suffix):
            return self.family
        return " ".join([part for part in (self.given, self.family, self.suffix) if part])


def _initials(word: str) -> str:
    return "-".join([f"{part[0].upper()}." for part in word.split("-") if part])


def parse_name(text: str, organizations: Collection[str] = ()) -> Name:
    """Parse a name as written in an entry.

    ``Family, Given`` is taken literally. Titles and degrees are left out, as citations leave them
    out. A single word, one of the ``organizations``, a name in a script without capitals, or a name
    with a lowercase word that is no particle or with a word typical of organizations, is not split.
    """
    return Name(text) if text in organizations else _parsed(text)


@lru_cache(maxsize=10_000, typed=True)  # one name is in many entries, and in each language
def _parsed(text: str) -> Name:
    if _is_organization(text):
        return Name(text)
    head, *parts = [part.strip() for part in text.split(",")]
    written = len(parts)
    while parts and _is_degrees(parts[-1], only_sure=len(parts) == 1 and " " not in head):
        parts.pop()
    suffix = next((part for part in parts if _is_suffix(part)), "")
    given = [part for part in parts if part != suffix]
    words = _without_titles(head.split())
    if len(given) > 1 or "" in (head, *given) or (not given and not words):
        return Name(text)
    if given:
        return Name(head, " ".join(_without_titles(_without_degrees(given[0].split()))), suffix)
    if len(words) == 1 < len(head.split()):
        return Name(head)  # a title may be a part of the name, as that of Dr. Seuss is
    if not parts or suffix:
        words = _without_degrees(words)
    if not suffix and len(words) > 2 and _is_suffix(words[-1]):
        suffix = words.pop()
    if len(words) > MAX_WORDS:
        return Name(text)
    if len(words) < 2 or any(word.islower() and word not in _PARTICLES for word in words):
        return Name(head if written > len(parts) else text)
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[-1]):
        return Name(words[0], " ".join(words[1:]), suffix)
    first = len(words) - 1
    while first > 0 and words[first - 1] in _PARTICLES:
        first -= 1
    while first > 1 and words[first - 1] in _CAPITAL_PARTICLES:
        first -= 1
    return Name(" ".join(words[first:]), " ".join(words[:first]), suffix if first else "")


def parse_names(texts: Sequence[str], organizations: Collection[str] = ()) -> tuple[Name, ...]:
    """Parse several names, in their order; “et al.” becomes a name of its own."""
    found: list[Name] = []
    for text in texts:
        named = _OTHERS.sub("", text)
        if named.strip():
            found.append(parse_name(named, organizations))
        if named != text:
            found.append(Name(OTHERS))
    return tuple(found)


def _is_organization(text: str) -> bool:
    """Whether a name is that of an organization, or cannot be taken apart."""
    words = text.split()
    if text.islower() == text.isupper() and not any(c.isupper() or c.islower() for c in text):
        return True  # a script without capitals has other customs
    return bool(
        _ORGANIZATION_WORDS.search(text)
        or "&" in words
        or words[:1] == ["The"]
        or any(c.isdigit() for c in text.replace("2nd", "").replace("3rd", ""))
        or (not text.isupper() and any(_is_acronym(word.strip(",")) for word in words))
    )


def _is_acronym(word: str) -> bool:
    return bool(_ACRONYM.fullmatch(word)) and _plain(word) not in _DEGREES


def _plain(word: str) -> str:
    return word.replace(".", "").lower()


def _is_suffix(text: str) -> bool:
    return _plain(text) in _SUFFIXES


def _is_degrees(text: str, *, only_sure: bool = False) -> bool:
    """Whether a text consists of degrees; a single one behind a family name may be a given name."""
    words = re.split(r"[\s/]+", text)
    known = all(_plain(word) in _DEGREES and not word.islower() for word in words)
    if only_sure and known:
        return any("." in word or (len(word) > 2 and not word.istitle()) for word in words)
    return known and all(len(word) > 2 or word.isupper() for word in words)


def _without_titles(words: list[str]) -> list[str]:
    start = 0
    while start < len(words) - 1 and _plain(words[start]) in _TITLES:
        start += 1
    return words[start:]


def _without_degrees(words: list[str]) -> list[str]:
    """The words without degrees at their end, which are told by points or by their capitals."""
    end = len(words)
    while end > 2 and _is_degrees(words[end - 1]) and not words[end - 1].istitle():
        end -= 1
    return words[:end]
