"""Count entries by the year of their publication, for a small timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resource_catalog.model.records.entry import Entry

MOST_BARS = 24
"""If there are more years than this, each bar stands for several of them."""

_YEARS_PER_BAR = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True)
class YearBar:
    """The entries of some years; ``height`` is from 0 to 1, where 1 is the most."""

    first: int
    last: int
    number: int
    height: float

    @property
    def label(self) -> str:
        """The year, or the first and the last."""
        return f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True)
class PublicationYears:
    """The bars from the first year to the last, and how many entries have a year."""

    bars: Sequence[YearBar]
    dated: int
    total: int


def publication_years(entries: Iterable[Entry]) -> PublicationYears | None:
    """The timeline of some entries; None where fewer than two years are known."""
    years = [int(entry.year) if entry.year else None for entry in entries]
    found = Counter(year for year in years if year is not None)
    if len(found) < 2:
        return None
    first, last = min(found), max(found)
    step = next((n for n in _YEARS_PER_BAR if (last - first) // n < MOST_BARS), None)
    if step is None:
        return None  # a year that cannot be meant
    numbers = Counter({year // step: 0 for year in range(first, last + 1, step)})
    for year, number in found.items():
        numbers[year // step] += number
    most = max(numbers.values())
    bars = [
        YearBar(n * step, n * step + step - 1, numbers[n], round(numbers[n] / most, 2))
        for n in range(first // step, last // step + 1)
    ]
    return PublicationYears(bars, sum(found.values()), len(years))
