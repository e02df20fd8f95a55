"""Work out what the map of phases and stages shows in a place: dots, or a number of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.entry import Entry
from resource_catalog.site.site import Site

MOST_DOTS = 6
"""If a place has more entries than this, all places show numbers."""

TINTS = 4
"""How many tints there are; the fullest place has the strongest."""


@dataclass(frozen=True)
class Place:
    """One place of the map.

    ``dots`` has one item for each entry, whether it opens, those that do first; it is None where
    there are too many. ``tint`` is 0 for an empty place.
    """

    number: int
    opening: int
    tint: int
    dots: Sequence[bool] | None


def fullest_cell(catalog: Catalog) -> int:
    """The number of entries of the cell that has most."""
    return max(
        (len(catalog.by_term.cell(p.id, s.id)) for p in catalog.phases for s in catalog.stages),
        default=0,
    )


def map_place(entries: Sequence[Entry], most: int, site: Site) -> Place:
    """The place of some entries on a map whose fullest place has ``most``.

    Where nothing in a catalog opens, its entries are not meant to be opened: all dots are full.
    """
    number = len(entries)
    opening = site.count_opening(entries) if site.opening else number
    dots = [True] * opening + [False] * (number - opening)
    tint = math.ceil(TINTS * number / most) if most else 0
    return Place(number, opening, tint, dots if most <= MOST_DOTS else None)
