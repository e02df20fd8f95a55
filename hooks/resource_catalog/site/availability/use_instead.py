"""Choose what readers can use in place of an entry that does not open."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain, islice

from resource_catalog.model.records.entry import Entry
from resource_catalog.site.site import Site

MOST_GUESSED = 3
"""How many entries are offered where no curator has chosen any."""

_MOST_CANDIDATES = 48
"""How many entries are compared, so that an entry of a huge catalog costs no more."""


@dataclass(frozen=True)
class Instead:
    """Entries that open, best first. ``is_guess`` means that no curator has chosen them."""

    entries: tuple[Entry, ...]
    is_guess: bool


def use_instead(entry: Entry, site: Site) -> Instead | None:
    """What to use in place of an entry; None if it opens or nothing is near it.

    What a curator has chosen counts as far as it opens. Otherwise it is what shares most with the
    entry, unless that has been replaced, a tool has its content or there is somebody to ask for it.
    """
    if site.link_statuses.opens(entry):
        return None
    catalog = site.catalog
    chosen = catalog.items(entry.instead)
    if opening := tuple(other for other in chosen if site.link_statuses.opens(other)):
        return Instead(opening, is_guess=False)
    newer = catalog.item(entry.replaced_by or "")
    if (
        entry.id in catalog.backlinks.tools_for
        or entry.has_named_contact
        or (newer and site.link_statuses.opens(newer))
    ):
        return None
    nearest = nearest_opening(entry, site)
    return Instead(nearest, is_guess=True) if nearest else None


def stand_in(entry: Entry, site: Site) -> Entry | None:
    """What stands in for an entry that does not open, by somebody's choice: one that opens."""
    catalog, opens = site.catalog, site.link_statuses.opens
    if opens(entry):
        return None
    tools = catalog.items(tool.id for tool in catalog.backlinks.tools_for.get(entry.id, ()))
    newer = catalog.items((entry.replaced_by,)) if entry.replaced_by else ()
    chosen = (*tools, *catalog.items(entry.instead), *newer)
    return next((other for other in chosen if opens(other)), None)


def nearest_opening(entry: Entry, site: Site) -> tuple[Entry, ...]:
    """The entries that open and share most with one.

    A term that few entries have counts more than one that many have, and being named as related
    counts as much as the rarest term.
    """
    catalog = site.catalog
    total = len(catalog.listed)
    weights = {
        (facet, term): math.log((total + 1) / len(tagged))
        for facet, terms in entry.tags.items()
        for term in terms
        if (tagged := catalog.by_term.tagged(facet, term))
    }
    related = {
        *entry.related,
        *(other.id for other in catalog.backlinks.related_from.get(entry.id, ())),
    }

    by_facet: dict[str, dict[str, float]] = {}
    for (facet, term), weight in weights.items():
        by_facet.setdefault(facet, {})[term] = weight
    related_weight = math.log(total + 1)

    def nearness(other: Entry) -> float:
        shared = related_weight if other.id in related else 0.0
        for facet, of_terms in by_facet.items():
            for term in other.tags.get(facet, ()):
                shared += of_terms.get(term, 0)
        return shared

    rarest_first = sorted(weights, key=lambda tag: (-weights[tag], tag))
    near = chain(
        catalog.items(sorted(related)),
        chain.from_iterable(catalog.by_term.tagged(*tag) for tag in rarest_first),
    )
    candidates = {other.id: other for other in islice(_usable(near, entry, site), _MOST_CANDIDATES)}
    found = nsmallest(MOST_GUESSED, candidates.values(), key=lambda e: (-nearness(e), e.id))
    return tuple(found)


def _usable(entries: Iterator[Entry], entry: Entry, site: Site) -> Iterator[Entry]:
    return (
        other
        for other in entries
        if other.id in site.opening and other.id != entry.id and other.replaced_by is None
    )
