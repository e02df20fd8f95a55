"""Names of places, people and organizations that do not exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zlib import crc32

from bench.synthetic.chance import Bag, Chance
from bench.synthetic.words import items, sections


def places(count: int) -> list[str]:
    """Names of towns that do not exist, in an order that has nothing to do with the alphabet."""
    parts = [items(lines) for _, lines in sections("places")]
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
    first, last = (Bag(items(lines), 0.5) for _, lines in sections("people"))
    names: dict[str, None] = {}
    while len(names) < count:
        initial = f" {'ABCDEFGHJKLMNPRSTVW'[int(chance() * 19)]}." if chance() < 0.15 else ""
        names[f"{first.draw(chance)}{initial} {last.draw(chance)}"] = None
    return list(names)


def publishers(chance: Chance, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names of organizations with hosts in the domains that are reserved for examples."""
    (kinds,) = (items(lines) for head, lines in sections("rules") if head == ["publisher"])
    for rank, place in enumerate(names[:600]):
        kind, _, short = kinds[int(len(kinds) * chance() ** 1.5)].partition("|")
        domain = ("org", "org", "com", "net")[rank % 4]
        yield kind.format(place=place), f"{short}.{place.lower()}.example.{domain}"
