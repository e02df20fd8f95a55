"""Once: what is made of an entry for a site, made one time however many pages and files ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from resource_catalog.model.records.entry import Entry
from resource_catalog.site.site import Site

Made = TypeVar("Made")


def once(make: Callable[[Entry, Site], Made]) -> Callable[[Entry, Site], Made]:
    """Keep what ``make`` gives for each entry, as long as the site is there.

    For what is small and asked for often: all of it is held at the same time.
    """

    @wraps(make)
    def kept(entry: Entry, site: Site) -> Made:
        made = site.made.setdefault(make, {})
        found: tuple[Entry, Made] | None = made.get(entry.id)
        if found is None or found[0] is not entry:
            made[entry.id] = found = entry, make(entry, site)
        return found[1]

    return kept
