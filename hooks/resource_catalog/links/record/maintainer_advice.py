"""What a maintainer should do about a link, by its state."""

from __future__ import annotations

from collections.abc import Mapping

from resource_catalog.links.record.state_rules import BLOCKED_DAYS, is_broken
from resource_catalog.model.ledger.link_ledger import LinkRecord
from resource_catalog.model.messages import N_, _
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.link import Link

_ACTIONS: Mapping[str, str] = {
    "dead": N_("Find the new address, or retire the entry."),
    "parked": N_("Remove the link: the name belongs to someone else now."),
    "tls": N_("Tell the site's owner that its certificate is faulty."),
    "drift": N_("Open it: is it still what the entry says?"),
    "fragment": N_("Fix the part of the address after #."),
    "unsafe": N_("Replace it with a link that readers can open."),
}

_PAGE_ACTIONS: Mapping[str, str] = {
    **_ACTIONS,
    "dead": N_("Find the new address, or remove the link."),
    "drift": N_("Open it: is it still what the page means?"),
}


def entry_action(state: str, record: LinkRecord | None, entry: Entry, link: Link, days: int) -> str:
    """What to do about a link of an entry that has been in a state for some days; else empty."""
    if state == "blocked":
        needs_word = days >= BLOCKED_DAYS or entry.verified is not None
        return _("Open it yourself and confirm it with “verified”.") if needs_word else ""
    if state == "login":
        is_drift = entry.access == "open" and link.role != "landing"
        return _("It is meant to be open, but asks to sign in.") if is_drift else ""
    return _action(_ACTIONS, state, record)


def page_action(record: LinkRecord) -> str:
    """What to do about a link on a hand-written page; empty if nothing."""
    return _action(_PAGE_ACTIONS, record.state, record)


def _action(actions: Mapping[str, str], state: str, record: LinkRecord | None) -> str:
    if state == "watch" and record and is_broken(record):
        return _("It has never worked: is the address right?")
    action = actions.get(state)
    return _(action) if action else ""
