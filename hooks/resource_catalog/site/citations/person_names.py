"""Split the name of a person into family name, given name and suffix."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PARTICLES = frozenset(
    "af al bin da das de del della den der di do dos du el ibn la le ten ter van von zu".split()
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ORGANIZATION_WORDS = re.compile(
    r"\b(academy|agency|alliance|association|board|bureau|center|centre|coalition|college|committee"
    r"|community|company|corporation|council|department|district|education|educators|foundation"
    r"|group|inc|institute|institution|llc|ltd|members|ministry|network|office|partners|partnership"
    r"|project|school|schools|services|society|staff|team|trust|union|university)\b",
    re.IGNORECASE,
)
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
        return " ".join(
            [
                "-".join([f"{part[0].upper()}." for part in word.split("-") if part])
                if "-" in word
                else f"{word[0].upper()}."
                for word in self.given.split()
            ]
        )

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


def parse_name(text: str) -> Name:
    """Parse a name as written in an entry.

    ``Family, Given`` is taken literally. A single word, or a name with a lowercase word
    that is no particle or with a word typical of organizations, is not split.
    """
    words = text.split()
    if _ORGANIZATION_WORDS.search(text) or "&" in words or len(words) > MAX_WORDS:
        return Name(text)
    head, comma, tail = (part.strip() for part in text.partition(","))
    if comma and tail.strip(".").lower() not in _SUFFIXES:
        return Name(head, tail) if head and tail else Name(text)
    words = head.split() + ([tail] if tail else [])
    suffix = words.pop() if words[-1].strip(".").lower() in _SUFFIXES and len(words) > 2 else ""
    if len(words) < 2 or any(w.islower() and w not in _PARTICLES for w in words):
        return Name(text)
    first = len(words) - 1
    while first > 1 and words[first - 1] in _PARTICLES:
        first -= 1
    return Name(" ".join(words[first:]), " ".join(words[:first]), suffix)


def parse_names(texts: Sequence[str]) -> tuple[Name, ...]:
    """Parse several names, in their order."""
    return tuple(map(parse_name, texts))
