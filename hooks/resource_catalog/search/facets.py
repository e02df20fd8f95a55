"""Facets as filters: every vocabulary, and the fields of entries that can be filtered by too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from resource_catalog.catalog import Catalog
from resource_catalog.links.standing import STATE_LABELS, LinkStatuses
from resource_catalog.model import ACCESS, ACCESS_LABELS, Entry
from resource_catalog.values import suggest_slug


@dataclass(frozen=True)
class Value:
    """One value of a filter: its id stands in addresses."""

    id: str
    label: str


@dataclass(frozen=True)
class Filter:
    """A facet to filter by.

    ``parameter`` is its name in addresses, ``of`` gives for each entry the
    positions of its values.
    """

    id: str
    parameter: str
    label: str
    values: tuple[Value, ...]
    of: tuple[tuple[int, ...], ...]


def filters(
    catalog: Catalog, entries: Sequence[Entry], link_statuses: LinkStatuses
) -> list[Filter]:
    """All filters of a catalog for ``entries``; those that could not narrow anything left out."""
    found = [*_vocabularies(catalog, entries), *_fields(entries), _links(entries, link_statuses)]
    return [f for f in found if len({value for of in set(f.of) for value in of}) > 1]


def parameter(facet: str) -> str:
    """The name of a facet in addresses: the file name for one thing, such as ``phase``."""
    if facet.endswith("ies"):
        return facet[:-3] + "y"
    return facet.removesuffix("s")


def _vocabularies(catalog: Catalog, entries: Sequence[Entry]) -> Iterator[Filter]:
    for facet, vocabulary in catalog.facets.items():
        place = {term.id: index for index, term in enumerate(vocabulary.terms)}
        yield Filter(
            id=facet,
            parameter=parameter(facet),
            label=vocabulary.one,
            values=tuple(Value(t.id, t.label) for t in vocabulary.terms),
            of=_positions([entry.tags.get(facet, ()) for entry in entries], place),
        )


def _fields(entries: Sequence[Entry]) -> Iterator[Filter]:
    yield _field("access", "Access", entries, lambda e: [e.access], _by(ACCESS), ACCESS_LABELS.get)
    yield _field("publishers", "Publisher", entries, lambda e: e.publishers, _most_used)
    yield _field("years", "Year", entries, lambda e: [e.year] if e.year else [], _latest)
    yield _field("languages", "Language", entries, lambda e: [e.language] if e.language else [])


def _links(entries: Sequence[Entry], link_statuses: LinkStatuses) -> Filter:
    """The state of the link that readers open first."""

    def state_of(entry: Entry) -> list[str]:
        status = link_statuses.primary(entry)
        return [status.state] if status else []

    return _field("link", "Link", entries, state_of, _by(list(STATE_LABELS)), STATE_LABELS.get)


def _field(
    facet: str,
    label: str,
    entries: Sequence[Entry],
    values_of: Callable[[Entry], Iterable[str]],
    order: Callable[[Counter[str]], list[str]] = lambda counts: sorted(counts),
    label_of: Callable[[str], str | None] = lambda value: value,
) -> Filter:
    """A filter whose values are whatever the entries hold in a field."""
    per_entry = [tuple(dict.fromkeys(values_of(entry))) for entry in entries]
    values = order(Counter(chain.from_iterable(per_entry)))
    place = {value: index for index, value in enumerate(values)}
    return Filter(
        id=facet,
        parameter=parameter(facet) if facet != "access" else "access",
        label=label,
        values=tuple(Value(suggest_slug(v) or v, label_of(v) or v) for v in values),
        of=_positions(per_entry, place),
    )


def _positions(
    per_entry: Sequence[tuple[str, ...]], place: Mapping[str, int]
) -> tuple[tuple[int, ...], ...]:
    """The positions of the values of each entry; entries with the same values share them."""
    known = {values: tuple(sorted(map(place.__getitem__, values))) for values in set(per_entry)}
    return tuple(map(known.__getitem__, per_entry))


def _by(known: Sequence[str]) -> Callable[[Counter[str]], list[str]]:
    return lambda counts: [value for value in known if value in counts]


def _most_used(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda value: (-counts[value], value))


def _latest(counts: Counter[str]) -> list[str]:
    return sorted(counts, reverse=True)
