"""Find what is missing in a catalog: empty cells, terms with few entries, facts not recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

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
    """A fact that is not recorded for some entries; ``about`` says why readers need it.

    ``is_everywhere``: no listed entry has it, so that it is one gap and not one for each.
    """

    name: str
    title: str
    about: str
    entries: tuple[Entry, ...]
    is_everywhere: bool = False

    @property
    def number(self) -> int:
        """How many gaps this is."""
        return 1 if self.is_everywhere else len(self.entries)


def empty_cells(catalog: Catalog) -> tuple[tuple[Phase, Stage], ...]:
    """The cells of the matrix without entries; nothing if the catalog does not care."""
    if not is_wanted("cells", catalog):
        return ()
    return tuple(
        (phase, stage)
        for phase in catalog.phases
        for stage in catalog.stages
        if not catalog.by_term.cell(phase.id, stage.id)
    )


def sparse_terms(catalog: Catalog) -> Iterator[tuple[Vocabulary[Term], tuple[Term, ...]]]:
    """The terms with few entries, by facet and rarest first.

    Types may be rare, and phases and stages are covered by :func:`empty_cells`.
    """
    if not is_wanted("terms", catalog):
        return
    for facet, vocabulary in _optional_facets(catalog):
        sparse = [
            t
            for t in vocabulary.terms
            if len(catalog.by_term.tagged(facet, t.id)) < MIN_ENTRIES_PER_TERM
        ]
        if sparse:
            sparse.sort(key=lambda term: len(catalog.by_term.tagged(facet, term.id)))
            yield vocabulary, tuple(sparse)


def missing_facts(catalog: Catalog) -> tuple[MissingFact, ...]:
    """The facts that some listed entries lack, the most important first."""
    found = [
        _missing(catalog, MISSING_ADDRESS, _("Link missing"), _(_ADDRESS), _no_address),
        _missing(catalog, "contacts", _("No contact listed"), _(_CONTACT), _no_contact),
        _missing(catalog, "summaries", _("No description yet"), _(_SUMMARY), _no_summary),
        _missing(catalog, "access", _("Access not known"), _(_ACCESS), _no_access),
        *_missing_places(catalog),
        _missing(catalog, "uses", _("How to use it not described"), _(_USE), _no_use),
        *_missing_terms(catalog),
        _missing(catalog, "dates", _("No date"), _(_DATE), _no_date),
        _missing(
            catalog, "accessibility", _("Accessibility not known"), _(_ACCESSIBILITY), _no_features
        ),
    ]
    return tuple(
        replace(fact, is_everywhere=_is_everywhere(fact, catalog))
        for fact in found
        if fact.entries and is_wanted(fact.name, catalog)
    )


def _is_everywhere(fact: MissingFact, catalog: Catalog) -> bool:
    """Whether no listed entry has a fact; lost addresses and contacts are each one's own."""
    if fact.name in (MISSING_ADDRESS, "contacts"):
        return False
    if fact.name == "accessibility":  # not asked of what nobody can open
        return not any(entry.accessibility for entry in catalog.listed)
    return len(fact.entries) == len(catalog.listed)


def is_wanted(name: str, catalog: Catalog) -> bool:
    """Whether the catalog cares about a gap: one of ``GAPS``, or the name of a facet."""
    wanted = catalog.identity.gaps
    if name in ("places", PHASES, STAGES):  # one of them, depending on what the catalog has
        return wanted is None or not {"places", PHASES, STAGES}.isdisjoint(wanted)
    return wanted is None or name in wanted


_ADDRESS = N_("We know these exist, but we don’t have a link to them.")
_CONTACT = N_("These are available on request, but no contact is listed.")
_PLACE = N_("These can only be found by searching: they aren’t in any group.")
_TWO_WAYS = N_("People browsing by %(phase)s or by %(stage)s won’t find these.")
_SUMMARY = N_("Readers see only the title of these.")
_ACCESS = N_("Readers can’t tell whether these are free to open, need an account, or cost money.")
_USE = N_("We say what these are, but not who would use them and for what.")
_DATE = N_("Readers can’t tell whether these are new or old.")
_ACCESSIBILITY = N_(
    "We don’t know whether these have captions, transcripts, headings, or image descriptions."
)


def _no_address(entry: Entry) -> bool:
    return entry.access == "unlocated"


def _no_contact(entry: Entry) -> bool:
    return entry.access == "on-request" and not entry.has_named_contact


def _no_summary(entry: Entry) -> bool:
    return not entry.summary


def _no_access(entry: Entry) -> bool:
    return entry.access is None


def _no_place(entry: Entry) -> bool:
    return not entry.tags.get(PHASES) and not entry.tags.get(STAGES)


def _no_use(entry: Entry) -> bool:
    return not entry.recommended_use


def _no_date(entry: Entry) -> bool:
    return not entry.published


def _no_features(entry: Entry) -> bool:
    return not entry.accessibility and entry.access != "unlocated"


def _missing_places(catalog: Catalog) -> Iterator[MissingFact]:
    """The entries without a type, and those that are in no part of the roadmap."""
    if TYPES in catalog.facets:
        yield _missing_term(catalog.facets[TYPES], catalog)
    if catalog.has_matrix:
        fact = _missing(catalog, "places", _no_place_title(catalog), "", _no_place)
        yield replace(fact, about=_about_places(fact.entries, catalog))
    else:
        for facet in (PHASES, STAGES):
            if facet in catalog.facets:
                yield _missing_term(catalog.facets[facet], catalog)


def _missing_terms(catalog: Catalog) -> Iterator[MissingFact]:
    """For each optional facet, the entries without a term of it."""
    for _facet, vocabulary in _optional_facets(catalog):
        yield _missing_term(vocabulary, catalog)


def _missing_term(vocabulary: Vocabulary[Term], catalog: Catalog) -> MissingFact:
    without = tuple(entry for entry in catalog.listed if not entry.tags.get(vocabulary.id))
    return MissingFact(
        vocabulary.id,
        _("No %(facet)s", facet=vocabulary.noun),
        _("People browsing by %(facet)s won’t find these.", facet=vocabulary.noun),
        without,
    )


def _about_places(entries: tuple[Entry, ...], catalog: Catalog) -> str:
    """What readers miss: any way but the search, or the two ways of the matrix alone."""
    if not any(any(entry.tags.values()) for entry in entries):
        return _(_PLACE)
    return _(_TWO_WAYS, phase=catalog.facets[PHASES].noun, stage=catalog.facets[STAGES].noun)


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
