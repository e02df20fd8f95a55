"""Find the entries and tools that have a term, in the order in which lists show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES, Phase


@dataclass(frozen=True)
class EntriesByTerm:
    """The listed entries and tools of a catalog by their terms.

    Both are given by title. ``term_ids`` gives the terms of a facet that one has, with those above
    them.
    """

    listed: tuple[Entry, ...]
    listed_tools: tuple[Entry, ...]
    phases: tuple[Phase, ...]
    term_ids: Callable[[Entry, str], tuple[str, ...]]

    def tagged(self, facet: str, term: str) -> tuple[Entry, ...]:
        """The listed entries with a term, in curated order for a phase, else by title.

        Tools are among them only where the sequence of a phase names them: see :meth:`tools_at`.
        """
        return self._tagged.get((facet, term), ())

    def tools_at(self, facet: str, term: str, *more: str) -> tuple[Entry, ...]:
        """The tools with a term, by title, without those in the list of its entries already.

        ``more`` are another facet and a term of it that they must have as well.
        """
        sequence = self._sequences.get(term, ()) if facet == PHASES else ()
        return tuple(
            tool
            for tool in self.listed_tools
            if term in self.term_ids(tool, facet)
            and (not more or more[1] in self.term_ids(tool, more[0]))
            and tool.id not in sequence
        )

    def cell(self, phase: str, stage: str) -> tuple[Entry, ...]:
        """The entries of a cell of the phase × stage matrix, in the order of the phase."""
        return self._cells.get((phase, stage), ())

    def position_in_phase(self, phase: str, entry: str) -> int:
        """The position of a listed entry in its phase, counted from 1."""
        return self._positions[phase, entry]

    @cached_property
    def _sequences(self) -> Mapping[str, tuple[str, ...]]:
        """The ids that somebody has put in order, by phase."""
        return {phase.id: phase.sequence for phase in self.phases}

    @cached_property
    def _tagged(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        found: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.listed:
            for facet in entry.tags:
                for term in self.term_ids(entry, facet):
                    found[facet, term].append(entry)
        tools = {tool.id: tool for tool in self.listed_tools}
        for phase, sequence in self._sequences.items():
            place = {item_id: index for index, item_id in enumerate(sequence)}
            found[PHASES, phase] += [tools[named] for named in place if named in tools]
            found[PHASES, phase].sort(key=lambda item: place.get(item.id, len(place)))
        return {key: tuple(entries) for key, entries in found.items()}

    @cached_property
    def _cells(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        found: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        for phase in self.phases:
            for entry in self.tagged(PHASES, phase.id):
                for stage in self.term_ids(entry, STAGES):
                    found[phase.id, stage].append(entry)
        return {cell: tuple(entries) for cell, entries in found.items()}

    @cached_property
    def _positions(self) -> Mapping[tuple[str, str], int]:
        return {
            (phase.id, entry.id): position
            for phase in self.phases
            for position, entry in enumerate(self.tagged(PHASES, phase.id), start=1)
        }
