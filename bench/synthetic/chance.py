"""Chance: things drawn as language draws words, a few all the time and most of them rarely.

That is what an index of words has to cope with. Only ``random()`` is used of
the generator: its numbers are the same in every version of Python, which those
of ``choice`` and ``shuffle`` need not be.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")

Chance = Callable[[], float]
"""Gives a number from 0 up to 1, without 1."""


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
