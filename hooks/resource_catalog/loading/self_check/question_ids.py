"""Check the ids of questions and tasks, and what ``check.yml`` says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.references.repeated_ids import repeated_names, unknown_phase
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.did_you_mean import certain_match, did_you_mean
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.self_check import CheckedQuestion
from resource_catalog.model.records.vocabulary import Prompt

LONGEST_ADDRESS = 1500
"""Longer addresses are broken by mail and chat programs."""

_LONGEST_IDS = LONGEST_ADDRESS - 150
"""What is left for ids and answers when the site and the day have had their part."""

_PER_ANSWER = len("&=y")


def unique_ids(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Each id and alias of a question or task is there once, in all stages together."""
    yield from repeated_names(
        (
            *_ids(loaded),
            *(
                (alias, document, (*path, "aliases", index))
                for prompt, document, path in _prompts(loaded)
                for index, alias in enumerate(prompt.aliases)
            ),
            *_former_ids(loaded),
        )
    )


def aliases_have_ids(loaded: LoadedCatalog) -> Iterator[Problem]:
    """What has had a name before has one now."""
    for prompt, document, path in _prompts(loaded):
        if prompt.aliases and prompt.id is None:
            yield document.missing_key(path, "id", at=(*path, "aliases"))


def short_addresses(loaded: LoadedCatalog) -> Iterator[Problem]:
    """All ids with their answers fit into an address."""
    ids = list(_ids(loaded))
    length = sum(len(name) + _PER_ANSWER for name, _document, _path in ids)
    if length > _LONGEST_IDS:
        name, document, path = max(ids, key=lambda found: len(found[0]))
        yield document.problem(
            "too-long",
            path,
            _(
                "With all questions answered, the address of a plan has more than %(limit)s "
                "characters.",
                limit=LONGEST_ADDRESS,
            ),
            _("Give new questions shorter ids; “%(name)s” is the longest.", name=name),
        )


def known_questions(loaded: LoadedCatalog) -> Iterator[Problem]:
    """``check.yml`` speaks of questions and phases that exist, once of each."""
    document = loaded.check_document
    if document is None:
        return
    known = {name for name, _document, _path in _ids(loaded)}
    renamed = {alias: p.id for p, _document, _path in _prompts(loaded) for alias in p.aliases}
    phases = [phase.id for phase in loaded.catalog.phases]
    first: dict[str, int] = {}
    for index, question in enumerate(loaded.catalog.self_check.questions):
        path: YamlPath = ("questions", index)
        other = first.setdefault(question.id, index)
        if other != index:
            yield document.problem(
                "duplicate-item",
                (*path, "id"),
                _(
                    "The name “%(name)s” is also at %(place)s.",
                    name=question.id,
                    place=document.where(("questions", other, "id")),
                ),
                _("Keep one of them."),
            )
        for place, name in _questions_named(question, path):
            if name not in known:
                yield _unknown(document, place, name, known, renamed)
        yield from unknown_phase(document, (*path, "phase"), question.phase, phases)


def condition_loops(loaded: LoadedCatalog) -> Iterator[Problem]:
    """No question waits for the answer to itself, on whatever way."""
    document = loaded.check_document
    if document is None:
        return
    needs = {
        question.id: [condition.question for condition in question.asked_if]
        for question in loaded.catalog.self_check.questions
    }
    for index, question in enumerate(loaded.catalog.self_check.questions):
        if question.id in _reached_from(question.id, needs):
            yield document.problem(
                "reference-loop",
                ("questions", index, "asked_if"),
                _("“%(name)s” would be asked only after itself.", name=question.id),
                _("Remove one of the conditions."),
            )


def _reached_from(name: str, needs: Mapping[str, list[str]]) -> set[str]:
    found: set[str] = set()
    left = list(needs.get(name, ()))
    while left:
        step = left.pop()
        if step not in found:
            found.add(step)
            left += needs.get(step, ())
    return found


def _unknown(
    document: Document,
    path: YamlPath,
    name: str,
    known: set[str],
    renamed: Mapping[str, str | None],
) -> Problem:
    newer = renamed.get(name)
    hint = (
        _("It is now called “%(replacement)s”.", replacement=newer)
        if newer
        else did_you_mean(name, sorted(known))
        or _("Write “id: %(name)s” below the question or task that is meant.", name=name)
    )
    return document.problem(
        "unknown-question",
        path,
        _("No question or task has the id “%(name)s”.", name=name),
        hint,
        replacement=newer or certain_match(name, sorted(known)),
    )


def _questions_named(question: CheckedQuestion, path: YamlPath) -> Iterator[tuple[YamlPath, str]]:
    yield (*path, "id"), question.id
    for number, condition in enumerate(question.asked_if):
        yield (*path, "asked_if", number, "question"), condition.question


def _prompts(loaded: LoadedCatalog) -> Iterator[tuple[Prompt, Document, YamlPath]]:
    for stage, document, path in loaded.each_stage():
        for kind, prompts in (("questions", stage.questions), ("tasks", stage.tasks)):
            for index, prompt in enumerate(prompts):
                yield prompt, document, (*path, kind, index)


def _ids(loaded: LoadedCatalog) -> Iterator[tuple[str, Document, YamlPath]]:
    for prompt, document, path in _prompts(loaded):
        if prompt.id is not None:
            yield prompt.id, document, (*path, "id")


def _former_ids(loaded: LoadedCatalog) -> Iterator[tuple[str, Document, YamlPath]]:
    if document := loaded.check_document:
        for index, former in enumerate(loaded.catalog.self_check.no_longer_asked):
            yield former.id, document, ("no_longer_asked", index, "id")


CHECKS = (unique_ids, aliases_have_ids, short_addresses, known_questions, condition_loops)
