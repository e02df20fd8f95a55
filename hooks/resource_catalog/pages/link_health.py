"""The page about the links: how it stands with all of them, and what needs a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from resource_catalog.links.judge.verdicts import MEANINGS
from resource_catalog.links.record.link_status import LinkStatus, LinkStatuses
from resource_catalog.links.report.weekly_chart import GROUP_LABELS, STATE_GROUPS, weekly_chart
from resource_catalog.model.field_types import format_day
from resource_catalog.model.link_ledger import week_start
from resource_catalog.pages.page import Page, count
from resource_catalog.site.site import Site

LISTED = 60
"""So many links a list shows; the page stays small however large the catalog is."""


@dataclass(frozen=True)
class Listed:
    """The first of some links, and how many more there are in each state."""

    first: Sequence[LinkStatus]
    more: Mapping[str, int]


def pages(site: Site) -> Iterator[Page]:
    """Link health, even while nothing has been checked."""
    yield links_page(site.link_statuses)


def links_page(link_statuses: LinkStatuses) -> Page:
    """The health of every link of a catalog."""
    ledger, counts = link_statuses.catalog.ledger, link_statuses.counts
    total = sum(counts.values())
    fine = sum(counts.get(state, 0) for state in STATE_GROUPS["works"])
    if link_statuses.has_checks and ledger.last_checked_week:
        week = format_day(week_start(ledger.last_checked_week))
        about = f"{fine} of {count(total, 'link')} work. Last checked in the week of {week}."
    else:
        about = f"The {count(total, 'link')} of this library have not been checked yet."
    return Page(
        path="links/",
        title="Do the links still work?",
        description=about,
        template="links.html",
        data={
            "link_statuses": link_statuses,
            "total": total,
            "chart": weekly_chart(ledger),
            "groups": GROUP_LABELS,
            "asked": listed(link_statuses.needing_action),
            "watched": listed(
                [s for s in link_statuses.all() if s.state == "watch" and not s.action_needed]
            ),
            "meanings": MEANINGS,
        },
    )


def listed(link_statuses: Sequence[LinkStatus]) -> Listed:
    """A list that is not too long to read."""
    return Listed(link_statuses[:LISTED], Counter(s.state for s in link_statuses[LISTED:]))
