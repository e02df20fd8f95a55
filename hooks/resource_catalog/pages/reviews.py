"""The page of the review clock: what somebody should look at again."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import review_calendar
from resource_catalog.model import TYPES, ResourceType
from resource_catalog.pages.page import Page
from resource_catalog.reviews import clock
from resource_catalog.site import Site


def pages(site: Site) -> Iterator[Page]:
    """What is due, what comes next, and what nobody has looked at yet."""
    now = clock(site.catalog, site.moment.date())
    yield Page(
        path="contribute/due/",
        title="Due for a look",
        description=f"Overdue: {len(now.overdue)}. Due in the next three months: {len(now.soon)}. "
        f"Never looked at: {len(now.never)}.",
        template="due.html",
        data={
            "clock": now,
            "today": site.moment.date(),
            "calendar": review_calendar.PATH,
            "edit": site.proposals.edit,
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
