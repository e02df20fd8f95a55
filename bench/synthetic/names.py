"""Generate names of fictional places, people and organizations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zlib import crc32

from bench.synthetic.weighted_items import Rng, WeightedItems
from bench.synthetic.words import read_sections, split_items


def places(count: int) -> list[str]:
    """Fictional town names, in a shuffled but reproducible order."""
    parts = [split_items(lines) for _, lines in read_sections("places")]
    names = {
        start + middle + end
        for start in parts[0]
        for middle in parts[1]
        for end in parts[2]
        if middle[-1] != end[0] and middle[0] != start[-1]
    }
    return sorted(names, key=lambda name: (crc32(name.encode()), name))[:count]


def people(count: int, rng: Rng) -> list[str]:
    """Distinct names of people, some with an initial."""
    first, last = (WeightedItems(split_items(lines), 0.5) for _, lines in read_sections("people"))
    names: dict[str, None] = {}
    while len(names) < count:
        initial = f" {'ABCDEFGHJKLMNPRSTVW'[int(rng() * 19)]}." if rng() < 0.15 else ""
        names[f"{first.draw(rng)}{initial} {last.draw(rng)}"] = None
    return list(names)


def publishers(rng: Rng, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Organization names with hosts in the domains reserved for examples (RFC 2606)."""
    (kinds,) = (
        split_items(lines) for head, lines in read_sections("rules") if head == ["publisher"]
    )
    for rank, place in enumerate(names[:600]):
        kind, _, short = kinds[int(len(kinds) * rng() ** 1.5)].partition("|")
        domain = ("org", "org", "com", "net")[rank % 4]
        yield kind.format(place=place), f"{short}.{place.lower()}.example.{domain}"
