"""Find what refers to an entry: other entries, packs, tools, situations, and prompts of stages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.situations import Situation
from resource_catalog.model.records.tool import Tool
from resource_catalog.model.records.vocabulary import Prompt, Stage
from resource_catalog.model.title_order import title_sort_key

T = TypeVar("T")


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
        return _grouped((name, tool) for tool in self.tools for name in tool.stands_for)

    @cached_property
    def collections_with(self) -> Mapping[str, tuple[Collection, ...]]:
        """The collections that each entry is in."""
        return _grouped((item.id, found) for found in self.collections for item in found.entries)

    @cached_property
    def situations_with(self) -> Mapping[str, tuple[Situation, ...]]:
        """The situations that name each entry."""
        return _grouped(
            (name, found) for found in self.situations for name in dict.fromkeys(found.entry_ids)
        )

    @cached_property
    def mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """The questions and tasks that refer to each entry."""
        return _grouped(
            (name, mention)
            for stage in self.stages
            for mention in _mentions_in(stage)
            for name in mention.prompt.entries
        )

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
        found = _grouped((target, entry) for entry in self.entries for target in targets(entry))
        return {name: tuple(sorted(entries, key=title_sort_key)) for name, entries in found.items()}


def _mentions_in(stage: Stage) -> Iterator[Mention]:
    for number, prompt in enumerate(stage.questions, start=1):
        yield Mention(stage, "question", number, prompt)
    for number, prompt in enumerate(stage.tasks, start=1):
        yield Mention(stage, "task", number, prompt)


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    """The second items of pairs by the first, in their order."""
    found: defaultdict[str, list[T]] = defaultdict(list)
    for name, item in pairs:
        found[name].append(item)
    return {name: tuple(items) for name, items in found.items()}
