"""The review clock: which entries somebody should look at again, and by when.

It only reads. That an entry was reviewed is a person's word, which no program
ever writes; and nothing is stopped because a review is late.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from typing import Literal

from resource_catalog.catalog import Catalog, title_order
from resource_catalog.model import Entry, Review

SOON = datetime.timedelta(days=90)
"""How long before its day a review is called the next."""

State = Literal["overdue", "soon", "later", "never"]


@dataclass(frozen=True)
class Turn:
    """An entry and when its next review is due; it has no day where nobody has looked yet."""

    entry: Entry
    last: Review | None
    due: datetime.date | None
    state: State
    months: int


@dataclass(frozen=True)
class Clock:
    """The turns of all listed entries, by their state and then by their day."""

    overdue: tuple[Turn, ...]
    soon: tuple[Turn, ...]
    later: tuple[Turn, ...]
    never: tuple[Turn, ...]

    @property
    def turns(self) -> tuple[Turn, ...]:
        """All of them, the most urgent first."""
        return (*self.overdue, *self.soon, *self.later, *self.never)


def clock(catalog: Catalog, today: datetime.date) -> Clock:
    """Whose turn it is on a day; retired entries have none."""
    turns = sorted(
        (_turn(entry, catalog, today) for entry in catalog.listed),
        key=lambda turn: (turn.due or datetime.date.max, title_order(turn.entry)),
    )

    def those(state: State) -> tuple[Turn, ...]:
        return tuple(turn for turn in turns if turn.state == state)

    return Clock(those("overdue"), those("soon"), those("later"), those("never"))


def _turn(entry: Entry, catalog: Catalog, today: datetime.date) -> Turn:
    months = catalog.type_of(entry).review_months
    if entry.reviewed is None:
        return Turn(entry, None, None, "never", months)
    due = months_after(entry.reviewed.on, months)
    state: State = "overdue" if due <= today else "soon" if due - today <= SOON else "later"
    return Turn(entry, entry.reviewed, due, state, months)


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day of a later month, or its last one where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))
