"""What the search offers before anything is typed, and where to go on when nothing is found."""

from __future__ import annotations

from typing import Any

from resource_catalog.model.messages import _, named
from resource_catalog.model.optional_pages import SUGGEST_PATH
from resource_catalog.model.records.vocabulary import PHASES, STAGES
from resource_catalog.site.site import Site

MOST = 6
"""How many of a kind are offered: the dialog is no index."""


def starting_points(site: Site) -> dict[str, Any]:
    """``begin``: headings with pages to begin with; ``goOn``: pages that list what there is.

    A page is its path and its title.
    """
    catalog = site.catalog
    steps = next(
        (catalog.facets[name] for name in (PHASES, STAGES) if name in catalog.facets), None
    )
    groups: list[tuple[str, list[tuple[str, str]]]] = []
    if steps:
        terms = [(f"{steps.id}/{term.id}/", term.label) for term in steps.terms[:MOST]]
        groups.append((steps.label, terms))
    packs = [(f"collections/{pack.id}/", pack.title) for pack in catalog.collections.values()]
    groups.append((named("nav.collections", _("Packs")), packs[:MOST]))
    facets = [
        (f"{facet}/", vocabulary.label)
        for facet, vocabulary in catalog.asked_facets.items()
        if any(catalog.by_term.tagged(facet, term.id) for term in vocabulary.terms)
    ]
    asked = [(SUGGEST_PATH, _("Suggest a resource"))] if site.has_page(SUGGEST_PATH) else []
    return {"begin": [group for group in groups if group[1]], "goOn": facets + asked}
