"""Build the page about link health: counts, weekly chart, and the links that need action."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from resource_catalog.links.judge.verdicts import MEANINGS
from resource_catalog.links.record.link_status import LinkStatus, LinkStatuses
from resource_catalog.model.field_types.dates import format_day
from resource_catalog.model.ledger.link_ledger import week_start
from resource_catalog.model.messages import _, ngettext, number
from resource_catalog.model.optional_pages import LINKS_PATH
from resource_catalog.pages.page import Page
from resource_catalog.pages.rendering.drawings.weekly_chart import (
    GROUP_LABELS,
    STATE_GROUPS,
    weekly_chart,
)
from resource_catalog.site.site import Site

MAX_LISTED = 60
"""The maximum length of a list, so that the page stays small for large catalogs."""


@dataclass(frozen=True)
class LinkList:
    """The first links of a list, and the number of the remaining ones by state."""

    first: Sequence[LinkStatus]
    remaining: Mapping[str, int]


@dataclass(frozen=True)
class Share:
    """The links of one group of states: how many, of which states, and where in a bar of 100."""

    group: str
    count: int
    start: float
    width: float
    states: Mapping[str, int]


def pages(site: Site) -> Iterator[Page]:
    """One page, even before the first check."""
    yield links_page(site.link_statuses)


def links_page(link_statuses: LinkStatuses) -> Page:
    """The page for the links of a catalog."""
    ledger, counts = link_statuses.catalog.ledger, link_statuses.counts
    total = sum(counts.values())
    fine = sum(counts.get(state, 0) for state in STATE_GROUPS["works"])
    if link_statuses.has_checks and ledger.last_checked_week:
        week = format_day(week_start(ledger.last_checked_week))
        about = ngettext(
            "%(fine)s of %(num)s link work. Last checked in the week of %(week)s.",
            "%(fine)s of %(num)s links work. Last checked in the week of %(week)s.",
            total,
            fine=number(fine),
            week=week,
        )
    else:
        about = ngettext(
            "The %(num)s link of this library have not been checked yet.",
            "The %(num)s links of this library have not been checked yet.",
            total,
        )
        if not total:
            about = _("This library has no links.")
    return Page(
        path=LINKS_PATH,
        title=_("Do the links still work?"),
        description=about,
        template="link-health.html",
        data={
            "link_statuses": link_statuses,
            "total": total,
            "shares": list(shares_of(counts)),
            "chart": weekly_chart(ledger),
            "groups": GROUP_LABELS,
            "needing_action": truncated(link_statuses.needing_action),
            "watched": truncated(
                [s for s in link_statuses.all() if s.state == "watch" and not s.action_needed]
            ),
            "meanings": MEANINGS,
        },
    )


def shares_of(counts: Mapping[str, int]) -> Iterator[Share]:
    """The three groups of states, one after the other; together they are as wide as the bar."""
    total, start = sum(counts.values()) or 1, 0.0
    for group, states in STATE_GROUPS.items():
        found = {state: counts[state] for state in states if counts.get(state)}
        width = round(100 * sum(found.values()) / total, 2)
        yield Share(group, sum(found.values()), round(start, 2), width, found)
        start += width


def truncated(link_statuses: Sequence[LinkStatus]) -> LinkList:
    """Truncate a list to :data:`MAX_LISTED` links."""
    return LinkList(
        link_statuses[:MAX_LISTED], Counter(s.state for s in link_statuses[MAX_LISTED:])
    )
