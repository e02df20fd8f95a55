"""Define the filters of the browse page: one for each vocabulary, and some fields of entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from resource_catalog.links.record.link_status import STATE_LABELS, LinkStatuses
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_types.languages import language_name
from resource_catalog.model.field_types.slugs import suggest_slug
from resource_catalog.model.messages import _
from resource_catalog.model.records.access import ACCESS, ACCESS_LABELS, HERE, HERE_LABEL
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import query_parameter


@dataclass(frozen=True)
class FilterValue:
    """A value of a filter. Its ``id`` is used in URLs; ``depth`` is that of a term in its tree."""

    id: str
    label: str
    depth: int = 0


@dataclass(frozen=True)
class Filter:
    """A facet to filter by, and its values for each entry.

    ``query_parameter`` is its name in URLs. ``value_indexes`` has, for each entry, the indexes
    of its values in ``values``.
    """

    id: str
    query_parameter: str
    label: str
    values: tuple[FilterValue, ...]
    value_indexes: tuple[tuple[int, ...], ...]


def filters(
    catalog: Catalog, entries: Sequence[Entry], link_statuses: LinkStatuses
) -> list[Filter]:
    """The filters for ``entries``, without those that have fewer than two values in use."""
    found = [
        *_vocabulary_filters(catalog, entries),
        *_field_filters(catalog, entries),
        _link_filter(entries, link_statuses),
    ]
    return [f for f in found if len({i for indexes in set(f.value_indexes) for i in indexes}) > 1]


_ON_CARDS = ("access", "publishers", "years")
"""The filters by fields whose values a card shows."""


def only_on_cards(
    catalog: Catalog, entries: Sequence[Entry], known: Sequence[Filter]
) -> list[Filter]:
    """What cards show though it is no filter, since a single value is in use: see ``known``."""
    missing = {*_ON_CARDS} - {item.id for item in known}
    if not missing:
        return []
    return [f for f in _field_filters(catalog, entries) if f.id in missing and f.values]


def _vocabulary_filters(catalog: Catalog, entries: Sequence[Entry]) -> Iterator[Filter]:
    for facet, vocabulary in catalog.facets.items():
        tree = vocabulary.in_tree_order
        index = {term.id: index for index, (term, _) in enumerate(tree)}
        yield Filter(
            id=facet,
            query_parameter=query_parameter(facet),
            label=vocabulary.singular_label,
            values=tuple(FilterValue(term.id, term.label, depth) for term, depth in tree),
            value_indexes=_value_indexes([catalog.term_ids(e, facet) for e in entries], index),
        )


def _field_filters(catalog: Catalog, entries: Sequence[Entry]) -> Iterator[Filter]:
    yield _field_filter(
        "access",
        _("Access"),
        entries,
        _ways_to_get_it,
        _in_order_of((HERE, *ACCESS)),
        _translated({HERE: HERE_LABEL, **ACCESS_LABELS}),
    )
    yield _field_filter(
        "publishers", _("Publisher"), entries, lambda e: e.publishers, _most_frequent_first
    )
    yield _field_filter(
        "years", _("Year"), entries, lambda e: [e.year] if e.year else [], _latest_first
    )
    if len({entry.language for entry in entries} - {None}) > 1:
        yield _language_filter(entries, catalog.identity.language)


def _ways_to_get_it(entry: Entry) -> list[str]:
    if entry.tool_kind:
        return [HERE]
    return [entry.access] if entry.access else []


def _language_filter(entries: Sequence[Entry], catalog_language: str) -> Filter:
    """The filter by language, with names in the language of the catalog, in their order."""

    def name_of(tag: str) -> str:
        return language_name(tag, catalog_language)

    return _field_filter(
        "languages",
        _("Language"),
        entries,
        lambda e: [e.language] if e.language else [],
        lambda counts: sorted(counts, key=lambda tag: (name_of(tag).casefold(), tag)),
        name_of,
    )


def _link_filter(entries: Sequence[Entry], link_statuses: LinkStatuses) -> Filter:
    """The filter by the state of the primary link."""

    def state_of(entry: Entry) -> list[str]:
        status = link_statuses.primary(entry)
        return [status.state] if status else []

    return _field_filter(
        "link",
        _("Link"),
        entries,
        state_of,
        _in_order_of(list(STATE_LABELS)),
        _translated(STATE_LABELS),
    )


def _field_filter(
    facet: str,
    label: str,
    entries: Sequence[Entry],
    values_of: Callable[[Entry], Iterable[str]],
    order: Callable[[Counter[str]], list[str]],
    label_of: Callable[[str], str | None] = lambda value: value,
) -> Filter:
    """A filter by the values that the entries have in a field."""
    per_entry = [tuple(dict.fromkeys(values_of(entry))) for entry in entries]
    values = order(Counter(chain.from_iterable(per_entry)))
    index = {value: index for index, value in enumerate(values)}
    return Filter(
        id=facet,
        query_parameter=query_parameter(facet) if facet != "access" else "access",
        label=label,
        values=tuple(FilterValue(suggest_slug(v) or v, label_of(v) or v) for v in values),
        value_indexes=_value_indexes(per_entry, index),
    )


def _value_indexes(
    per_entry: Sequence[tuple[str, ...]], index: Mapping[str, int]
) -> tuple[tuple[int, ...], ...]:
    """The indexes of each entry's values; equal ones are shared between entries."""
    known = {values: tuple(sorted(map(index.__getitem__, values))) for values in set(per_entry)}
    return tuple(map(known.__getitem__, per_entry))


def _translated(labels: Mapping[str, str]) -> Callable[[str], str | None]:
    return lambda value: _(labels[value]) if value in labels else None


def _in_order_of(known: Sequence[str]) -> Callable[[Counter[str]], list[str]]:
    return lambda counts: [value for value in known if value in counts]


def _most_frequent_first(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda value: (-counts[value], value))


def _latest_first(counts: Counter[str]) -> list[str]:
    return sorted(counts, reverse=True)
