"""The page of reviews that are due."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import review_calendar
from resource_catalog.model.records.vocabulary import TYPES, ResourceType
from resource_catalog.pages.page import Page
from resource_catalog.site.review_schedule import review_schedule
from resource_catalog.site.site import Site


def pages(site: Site) -> Iterator[Page]:
    """The reviews that are overdue, due soon and due later, and the entries never reviewed."""
    schedule = review_schedule(site.catalog, site.moment.date())
    yield Page(
        path="contribute/due/",
        title="Due for a look",
        description=f"Overdue: {len(schedule.overdue)}. "
        f"Due in the next three months: {len(schedule.soon)}. "
        f"Never looked at: {len(schedule.never)}.",
        template="due.html",
        data={
            "schedule": schedule,
            "today": site.moment.date(),
            "calendar": review_calendar.PATH,
            "edit": site.repository.edit_url,
            "rhythms": _rhythms(site),
        },
    )


def _rhythms(site: Site) -> dict[int, list[ResourceType]]:
    """The types by how many months a review of them holds."""
    found: dict[int, list[ResourceType]] = {}
    for term in site.catalog.facets[TYPES].terms:
        if isinstance(term, ResourceType):
            found.setdefault(term.review_months, []).append(term)
    return dict(sorted(found.items()))
