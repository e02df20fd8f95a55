"""Gaps: what the catalog does not have or does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from resource_catalog.catalog import Catalog
from resource_catalog.model import PHASES, STAGES, TYPES, Entry, Phase, Stage, Term, Vocabulary

THIN = 3
"""A term with fewer entries gives little to choose from."""

LOST = "addresses"
"""The name of what lacks an address."""


@dataclass(frozen=True)
class Lack:
    """Something that entries do not say, and who suffers from it."""

    name: str
    title: str
    about: str
    entries: tuple[Entry, ...]


def empty_cells(catalog: Catalog) -> tuple[tuple[Phase, Stage], ...]:
    """The cells of the matrix in which there is nothing."""
    return tuple(
        (phase, stage)
        for phase in catalog.phases
        for stage in catalog.stages
        if not catalog.cell(phase.id, stage.id)
    )


def thin_terms(catalog: Catalog) -> Iterator[tuple[Vocabulary[Term], tuple[Term, ...]]]:
    """The terms with few entries, by facet; types may be rare, and cells are told of alone."""
    for facet, vocabulary in _free_facets(catalog):
        thin = [t for t in vocabulary.terms if len(catalog.tagged(facet, t.id)) < THIN]
        if thin:
            thin.sort(key=lambda term: len(catalog.tagged(facet, term.id)))
            yield vocabulary, tuple(thin)


def lacks(catalog: Catalog) -> tuple[Lack, ...]:
    """What listed entries lack, the most painful first; what none lacks is left out."""
    found = [
        _lack(catalog, LOST, "Address lost", _ADDRESS, lambda e: e.access == "unlocated"),
        _lack(catalog, "contacts", "Nobody known to ask", _CONTACT, _asks_nobody),
        _lack(catalog, "places", "No phase and no stage", _PLACE, _is_nowhere),
        _lack(catalog, "uses", "No word on how to use it", _USE, lambda e: not e.recommended_use),
        *_untagged(catalog),
        _lack(catalog, "dates", "No date", _DATE, lambda e: not e.published),
        _lack(catalog, "accessibility", "Accessibility not known", _ACCESSIBILITY, _is_unheard),
    ]
    return tuple(lack for lack in found if lack.entries)


_ADDRESS = "These exist, but nobody has recorded where they are now."
_CONTACT = "These are handed out on request, and nobody has recorded by whom."
_PLACE = "These can only be found by searching: they stand in no part of the roadmap."
_USE = "Readers are told what these are, but not who would do what with them."
_DATE = "Readers cannot tell whether these are new or old."
_ACCESSIBILITY = (
    "Whether these have captions, a transcript, headings or descriptions of pictures: "
    "those who need them cannot tell."
)


def _asks_nobody(entry: Entry) -> bool:
    return entry.access == "on-request" and entry.request_from == "unknown"


def _is_nowhere(entry: Entry) -> bool:
    return not entry.tags.get(PHASES) and not entry.tags.get(STAGES)


def _is_unheard(entry: Entry) -> bool:
    return not entry.accessibility and entry.access != "unlocated"


def _untagged(catalog: Catalog) -> Iterator[Lack]:
    """For each further facet, the entries without a term of it."""
    for facet, vocabulary in _free_facets(catalog):
        one = vocabulary.one.lower()
        without = tuple(entry for entry in catalog.listed if not entry.tags.get(facet))
        yield Lack(facet, f"No {one}", f"Nobody finds these who looks by {one}.", without)


def _lack(
    catalog: Catalog, name: str, title: str, about: str, is_so: Callable[[Entry], bool]
) -> Lack:
    return Lack(name, title, about, tuple(e for e in catalog.listed if is_so(e)))


def _free_facets(catalog: Catalog) -> Iterator[tuple[str, Vocabulary[Term]]]:
    """The facets that this catalog has of its own accord."""
    for facet, vocabulary in catalog.facets.items():
        if facet not in (PHASES, STAGES, TYPES):
            yield facet, vocabulary
