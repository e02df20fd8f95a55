"""The interview: what a new entry says, from options, answers and the page it is about."""

from __future__ import annotations

import argparse
import asyncio
import datetime
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeVar

from console.entry_questions.asking import Reader, Speaker, numbered
from resource_catalog.contribute.free_ids import free_id
from resource_catalog.contribute.issue_forms import typed_answers
from resource_catalog.contribute.issue_forms.form_questions import suggestion_questions
from resource_catalog.contribute.issue_forms.typed_answers import RejectedAnswerError
from resource_catalog.links.checker import check
from resource_catalog.links.targets import Finding, Settings, Target
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.vocabulary import PHASES, STAGES, TYPES

T = TypeVar("T")

SECONDS = 12
"""How long a page may take to tell its title."""


class Interview:
    """One new entry asked for; ``options`` are answers given beforehand."""

    def __init__(
        self, catalog: Catalog, speaker: Speaker, options: argparse.Namespace, today: datetime.date
    ) -> None:
        self._catalog = catalog
        self._speaker = speaker
        self._given = options
        self._today = today
        self._asked = {question.key: question for question in suggestion_questions(catalog)}

    def data(self) -> dict[str, Any]:
        """What the entry says, by its keys."""
        given, ask = self._given, self._speaker.ask
        extra = typed_answers.parse_assignments(given.set, self._catalog)
        url = ask(
            "Address, if it has one", self._with_remarks(typed_answers.parse_address), given.url
        )
        page = self._page(url) if url and not given.offline else None
        form = typed_answers.detect_format(url, page.content_type if page else "")
        likely_type = typed_answers.guess_type(form, self._catalog)
        data: dict[str, Any] = {}
        data["title"] = ask(
            "Title", typed_answers.required_text, given.title, page.title if page else ""
        )
        data.update(self._chosen(TYPES, given.type, likely_type))
        data["summary"] = ask(
            "What it is, in a sentence or two of your own",
            typed_answers.required_text,
            given.summary,
        )
        data["recommended_use"] = ask(
            "Who does what with it, and when (Enter to leave it out)", str.strip, given.use
        )
        data.update(self._chosen(PHASES, given.phases))
        data.update(self._chosen(STAGES, given.stages))
        if url:
            data["links"] = [{"url": url, "format": form, "role": "primary"}]
        data["access"] = "open" if url else "unlocated"
        data["added"] = self._today.isoformat()
        return {key: value for key, value in {**data, **extra}.items() if value}

    def name(self, title: str, taken: Collection[str], folder: Path) -> str:
        """The id of the entry, which is the name of its file in ``folder``."""
        return self._speaker.ask(
            "Name of the file, without .yml",
            lambda text: typed_answers.parse_id(text, taken, folder),
            self._given.id,
            free_id(title, taken),
        )

    def _page(self, url: str) -> Finding | None:
        """What there is at an address, if it can be told."""
        self._speaker.say("Opening the address …")
        (found,) = asyncio.run(check([Target(url)], Settings(timeout=SECONDS)))
        if found.title or found.content_type:
            return found
        self._speaker.say(f"It could not be read: {found.reason}.")
        return None

    def _chosen(self, facet: str, given: str | None, default: str = "") -> dict[str, Any]:
        vocabulary = self._catalog.facets[facet]
        question = self._asked[vocabulary.key or facet]
        labels = [label for label, _ in question.choices]
        if given is None:
            self._speaker.say(numbered(labels))
        several = "" if vocabulary.single else ", several with commas; Enter for none"
        asked = f"{question.label}, by number or name{several}"
        read = self._with_remarks(lambda text: typed_answers.parse_terms(text, question))
        found = self._speaker.ask(asked, read, given, default)
        return {question.key: found[0] if vocabulary.single and found else found}

    def _with_remarks(self, read: Callable[[str], tuple[T, list[str]]]) -> Reader[T]:
        """The reader of an answer that also says its remarks."""

        def reader(text: str) -> T:
            try:
                value, remarks = read(text)
            except RejectedAnswerError as refusal:
                self._say_all(refusal.remarks)
                raise
            self._say_all(remarks)
            return value

        return reader

    def _say_all(self, remarks: Collection[str]) -> None:
        for remark in remarks:
            self._speaker.say(remark)
