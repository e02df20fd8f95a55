"""Names: who is a person, and which part of a person's name is the family's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PARTICLES = frozenset(
    "af al bin da das de del della den der di do dos du el ibn la le ten ter van von zu".split()
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_OF_ORGANISATIONS = re.compile(
    r"\b(academy|agency|alliance|association|board|bureau|center|centre|coalition|college|committee"
    r"|community|company|corporation|council|department|district|education|educators|foundation"
    r"|group|inc|institute|institution|llc|ltd|members|ministry|network|office|partners|partnership"
    r"|project|school|schools|services|society|staff|team|trust|union|university)\b",
    re.IGNORECASE,
)
LONGEST_NAME = 5
"""People with more words in their name are rarer than committees."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person by family and given name, or anything else by its whole name in ``family``."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def is_person(self) -> bool:
        """Whether the name has parts to turn around."""
        return bool(self.given)

    @property
    def initials(self) -> str:
        """``J. A.`` for John Adam, ``J.-P.`` for Jean-Pierre."""
        return " ".join(
            [
                "-".join([f"{part[0].upper()}." for part in word.split("-") if part])
                if "-" in word
                else f"{word[0].upper()}."
                for word in self.given.split()
            ]
        )

    @property
    def turned(self) -> str:
        """Family first, as in ``King, Martin Luther, Jr.`` and nothing more."""
        if not (self.given or self.suffix):
            return self.family
        return ", ".join([part for part in (self.family, self.given, self.suffix) if part])

    @property
    def straight(self) -> str:
        """As it is spoken."""
        if not (self.given or self.suffix):
            return self.family
        return " ".join([part for part in (self.given, self.family, self.suffix) if part])


def name_of(text: str) -> Name:
    """A name as it stands in an entry, taken apart where it is surely a person's.

    ``Family, Given`` says itself which is which. A name that holds a small word or
    a word for an organization stays whole, as does one of a single word.
    """
    words = text.split()
    if _OF_ORGANISATIONS.search(text) or "&" in words or len(words) > LONGEST_NAME:
        return Name(text)
    before, comma, behind = (part.strip() for part in text.partition(","))
    if comma and behind.strip(".").lower() not in _SUFFIXES:
        return Name(before, behind) if before and behind else Name(text)
    words = before.split() + ([behind] if behind else [])
    suffix = words.pop() if words[-1].strip(".").lower() in _SUFFIXES and len(words) > 2 else ""
    if len(words) < 2 or any(w.islower() and w not in _PARTICLES for w in words):
        return Name(text)
    first = len(words) - 1
    while first > 1 and words[first - 1] in _PARTICLES:
        first -= 1
    return Name(" ".join(words[first:]), " ".join(words[:first]), suffix)


def names_of(texts: Sequence[str]) -> tuple[Name, ...]:
    """Several names in their order."""
    return tuple(map(name_of, texts))
