"""Say how many entries of a list open, and put those that do first.

Where nothing in a catalog opens, its entries are not meant to be opened: nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from resource_catalog.model.messages import _, count, number
from resource_catalog.model.records.entry import Entry
from resource_catalog.site.site import Site


def opening_note(entries: Sequence[Entry], site: Site) -> str:
    """“2 of 5 open”; empty where all do."""
    opening = site.count_opening(entries)
    if not site.opening or opening == len(entries):
        return ""
    return _("%(opening)s of %(total)s open", opening=number(opening), total=number(len(entries)))


def how_many(entries: Sequence[Entry], site: Site) -> str:
    """“2 of 5 open”, or “5 resources” where all do."""
    return opening_note(entries, site) or count(len(entries), "resource")


def opening_first(entries: Sequence[Entry], site: Site) -> Sequence[Entry]:
    """The entries, those that do not open after the others; each part stays in order."""
    if not site.opening:
        return entries
    return sorted(entries, key=lambda entry: entry.id not in site.opening)
