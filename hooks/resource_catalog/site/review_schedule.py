"""Compute when the next review of each entry is due.

This only reads entries: a review is recorded by a person, never by a program, and an overdue
one never makes a build fail.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from typing import Literal

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.entry_history import Review
from resource_catalog.model.records.vocabulary import DEFAULT_REVIEW_MONTHS
from resource_catalog.model.title_order import title_sort_key

SOON_PERIOD = datetime.timedelta(days=90)
"""How long before its due date a review counts as due soon."""

ReviewState = Literal["overdue", "soon", "later", "never"]


@dataclass(frozen=True)
class ScheduledReview:
    """The next review of an entry.

    ``last`` is the last review and ``due`` the date of the next one; both are None for an
    entry that was never reviewed. Reviews of its type are ``interval_months`` apart.
    """

    entry: Entry
    last: Review | None
    due: datetime.date | None
    state: ReviewState
    interval_months: int


@dataclass(frozen=True)
class ReviewSchedule:
    """The next reviews of all listed entries by state, each in the order of their due dates."""

    overdue: tuple[ScheduledReview, ...]
    soon: tuple[ScheduledReview, ...]
    later: tuple[ScheduledReview, ...]
    never: tuple[ScheduledReview, ...]

    @property
    def reviews(self) -> tuple[ScheduledReview, ...]:
        """All reviews, the most urgent first."""
        return (*self.overdue, *self.soon, *self.later, *self.never)


def review_schedule(catalog: Catalog, today: datetime.date) -> ReviewSchedule:
    """Schedule the reviews of all listed entries as of ``today``; retired entries have none."""
    reviews = sorted(
        (_schedule(item, catalog, today) for item in (*catalog.listed, *catalog.listed_tools)),
        key=lambda review: (review.due or datetime.date.max, title_sort_key(review.entry)),
    )

    def with_state(state: ReviewState) -> tuple[ScheduledReview, ...]:
        return tuple(review for review in reviews if review.state == state)

    return ReviewSchedule(
        with_state("overdue"), with_state("soon"), with_state("later"), with_state("never")
    )


def _schedule(entry: Entry, catalog: Catalog, today: datetime.date) -> ScheduledReview:
    months = min(
        (each.review_months for each in catalog.types_of(entry)), default=DEFAULT_REVIEW_MONTHS
    )
    if entry.reviewed is None:
        return ScheduledReview(entry, None, None, "never", months)
    due = add_months(entry.reviewed.on, months)
    state: ReviewState = "later"
    if due <= today:
        state = "overdue"
    elif due - today <= SOON_PERIOD:
        state = "soon"
    return ScheduledReview(entry, entry.reviewed, due, state, months)


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day ``months`` later, or the last day of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    last_day = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last_day))
