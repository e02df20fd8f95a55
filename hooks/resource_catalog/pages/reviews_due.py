"""Build the page that lists the reviews that are due."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import review_calendar
from resource_catalog.model.messages import _, number
from resource_catalog.model.optional_pages import DUE_PATH
from resource_catalog.model.records.vocabulary import TYPES, ResourceType
from resource_catalog.pages.page import Page
from resource_catalog.site.review_schedule import review_schedule
from resource_catalog.site.site import Site


def pages(site: Site) -> Iterator[Page]:
    """One page: reviews that are overdue, due soon and due later, and entries never reviewed."""
    schedule = review_schedule(site.catalog, site.built_at.date())
    yield Page(
        path=DUE_PATH,
        title=_("Due for review"),
        description=_(
            "Overdue: %(overdue)s. Due in the next three months: %(soon)s. "
            "No review yet: %(never)s.",
            overdue=number(len(schedule.overdue)),
            soon=number(len(schedule.soon)),
            never=number(len(schedule.never)),
        ),
        template="reviews-due.html",
        data={
            "schedule": schedule,
            "today": site.built_at.date(),
            "calendar": review_calendar.PATH,
            "edit_url": site.repository.edit_url,
            "types_by_months": _types_by_months(site),
        },
    )


def _types_by_months(site: Site) -> dict[int, list[ResourceType]]:
    """The resource types by the number of months between their reviews."""
    found: dict[int, list[ResourceType]] = {}
    for term in site.catalog.terms_in(TYPES):
        if isinstance(term, ResourceType):
            found.setdefault(term.review_months, []).append(term)
    return dict(sorted(found.items()))
