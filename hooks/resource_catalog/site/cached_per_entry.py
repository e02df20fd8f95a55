"""Cache a function of an entry and a site, for as long as the site exists."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from resource_catalog.model.records.entry import Entry
from resource_catalog.site.site import Site

Made = TypeVar("Made")


def once(make: Callable[[Entry, Site], Made]) -> Callable[[Entry, Site], Made]:
    """Decorate ``make`` so that it is called once per entry of a site.

    Use it for small results that several pages need, since all of them stay in memory.
    """

    @wraps(make)
    def kept(entry: Entry, site: Site) -> Made:
        made = site.cached_results.setdefault(make, {})
        found: tuple[Entry, Made] | None = made.get(entry.id)
        if found is None or found[0] is not entry:
            made[entry.id] = found = entry, make(entry, site)
        return found[1]

    return kept
