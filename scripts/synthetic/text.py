"""Synthetic text: sentences and titles grown from the word lists.

Words are drawn as language draws them, a few all the time and most of them
rarely, because that is what an index of words has to cope with. Only
``random()`` is used of the generator: its numbers are the same in every
version of Python, which those of ``choice`` and ``shuffle`` need not be.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Generic, TypeVar
from zlib import crc32

from synthetic import words

T = TypeVar("T")
Chance = Callable[[], float]
"""Gives a number from 0 up to 1, without 1."""
Part = str | tuple[str, str]
"""A piece of a text: as it stands, or the name and form of what goes there."""

_SLOT = re.compile(r"{([a-z-]+)(?:\.([a-z]+))?}")
_ARTICLE = re.compile(r"\b([Aa])~ (?=[“]?([\w-]+))")
_VOWEL = re.compile(r"(?i)(?!one|uni|us[ae]|eu)[aeiou]|hon(?:est|or)|hour|8|11|18")
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")
_SECOND = re.compile(r"(?<=[?] )[a-z]")
_WORD = re.compile(r"(?<![\w'’-])\w[^ ]*")
_SMALL = frozenset("a an and at by for from in into not of on or the to who with without".split())
_REPEATED_DRAWS = 6
_MAINS = frozenset(("topic", "who", "thing", "act", "quality", "skill", "setting", "obstacle"))


class Bag(Generic[T]):
    """Things to draw from, the first the most often."""

    def __init__(self, items: Sequence[T], steepness: float = 0.9) -> None:
        self.items = tuple(items)
        self._sums = list(accumulate((rank + 2) ** -steepness for rank in range(len(items))))
        self._total, self._last = self._sums[-1], len(items) - 1

    def index(self, chance: Chance) -> int:
        """Draw the position of a thing."""
        return bisect(self._sums, chance() * self._total, 0, self._last)

    def draw(self, chance: Chance) -> T:
        """Draw a thing."""
        return self.items[self.index(chance)]

    def several(self, chance: Chance, count: int) -> list[T]:
        """Draw up to ``count`` different things."""
        return list(dict.fromkeys(self.draw(chance) for _ in range(count)))


Texts = Bag[tuple[Part, ...]]


def sections(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """The sections of a block: the parts of each head, and the lines below it."""
    head: list[str] = []
    lines: list[str] = []
    for line in [*text.strip().split("\n"), ""]:
        if line.startswith("  "):
            lines.append(line.strip())
            continue
        if head:
            yield head, lines
        head, lines = [part.strip() for part in line.split("|")], []


def items(lines: Sequence[str]) -> list[str]:
    """What stands in the lines of a section, between the semicolons."""
    return [item.strip() for item in " ".join(lines).split(";")]


def texts(lines: Sequence[str]) -> Texts:
    """A bag of texts. Patterns are drawn almost evenly: no reader likes one pattern."""
    found = [_parts(item) for item in items(lines)]
    patterns = any(len(parts) > 1 for parts in found)
    return Bag(found, 0.2 if patterns else 0.9)


def _parts(item: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    end = 0
    for match in _SLOT.finditer(item):
        parts += [item[end : match.start()], (match[1], match[2] or "")]
        end = match.end()
    return tuple(part for part in [*parts, item[end:]] if part)


RULES: Mapping[str, Texts] = {head[0]: texts(lines) for head, lines in sections(words.RULES)}


class Speaker:
    """The voice of one entry: stays with its topic, subject and place, and repeats itself little.

    ``fixed`` are texts that stand for a name whenever it is used; ``own`` are
    bags that only this entry draws from. What the title is about comes first
    in the other texts as well, as it would when a person writes them.
    """

    def __init__(
        self, chance: Chance, fixed: Mapping[str, str], own: Mapping[str, Texts] | None = None
    ) -> None:
        self._chance = chance
        self._fixed = fixed
        self._own = own or {}
        self._used: set[tuple[str, int]] = set()
        self._mains: dict[str, str] = {}
        self._not_yet_said: set[str] = set()

    def begin(self, *, afresh: bool = False) -> None:
        """Begin another text of the entry; ``afresh`` when the one before was thrown away."""
        if afresh:
            self._mains.clear()
        self._not_yet_said = set(self._mains)

    def sentence(self, name: str) -> str:
        """A text with a capital at its start and a mark at its end."""
        text = finish(self._say(name))
        return text if text.endswith(("?", "!")) else text + "."

    def phrase(self, name: str) -> str:
        """A text with a capital at its start and nothing at its end."""
        return finish(self._say(name))

    def _say(self, name: str, form: str = "") -> str:
        said = self._fixed.get(name) or self._main(name)
        if said is None:
            said = self._draw(name)
            if name in _MAINS:
                self._mains.setdefault(name, said)
        return inflected(said, form) if form else said

    def _main(self, name: str) -> str | None:
        if name not in self._not_yet_said:
            return None
        self._not_yet_said.discard(name)
        return self._mains[name]

    def _draw(self, name: str) -> str:
        bag = self._own.get(name) or RULES[name]
        for _ in range(_REPEATED_DRAWS):
            index = bag.index(self._chance)
            if (name, index) not in self._used:
                break
        self._used.add((name, index))
        parts = bag.items[index]
        return "".join([part if isinstance(part, str) else self._say(*part) for part in parts])


def finish(text: str) -> str:
    """The text with its articles chosen and a capital at its start."""
    if "~" in text:
        text = _ARTICLE.sub(lambda m: f"{m[1]}n " if _VOWEL.match(m[2]) else f"{m[1]} ", text)
    if "?" in text:
        text = _SECOND.sub(lambda m: m[0].upper(), text)
    start = 1 if text.startswith("“") else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def in_title_case(title: str) -> str:
    """The title with capitals on all but the small words, as many publishers print it."""
    return _WORD.sub(lambda m: m[0] if m[0] in _SMALL else m[0][:1].upper() + m[0][1:], title)


@cache
def inflected(text: str, form: str) -> str:
    """Another form of a noun (s) or of the verb at the start of a phrase (s, ing, ed)."""
    if special := words.IRREGULAR.get(f"{text}.{form}"):
        return special
    if form == "s" and text not in _VERBS:
        return _with_s(text)
    verb, space, rest = text.partition(" ")
    if form == "s":
        return _with_s(verb) + space + rest
    if _DOUBLED.fullmatch(verb):
        verb += verb[-1]
    elif verb.endswith("e"):
        verb = verb[:-1]
    elif form == "ed" and verb.endswith("y") and verb[-2] not in "aeiou":
        verb = verb[:-1] + "i"
    return verb + form + space + rest


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


_VERBS = frozenset(
    str(parts[0]) for name in ("act", "study", "show") for parts in RULES[name].items
)


def places(count: int) -> list[str]:
    """Names of towns that do not exist, in an order that has nothing to do with the alphabet."""
    parts = [items(lines) for _, lines in sections(words.PLACES)]
    names = {
        start + middle + end
        for start in parts[0]
        for middle in parts[1]
        for end in parts[2]
        if middle[-1] != end[0] and middle[0] != start[-1]
    }
    return sorted(names, key=lambda name: (crc32(name.encode()), name))[:count]


def people(count: int, chance: Chance) -> list[str]:
    """Names of people, some with an initial, none twice."""
    first, last = (Bag(items(lines), 0.5) for _, lines in sections(words.PEOPLE))
    names: dict[str, None] = {}
    while len(names) < count:
        initial = f" {'ABCDEFGHJKLMNPRSTVW'[int(chance() * 19)]}." if chance() < 0.15 else ""
        names[f"{first.draw(chance)}{initial} {last.draw(chance)}"] = None
    return list(names)
