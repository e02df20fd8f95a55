"""The pages with a list that can be shared: their paths, and that of the list to embed."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.vocabulary import PHASES, STAGES, Term
from resource_catalog.site.site import Site

EMBED_ROOT = "embed/"
"""Folder of the embeddable lists; below it, each has the path of its page."""


def shareable_pages(catalog: Catalog) -> Iterator[str]:
    """The paths of all pages with a list that can be shared."""
    for phase in catalog.phases:
        yield f"phases/{phase.id}/"
        yield from (f"phases/{phase.id}/{stage.id}/" for stage in catalog.stages)
    yield from (f"stages/{stage.id}/" for stage in catalog.stages)
    yield from (f"collections/{name}/" for name in catalog.collections)
    yield from (f"tools/{name}/" for name in catalog.tools)
    for facet, term in other_terms(catalog):
        yield f"{facet}/{term.id}/"


def is_shareable(page: str, catalog: Catalog) -> bool:
    """Whether a path is one of :func:`shareable_pages`, without making all of them."""
    kind, _slash, name = page.rstrip("/").partition("/")
    if kind == "collections":
        return name in catalog.collections
    if kind == "tools" and catalog.tools:
        return name in catalog.tools
    term, _slash, stage = name.partition("/")
    has_cell = kind == PHASES and any(known.id == stage for known in catalog.stages)
    return any(known.id == term for known in catalog.terms_in(kind)) and (not stage or has_cell)


def other_terms(catalog: Catalog) -> Iterator[tuple[str, Term]]:
    """The terms of all facets but phases and stages, each with the id of its facet."""
    for facet, vocabulary in catalog.facets.items():
        if facet not in (PHASES, STAGES):
            yield from ((facet, term) for term in vocabulary.terms)


def can_share(site: Site) -> bool:
    """Whether the site has an absolute URL, so that its links work from elsewhere."""
    return "://" in site.absolute_url("")
