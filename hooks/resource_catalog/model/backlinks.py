"""Find what refers to an entry: other entries, packs, tools, situations, and prompts of stages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.situations import Situation
from resource_catalog.model.records.tool import Tool
from resource_catalog.model.records.vocabulary import Prompt, Stage
from resource_catalog.model.title_order import title_sort_key


@dataclass(frozen=True)
class Mention:
    """A question or task of a stage that refers to an entry."""

    stage: Stage
    kind: Literal["question", "task"]
    number: int
    prompt: Prompt


@dataclass(frozen=True)
class Backlinks:
    """What refers to each entry, by the id of the entry; ids that nothing refers to are absent."""

    entries: tuple[Entry, ...]
    collections: tuple[Collection, ...]
    tools: tuple[Tool, ...]
    situations: tuple[Situation, ...]
    stages: tuple[Stage, ...]

    @cached_property
    def tools_for(self) -> Mapping[str, tuple[Tool, ...]]:
        """The tools that carry the content of each entry for which there are any."""
        found: defaultdict[str, list[Tool]] = defaultdict(list)
        for tool in self.tools:
            for entry_id in tool.stands_for:
                found[entry_id].append(tool)
        return {entry_id: tuple(tools) for entry_id, tools in found.items()}

    @cached_property
    def collections_with(self) -> Mapping[str, tuple[Collection, ...]]:
        """The collections that each entry is in."""
        found: defaultdict[str, list[Collection]] = defaultdict(list)
        for collection in self.collections:
            for item in collection.entries:
                found[item.id].append(collection)
        return {entry_id: tuple(collections) for entry_id, collections in found.items()}

    @cached_property
    def situations_with(self) -> Mapping[str, tuple[Situation, ...]]:
        """The situations that name each entry."""
        found: defaultdict[str, list[Situation]] = defaultdict(list)
        for situation in self.situations:
            for entry_id in dict.fromkeys(situation.entry_ids):
                found[entry_id].append(situation)
        return {entry_id: tuple(situations) for entry_id, situations in found.items()}

    @cached_property
    def mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """The questions and tasks that refer to each entry."""
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for stage in self.stages:
            for number, prompt in enumerate(stage.questions, start=1):
                for entry_id in prompt.entries:
                    found[entry_id].append(Mention(stage, "question", number, prompt))
            for number, prompt in enumerate(stage.tasks, start=1):
                for entry_id in prompt.entries:
                    found[entry_id].append(Mention(stage, "task", number, prompt))
        return {entry_id: tuple(mentions) for entry_id, mentions in found.items()}

    @cached_property
    def parts(self) -> Mapping[str, tuple[Entry, ...]]:
        """The parts of each entry, by title."""
        return self._referring(lambda entry: (entry.part_of,) if entry.part_of else ())

    @cached_property
    def replaces(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries that each entry replaces."""
        return self._referring(lambda entry: (entry.replaced_by,) if entry.replaced_by else ())

    @cached_property
    def related_from(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries that name each entry as related."""
        return self._referring(lambda entry: entry.related)

    def _referring(
        self, targets: Callable[[Entry], tuple[str, ...]]
    ) -> Mapping[str, tuple[Entry, ...]]:
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for target in targets(entry):
                found[target].append(entry)
        return {key: tuple(sorted(entries, key=title_sort_key)) for key, entries in found.items()}
