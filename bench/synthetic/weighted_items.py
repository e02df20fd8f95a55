"""Draw items with a Zipf-like distribution, as words occur in language.

A few are drawn all the time and most of them rarely, which is what a search index has to cope with.
Only ``random()`` of the generator is used: its sequence is the same in every version of Python,
unlike those of ``choice`` and ``shuffle``.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")

Rng = Callable[[], float]
"""Returns the next random number, at least 0 and less than 1."""


class WeightedItems(Generic[T]):
    """Items to draw from; the weight falls with the rank, faster with more ``steepness``."""

    def __init__(self, items: Sequence[T], steepness: float = 0.9) -> None:
        self.items = tuple(items)
        self._sums = list(accumulate((rank + 2) ** -steepness for rank in range(len(items))))
        self._total, self._last = self._sums[-1], len(items) - 1

    def index(self, rng: Rng) -> int:
        """Draw the index of an item."""
        return bisect(self._sums, rng() * self._total, 0, self._last)

    def draw(self, rng: Rng) -> T:
        """Draw an item."""
        return self.items[self.index(rng)]

    def draw_distinct(self, rng: Rng, count: int) -> list[T]:
        """Draw ``count`` times and drop duplicates."""
        return list(dict.fromkeys(self.draw(rng) for _ in range(count)))
