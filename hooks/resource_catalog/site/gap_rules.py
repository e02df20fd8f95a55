"""Find what is missing in a catalog: empty cells, terms with few entries, facts not recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import N_, _
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import (
    PHASES,
    STAGES,
    TYPES,
    Phase,
    Stage,
    Term,
    Vocabulary,
)

MIN_ENTRIES_PER_TERM = 3
"""A term with fewer entries is reported."""

MISSING_ADDRESS = "addresses"
"""The ``name`` of the fact that an entry's address is lost."""


@dataclass(frozen=True)
class MissingFact:
    """A fact that is not recorded for some entries; ``about`` says why readers need it."""

    name: str
    title: str
    about: str
    entries: tuple[Entry, ...]


def empty_cells(catalog: Catalog) -> tuple[tuple[Phase, Stage], ...]:
    """The cells of the matrix without entries."""
    return tuple(
        (phase, stage)
        for phase in catalog.phases
        for stage in catalog.stages
        if not catalog.cell(phase.id, stage.id)
    )


def sparse_terms(catalog: Catalog) -> Iterator[tuple[Vocabulary[Term], tuple[Term, ...]]]:
    """The terms with few entries, by facet and rarest first.

    Types may be rare, and phases and stages are covered by :func:`empty_cells`.
    """
    for facet, vocabulary in _optional_facets(catalog):
        sparse = [
            t for t in vocabulary.terms if len(catalog.tagged(facet, t.id)) < MIN_ENTRIES_PER_TERM
        ]
        if sparse:
            sparse.sort(key=lambda term: len(catalog.tagged(facet, term.id)))
            yield vocabulary, tuple(sparse)


def missing_facts(catalog: Catalog) -> tuple[MissingFact, ...]:
    """The facts that some listed entries lack, the most important first."""
    found = [
        _missing(catalog, MISSING_ADDRESS, _("Address lost"), _(_ADDRESS), _no_address),
        _missing(catalog, "contacts", _("Nobody known to ask"), _(_CONTACT), _no_contact),
        _missing(catalog, "places", _no_place_title(catalog), _(_PLACE), _no_place),
        _missing(catalog, "uses", _("No word on how to use it"), _(_USE), _no_use),
        *_missing_terms(catalog),
        _missing(catalog, "dates", _("No date"), _(_DATE), _no_date),
        _missing(
            catalog, "accessibility", _("Accessibility not known"), _(_ACCESSIBILITY), _no_features
        ),
    ]
    return tuple(fact for fact in found if fact.entries)


_ADDRESS = N_("These exist, but nobody has recorded where they are now.")
_CONTACT = N_("These are handed out on request, and nobody has recorded by whom.")
_PLACE = N_("These can only be found by searching: they stand in no part of the roadmap.")
_USE = N_("Readers are told what these are, but not who would do what with them.")
_DATE = N_("Readers cannot tell whether these are new or old.")
_ACCESSIBILITY = N_(
    "Whether these have captions, a transcript, headings or descriptions of pictures: "
    "those who need them cannot tell."
)


def _no_address(entry: Entry) -> bool:
    return entry.access == "unlocated"


def _no_contact(entry: Entry) -> bool:
    return entry.access == "on-request" and entry.request_from == "unknown"


def _no_place(entry: Entry) -> bool:
    return not entry.tags.get(PHASES) and not entry.tags.get(STAGES)


def _no_use(entry: Entry) -> bool:
    return not entry.recommended_use


def _no_date(entry: Entry) -> bool:
    return not entry.published


def _no_features(entry: Entry) -> bool:
    return not entry.accessibility and entry.access != "unlocated"


def _missing_terms(catalog: Catalog) -> Iterator[MissingFact]:
    """For each optional facet, the entries without a term of it."""
    for facet, vocabulary in _optional_facets(catalog):
        without = tuple(entry for entry in catalog.listed if not entry.tags.get(facet))
        yield MissingFact(
            facet,
            _("No %(facet)s", facet=vocabulary.noun),
            _("Nobody finds these who looks by %(facet)s.", facet=vocabulary.noun),
            without,
        )


def _no_place_title(catalog: Catalog) -> str:
    return _(
        "No %(phase)s and no %(stage)s",
        phase=catalog.facets[PHASES].noun,
        stage=catalog.facets[STAGES].noun,
    )


def _missing(
    catalog: Catalog, name: str, title: str, about: str, is_missing: Callable[[Entry], bool]
) -> MissingFact:
    return MissingFact(name, title, about, tuple(e for e in catalog.listed if is_missing(e)))


def _optional_facets(catalog: Catalog) -> Iterator[tuple[str, Vocabulary[Term]]]:
    """The facets of this catalog beside those that every catalog has."""
    for facet, vocabulary in catalog.facets.items():
        if facet not in (PHASES, STAGES, TYPES):
            yield facet, vocabulary
