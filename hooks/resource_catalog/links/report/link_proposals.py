"""Propose the lines that settle a link when they are written into its entry."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from resource_catalog.links.record.link_status import LinkStatus
from resource_catalog.links.report.moved_links import MIN_RUNS
from resource_catalog.loading.yaml.entry_writer import quoted_scalar
from resource_catalog.model.messages import _

SURE_STATES = frozenset({"unsafe", "parked", "dead", "watch", "fragment"})
"""States in which a link that needs action is surely broken; others need a person's eyes."""


def proposed_lines(status: LinkStatus) -> list[str]:
    """The lines of YAML for an entry; empty where a person's word is all that settles it."""
    url, today = status.link.url, status.today.isoformat()
    is_primary = status.link is status.entry.primary_link
    match status.state:
        case "dead" | "parked" if is_primary:
            why = _("Its page is gone.")
            return [f"retired: {{on: {today}, why: {quoted_scalar(why)}}}"]
        case "unsafe" | "watch" if len(status.entry.links) == 1:
            return [f"access: unlocated  # {_('in place of the link')}"]
        case "fragment":
            return [f"- url: {quoted_scalar(url.partition('#')[0])}"]
        case "login":
            return ["access: sign-in"]
        case "moved" if status.record:
            new = quoted_scalar(status.record.target)
            return [f"- url: {new}", f"  formerly: [{quoted_scalar(url)}]"]
    return []


def persons_word(today: datetime.date) -> str:
    """The line that says that a person has opened the links of an entry."""
    return f"verified: {{on: {today.isoformat()}, by: {quoted_scalar(_('your name or team'))}}}"


def moved_for_good(statuses: Iterable[LinkStatus]) -> list[LinkStatus]:
    """The links whose new address was found by so many runs that it may be written."""
    return [
        status
        for status in statuses
        if status.state == "moved"
        and status.record
        and status.record.target
        and status.record.target_runs >= MIN_RUNS
        and status.record.target not in status.link.formerly
        and not status.is_retired
    ]
