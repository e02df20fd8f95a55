"""Hold a whole catalog, with lookups across its entries, terms and collections."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from resource_catalog.model.backlinks import Backlinks
from resource_catalog.model.change_log import EntryState
from resource_catalog.model.entries_by_term import EntriesByTerm
from resource_catalog.model.ledger.link_ledger import EMPTY, Ledger
from resource_catalog.model.messages import translated
from resource_catalog.model.optional_pages import CHECK
from resource_catalog.model.own_fields import entry_type
from resource_catalog.model.records.catalog_settings import CatalogSettings
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.redirects import Redirect
from resource_catalog.model.records.self_check import SelfCheck
from resource_catalog.model.records.situations import Situation
from resource_catalog.model.records.tool import Tool
from resource_catalog.model.records.vocabulary import (
    PHASES,
    STAGES,
    TYPES,
    Phase,
    PhaseVocabulary,
    ResourceType,
    Stage,
    Term,
    Vocabulary,
)
from resource_catalog.model.title_order import title_sort_key
from resource_catalog.model.translations.translated_text import Translation

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class ShownLanguage:
    """What a translated catalog knows of itself.

    ``of`` is the catalog that it is translated from. ``is_signed`` tells whether a native reader
    has signed all of it.
    """

    of: Catalog
    is_signed: bool

    @property
    def source(self) -> str:
        """The language that it is translated from."""
        return self.of.identity.language


@dataclass(frozen=True)
class Catalog:
    """A catalog: its identity, and its facets, entries and other records by id.

    ``ledger`` has the results of the link watch; ``other_records`` are all records that are
    neither vocabularies nor entries, by type and id. ``pictures`` are the files that bodies of
    entries may show, by their paths below the folder of pictures. ``self_check`` is what
    ``check.yml`` adds to the questions of the stages, ``situations`` are what people ask.
    ``change_log`` is what each entry was when last recorded, by id, with its changes.
    ``translations`` are the languages that it is translated into, by their tags; ``shown_in`` is
    there if this is one of them.
    """

    identity: CatalogSettings
    facets: Mapping[str, Vocabulary[Term]]
    entries: Mapping[str, Entry]
    synonyms: tuple[tuple[str, ...], ...] = ()
    ledger: Ledger = EMPTY
    redirects: tuple[Redirect, ...] = ()
    other_records: Mapping[type[Record], Mapping[str, Any]] = field(default_factory=dict)
    pictures: Mapping[str, Path] = field(default_factory=dict)
    self_check: SelfCheck = field(default_factory=SelfCheck)
    situations: tuple[Situation, ...] = ()
    change_log: Mapping[str, EntryState] = field(default_factory=dict)
    translations: Mapping[str, Translation] = field(default_factory=dict)
    shown_in: ShownLanguage | None = None

    @property
    def written_in(self) -> str:
        """The language of titles, which are those of the source in a translated catalog."""
        return self.shown_in.source if self.shown_in else self.identity.language

    @property
    def entry_type(self) -> type[Entry]:
        """The type of its entries, with the fields that it adds itself."""
        return entry_type(self.identity.fields)

    def records(self, record_type: type[R]) -> Mapping[str, R]:
        """The records of a type by id; empty if the catalog has none."""
        return self.other_records.get(record_type, {})

    @property
    def collections(self) -> Mapping[str, Collection]:
        """The collections by id."""
        return self.records(Collection)

    @property
    def tools(self) -> Mapping[str, Tool]:
        """The tools by id."""
        return self.records(Tool)

    @cached_property
    def tool_entries(self) -> Mapping[str, Entry]:
        """The tools by id, each as it stands in lists among entries."""
        return {tool.id: tool.as_entry(self.entry_type) for tool in self.tools.values()}

    def item(self, item_id: str) -> Entry | None:
        """The entry or the tool with an id, which wherever ids may stand are told apart here only.

        A tool is given as it stands in lists. Both have a title and an ``address``, and
        ``LinkStatuses.opens`` knows whether they can be opened; None if there is neither.
        """
        return self.entries.get(item_id) or self.tool_entries.get(item_id)

    @cached_property
    def tool_types(self) -> Mapping[str, ResourceType]:
        """The kinds of the tools, each in the form of a type of resources."""
        return {
            tool.kind: ResourceType(
                id=f"tool-{tool.kind}", label=translated(tool.kind_label), icon=tool.kind_icon
            )
            for tool in self.tools.values()
        }

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases in their order; empty if the catalog has none."""
        return cast("tuple[Phase, ...]", self.terms_in(PHASES))

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages, first to last; empty if the catalog has none."""
        return cast("tuple[Stage, ...]", self.terms_in(STAGES))

    @property
    def is_cycle(self) -> bool:
        """Whether the last phase leads back to the first."""
        vocabulary = self.facets.get(PHASES)
        return isinstance(vocabulary, PhaseVocabulary) and vocabulary.cycle and len(self.phases) > 2

    @property
    def has_matrix(self) -> bool:
        """Whether there are cells, of phases and stages together."""
        return bool(self.phases and self.stages)

    @property
    def has_check(self) -> bool:
        """Whether there is a self-check: the stages ask something, and it is not left out."""
        asks = any(stage.questions or stage.tasks for stage in self.stages)
        return asks and CHECK not in self.identity.leave_out

    @property
    def has_lasting_names(self) -> bool:
        """Whether every question has an id, so that answers outlive a change of its text."""
        return all(p.id for stage in self.stages for p in (*stage.questions, *stage.tasks))

    @property
    def is_sequenced(self) -> bool:
        """Whether somebody has put the entries of a phase in order."""
        return any(phase.sequence for phase in self.phases)

    @cached_property
    def has_durations(self) -> bool:
        """Whether any listed entry has a duration, so that it is worth saying which have none."""
        return any(entry.minutes for entry in self.listed)

    @cached_property
    def asked_facets(self) -> Mapping[str, Vocabulary[Term]]:
        """The facets that somebody who adds an entry has a choice in."""
        implied = {TYPES} if len(self.terms_in(TYPES)) == 1 else set()
        return {facet: v for facet, v in self.facets.items() if facet not in implied}

    def terms_in(self, facet: str) -> tuple[Term, ...]:
        """All terms of a facet; none if the catalog does not have it."""
        vocabulary = self.facets.get(facet)
        return vocabulary.terms if vocabulary else ()

    @cached_property
    def listed(self) -> tuple[Entry, ...]:
        """All entries that are shown in lists, by title."""
        return tuple(sorted((e for e in self.entries.values() if e.is_listed), key=title_sort_key))

    @cached_property
    def listed_tools(self) -> tuple[Entry, ...]:
        """All tools as they stand in lists, by title."""
        return tuple(sorted(self.tool_entries.values(), key=title_sort_key))

    @cached_property
    def in_curated_order(self) -> tuple[Entry, ...]:
        """Listed entries and tools by phase, in each phase's order; the rest by title."""
        found: dict[str, Entry] = {}
        by_term = self.by_term
        for phase in self.phases:
            for entry in (*by_term.tagged(PHASES, phase.id), *by_term.tools_at(PHASES, phase.id)):
                found.setdefault(entry.id, entry)
        for entry in (*self.listed, *self.listed_tools):
            found.setdefault(entry.id, entry)
        return tuple(found.values())

    @cached_property
    def newest(self) -> tuple[Entry, ...]:
        """Listed entries and tools, newest first; those without a date come last."""
        both = sorted((*self.listed, *self.listed_tools), key=title_sort_key)
        earliest = datetime.date.min
        return tuple(sorted(both, key=lambda e: e.added or earliest, reverse=True))

    @cached_property
    def by_term(self) -> EntriesByTerm:
        """The listed entries and tools by their terms."""
        return EntriesByTerm(self.listed, self.listed_tools, self.phases, self.term_ids)

    @cached_property
    def backlinks(self) -> Backlinks:
        """What refers to each entry."""
        return Backlinks(
            entries=tuple(self.entries.values()),
            collections=tuple(self.collections.values()),
            tools=tuple(self.tools.values()),
            situations=self.situations,
            stages=self.stages,
        )

    def also_useful(self, phase: Phase) -> tuple[Entry, ...]:
        """The listed entries that are said to help in a phase without being part of it."""
        return tuple(entry for entry in self.items(phase.also_useful) if entry.is_listed)

    def situations_in(self, phase: str) -> tuple[Situation, ...]:
        """What people ask in a phase."""
        return tuple(situation for situation in self.situations if situation.phase == phase)

    @cached_property
    def taken_ids(self) -> frozenset[str]:
        """The ids and aliases of all entries and tools."""
        items: list[Entry | Tool] = [*self.entries.values(), *self.tools.values()]
        old = (alias for item in items for alias in item.aliases)
        return frozenset({*self.entries, *self.tools, *old})

    def term(self, facet: str, term: str) -> Term:
        """A term by its facet and id."""
        return self.facets[facet].by_id[term]

    def term_ids(self, entry: Entry, facet: str) -> tuple[str, ...]:
        """The ids of the terms of a facet that an entry has, and of those above them."""
        named = entry.tags.get(facet, ())
        return self.facets[facet].with_broader(named) if named else named

    def terms_of(self, entry: Entry, facet: str) -> tuple[Term, ...]:
        """The terms of a facet that an entry has, in the order of the vocabulary."""
        return self.terms(facet, entry.tags.get(facet, ()))

    def all_terms_of(self, entry: Entry, facet: str) -> tuple[Term, ...]:
        """The same with the terms above those that the entry names."""
        return self.terms(facet, self.term_ids(entry, facet))

    def terms(self, facet: str, ids: tuple[str, ...]) -> tuple[Term, ...]:
        """The terms of a facet with these ids, in the order of the vocabulary."""
        if not ids:
            return ()  # the catalog may not have the facet
        found = self._terms_by_ids.get((facet, ids))
        if found is None:
            found = tuple(term for term in self.facets[facet].terms if term.id in ids)
            self._terms_by_ids[facet, ids] = found
        return found

    @cached_property
    def _terms_by_ids(self) -> dict[tuple[str, tuple[str, ...]], tuple[Term, ...]]:
        # A cache: many entries have the same few tags.
        return {}

    def types_of(self, entry: Entry) -> tuple[ResourceType, ...]:
        """The types of an entry in the order in which it names them; often one, possibly none.

        That of a tool is its kind.
        """
        if entry.tool_kind:
            return (self.tool_types[entry.tool_kind],)
        named = entry.tags.get(TYPES, ())
        return cast("tuple[ResourceType, ...]", tuple(self.term(TYPES, name) for name in named))

    def entries_in(self, collection: Collection) -> tuple[Entry, ...]:
        """The entries and tools of a collection in its order."""
        return self.items(item.id for item in collection.entries)

    def items(self, item_ids: Iterable[str]) -> tuple[Entry, ...]:
        """The entries and tools with some ids, in their order; unknown ids are left out."""
        return tuple(item for item_id in item_ids if (item := self.item(item_id)) is not None)
