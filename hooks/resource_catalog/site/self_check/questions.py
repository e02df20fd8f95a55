"""Collect what the self-check asks: the questions and tasks of the stages, and what helps."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _, listed
from resource_catalog.model.records.access import HERE_LABEL, access_label
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.self_check import CheckedQuestion
from resource_catalog.model.records.vocabulary import PHASES, STAGES, Prompt, Stage
from resource_catalog.model.translations.shown_texts import source_of
from resource_catalog.site.foreign_language import foreign_language
from resource_catalog.site.site import Site

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_KEY_LENGTH = 5

_NOTHING = CheckedQuestion(id="nothing")
"""What is added to a question that ``check.yml`` does not have."""


@dataclass(frozen=True)
class Question:
    """A question or task of a stage as it is asked.

    ``key`` is its id, or follows from its text if it has none: answers are kept under it.
    ``anchor`` is its place on the page of the stage. ``items`` are what helps.
    """

    key: str
    prompt: Prompt
    stage: Stage
    anchor: str
    added: CheckedQuestion
    phase: str | None
    items: tuple[Entry, ...]

    @property
    def label(self) -> str:
        """A few words for it, or all of it."""
        return self.added.label or self.prompt.text


def questions_of(site: Site) -> tuple[Question, ...]:
    """All questions and tasks in the order in which they are asked."""
    return tuple(_questions(site))


def check_data(questions: Sequence[Question], site: Site) -> dict[str, Any]:
    """What the rules and the page of a plan need to know, as plain data."""
    catalog = site.catalog
    items = {entry.id: _item(entry, site) for q in questions for entry in q.items}
    data = {
        "stages": [
            {"id": stage.id, "label": stage.label, "address": f"{STAGES}/{stage.id}/"}
            for stage in catalog.stages
        ],
        "phases": [phase.id for phase in catalog.phases],
        "phase_labels": {phase.id: phase.label for phase in catalog.phases},
        "cycle": catalog.is_cycle,
        "questions": [
            {
                "key": q.key,
                "aliases": list(q.prompt.aliases),
                "stage": q.stage.id,
                "address": f"{STAGES}/{q.stage.id}/#{q.anchor}",
                "text": q.prompt.text,
                "label": q.label,
                "yes": q.added.yes_means,
                "phase": q.phase,
                "needs": [
                    {"question": need.question, "answers": list(need.answers)}
                    for need in q.added.asked_if
                ],
                "items": [entry.id for entry in q.items],
            }
            for q in questions
        ],
        "items": items,
        "former": {former.id: former.text for former in catalog.self_check.no_longer_asked},
    }
    nouns = [catalog.facets[facet].noun for facet in (PHASES, STAGES) if facet in catalog.facets]
    return data | source_of([data, nouns])


def _questions(site: Site) -> Iterator[Question]:
    catalog = site.catalog
    added = {question.id: question for question in catalog.self_check.questions}
    taken: set[str] = set()
    for stage in catalog.stages:
        for kind, prompts in (("question", stage.questions), ("task", stage.tasks)):
            for number, prompt in enumerate(prompts, start=1):
                key = prompt.id or _key_of_text(prompt.text, taken)
                taken.add(key)
                items = tuple({entry.id: entry for entry in _items(prompt, site)}.values())
                more = added.get(key, _NOTHING)
                yield Question(
                    key=key,
                    prompt=prompt,
                    stage=stage,
                    anchor=f"{kind}-{number}",
                    added=more,
                    phase=more.phase or _usual_phase(items, catalog),
                    items=items,
                )


def _key_of_text(text: str, taken: set[str]) -> str:
    """A key for a question without an id, which no id can be: they have no underscore."""
    plain = " ".join(text.casefold().split())
    digest = int(hashlib.sha256(plain.encode()).hexdigest(), 16)
    key = "_" + "".join(_DIGITS[digest // 36**place % 36] for place in range(_KEY_LENGTH))
    while key in taken:
        key += "_"
    return key


def _items(prompt: Prompt, site: Site) -> Iterator[Entry]:
    """What helps: entries and tools, each entry followed by the tools that carry its content.

    In place of an entry that is retired is the one that replaced it, and in place of one that does
    not open are the tools.
    """
    catalog = site.catalog
    for name in prompt.entries:
        entry = catalog.item(name)
        while entry and not entry.is_listed:
            entry = catalog.item(entry.replaced_by or "")
        if entry:
            tools = [
                catalog.tool_entries[tool.id]
                for tool in catalog.backlinks.tools_for.get(entry.id, ())
            ]
            if not tools or site.link_statuses.opens(entry):
                yield entry
            yield from tools


def _usual_phase(items: Sequence[Entry], catalog: Catalog) -> str | None:
    """The phase of most of the items; of several, the first."""
    counts = Counter(phase for entry in items for phase in entry.tags.get(PHASES, ()))
    phases = [phase.id for phase in catalog.phases if counts[phase.id]]
    return max(phases, key=lambda phase: counts[phase], default=None)


def _item(entry: Entry, site: Site) -> dict[str, Any]:
    facts = {
        "title": entry.title,
        "language": foreign_language(entry, site.catalog),
        "address": entry.address,
        "type": listed(each.label for each in site.catalog.types_of(entry)),
        "access": _(HERE_LABEL) if entry.tool_kind else access_label(entry.access),
        "minutes": entry.minutes,
        "time": entry.duration or entry.extent,
    }
    known = {key: value for key, value in facts.items() if value}
    return {**known, "opens": site.link_statuses.opens(entry)}
