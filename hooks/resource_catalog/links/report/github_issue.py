"""Render the GitHub issue that lists the links needing action."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from textwrap import indent

from resource_catalog.links.record.link_status import STATE_LABELS, LinkStatus, LinkStatuses
from resource_catalog.links.record.maintainer_advice import page_action
from resource_catalog.links.record.manual_verification import VERIFIED_DAYS
from resource_catalog.links.report.link_proposals import (
    SURE_STATES,
    moved_for_good,
    persons_word,
    proposed_lines,
)
from resource_catalog.links.target import Target
from resource_catalog.model.field_types.dates import format_day
from resource_catalog.model.ledger.link_ledger import LinkRecord, week_start
from resource_catalog.model.markdown.github_markdown import (
    address_span,
    code_block,
    code_span,
    escape,
)
from resource_catalog.model.messages import N_, _, listed, ngettext, number

TITLE = N_("Links that need a person")

MAX_LISTED = 80
"""Links listed per heading: GitHub limits an issue to 65,536 characters."""

MAX_LENGTH = 60_000


def render_issue(link_statuses: LinkStatuses, on_pages: Sequence[Target] = ()) -> str:
    """The Markdown of the issue; empty when no link needs action.

    ``on_pages`` are the links on the hand-written pages of the catalog.
    """
    links = link_statuses.catalog.ledger.links
    broken = [(target, links[target.url]) for target in on_pages if target.url in links]
    broken = [(target, record) for target, record in broken if page_action(record)]
    to_settle = link_statuses.needing_action
    if not to_settle and not broken:
        return ""
    sure = [status for status in to_settle if status.state in SURE_STATES]
    unsure = [status for status in to_settle if status.state not in SURE_STATES]
    everything = list(link_statuses.all())
    moved = moved_for_good(everything)
    watched = [status for status in everything if _is_watched(status)]
    counts = listed(f"{_(STATE_LABELS[state])}: {n}" for state, n in link_statuses.counts.items())
    ledger = link_statuses.catalog.ledger
    checked = _("Last checked. %(counts)s.", counts=counts)
    if ledger.last_checked_week:
        week = format_day(week_start(ledger.last_checked_week))
        checked = _("Last checked in the week of %(week)s. %(counts)s.", week=week, counts=counts)
    word = _(
        "If a link works for you, add this line to its entry to confirm it for %(days)s days:",
        days=number(VERIFIED_DAYS),
    )
    same = _(
        "Moves that are proven to lead to the same page are in a pull request. Open the others "
        "yourself."
    )
    parts = [
        checked,
        _(
            "The link watch updates this text and overwrites your edits. The issue closes by "
            "itself when nothing is left. A wrong result is a bug in the program."
        ),
        f"{word}\n\n{code_block(persons_word(link_statuses.today), 'yaml')}",
        _section(_("To change"), [_item(status) for status in sure]),
        _section(_("On pages of your own"), [_page_item(*b) for b in broken]),
        _section(_("To review"), [_item(status) for status in unsure]),
        _section(_("Moved for good"), [_item(status) for status in moved], same),
        _section(_("Being watched"), [_item(status) for status in watched]),
    ]
    return "\n\n".join(part for part in parts if part)[:MAX_LENGTH] + "\n"


def _section(heading: str, items: Sequence[str], about: str = "") -> str:
    """A heading, a sentence on its links and the first of them; empty if there is none."""
    if not items:
        return ""
    shown = list(items[:MAX_LISTED])
    if len(items) > MAX_LISTED:
        left = len(items) - MAX_LISTED
        more = ngettext("and %(num)s more", "and %(num)s more", left)
        shown.append(f"- {more}")
    before = [f"### {heading} ({len(items)})", *([about] if about else [])]
    return "\n\n".join([*before, "\n".join(shown)])


def _page_item(target: Target, record: LinkRecord) -> str:
    place = f"{target.file}:{target.line}"
    summary = _since(record.state, record.since, record.reason)
    copy = ""
    if record.archived_url:
        copy = " " + _("Copy: %(address)s", address=address_span(record.archived_url))
    return (
        f"- {code_span(place)}\n  {address_span(target.url)}\n"
        f"  {summary}. **{page_action(record)}**{copy}"
    )


def _since(state: str, day: datetime.date, reason: str) -> str:
    words = _("%(state)s since %(day)s", state=_(STATE_LABELS[state]), day=format_day(day))
    return f"{words}: {escape(reason)}" if reason else words


def _item(status: LinkStatus) -> str:
    reason = status.record.reason if status.record else ""
    summary = _since(status.state, status.since, reason)
    action = f" **{status.action_needed}**" if status.action_needed else ""
    copy = ""
    if status.archived_url:
        copy = " " + _("Copy: %(address)s", address=address_span(status.archived_url))
    second_opinion = (
        f" {escape(status.record.witness)}." if status.record and status.record.witness else ""
    )
    lines = proposed_lines(status)
    block = ""
    if lines and not _is_watched(status):
        block = "\n\n" + indent(code_block("\n".join(lines), "yaml"), "  ")
    return (
        f"- {escape(status.entry.title)} · {code_span(status.entry.file)}\n"
        f"  {address_span(status.link.url)}\n  {summary}.{action}{copy}{second_opinion}{block}"
    )


def _is_watched(status: LinkStatus) -> bool:
    return status.state == "watch" and not status.action_needed
