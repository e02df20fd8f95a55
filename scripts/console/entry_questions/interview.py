"""Collect the values of a new entry from options, prompts and the page it links to."""

from __future__ import annotations

import argparse
import asyncio
import datetime
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, TypeVar

from console.entry_questions.asking import AnswerParser, Prompter, numbered_list
from resource_catalog.contribute.free_ids import free_id
from resource_catalog.contribute.issue_forms import terminal_answers
from resource_catalog.contribute.issue_forms.form_questions import suggestion_questions
from resource_catalog.contribute.issue_forms.terminal_answers import RejectedAnswerError
from resource_catalog.contribute.likely_duplicates import likely_duplicates
from resource_catalog.links.ask.settings import Settings
from resource_catalog.links.checker import check
from resource_catalog.links.finding import Finding
from resource_catalog.links.target import Target
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _
from resource_catalog.model.records.vocabulary import PHASES, STAGES, TYPES
from resource_catalog.model.terminal_text import without_controls

T = TypeVar("T")

PAGE_TIMEOUT = 12
"""Seconds to wait for the page, to read its title."""


class Interview:
    """Prompts for the values of one entry; ``options`` are answers given beforehand.

    ``similar_ids`` are the entries that were named as perhaps the same, as soon as that was known.
    """

    def __init__(
        self,
        catalog: Catalog,
        prompter: Prompter,
        options: argparse.Namespace,
        today: datetime.date,
    ) -> None:
        self._catalog = catalog
        self._prompter = prompter
        self._options = options
        self._today = today
        self.similar_ids: set[str] = set()
        self._questions = {question.key: question for question in suggestion_questions(catalog)}

    def data(self) -> dict[str, Any]:
        """The values of the entry by key. Raises like :meth:`Prompter.ask`."""
        options, ask = self._options, self._prompter.ask
        extra = terminal_answers.parse_assignments(options.set, self._catalog)
        url = ask(
            _("Address, if it has one"),
            self._with_remarks(terminal_answers.parse_address),
            options.url,
        )
        self._name_similar([], [url] if url else [])
        page = self._page(url) if url and not options.offline else None
        page_title = without_controls(page.title) if page else ""
        form = terminal_answers.detect_format(url, page.content_type if page else "")
        likely_type = terminal_answers.guess_type(form, self._catalog)
        data: dict[str, Any] = {}
        data["title"] = ask(_("Title"), terminal_answers.required_text, options.title, page_title)
        self._name_similar([data["title"]], [])
        data.update(self._choose_terms(TYPES, options.type, likely_type))
        data["summary"] = ask(
            _("What it is, in a sentence or two of your own"),
            terminal_answers.required_text,
            options.summary,
        )
        data["recommended_use"] = ask(
            _("Who does what with it, and when (Enter to leave it out)"), str.strip, options.use
        )
        data.update(self._choose_terms(PHASES, options.phases))
        data.update(self._choose_terms(STAGES, options.stages))
        data.update(self._other_facets(extra))
        if url:
            data["links"] = [{"url": url, "format": form, "role": "primary"}]
            data["access"] = extra.get("access") or self._access(options.access)
        else:
            data["access"] = "unlocated"
        data["added"] = self._today.isoformat()
        return {key: value for key, value in {**data, **extra}.items() if value}

    def entry_id(self, title: str, taken: Collection[str], folder: Path) -> str:
        """Prompt for the id, the name of the file in ``folder``; ``taken`` ids are rejected."""
        return self._prompter.ask(
            _("Name of the file, without .yml"),
            lambda text: terminal_answers.parse_id(text, taken, folder),
            self._options.id,
            free_id(title, taken),
        )

    def _name_similar(self, titles: Collection[str], urls: Collection[str]) -> None:
        for match in likely_duplicates(titles, urls, self._catalog.entries.values()):
            if match.entry.id in self.similar_ids:
                continue
            self.similar_ids.add(match.entry.id)
            self._prompter.print(
                _(
                    "This may be the same: %(file)s “%(title)s”, because %(why)s.",
                    file=match.entry.file,
                    title=match.entry.title,
                    why=match.why,
                )
            )

    def _page(self, url: str) -> Finding | None:
        """Fetch the page at a URL; None if it cannot be read."""
        self._prompter.print(_("Opening the address …"))
        (found,) = asyncio.run(check([Target(url)], Settings(timeout=PAGE_TIMEOUT)))
        if found.title or found.content_type:
            return found
        self._prompter.print(_("It could not be read: %(reason)s.", reason=found.reason))
        return None

    def _other_facets(self, given: Collection[str]) -> dict[str, Any]:
        """The terms of all other facets, without which no list of theirs has the entry."""
        found: dict[str, Any] = {}
        if self._is_all_given():
            return found
        for facet, vocabulary in self._catalog.asked_facets.items():
            if facet not in (TYPES, PHASES, STAGES) and (vocabulary.key or facet) not in given:
                found.update(self._choose_terms(facet, None))
        return found

    def _is_all_given(self) -> bool:
        """Whether all is given by options, so that nobody may be there to answer."""
        return None not in (self._options.title, self._options.summary)

    def _access(self, given: str | None) -> str:
        """How readers get it; empty if whoever answers does not know."""
        question = self._questions["access"]
        if given is None and self._is_all_given():
            return ""
        if given is None:
            self._prompter.print(numbered_list([label for label, _about in question.choices]))
        prompt = _(
            "%(question)s, by number or name; Enter if you do not know", question=question.label
        )
        parse = self._with_remarks(lambda text: terminal_answers.parse_terms(text, question))
        return "".join(self._prompter.ask(prompt, parse, given))

    def _choose_terms(self, facet: str, given: str | None, default: str = "") -> dict[str, Any]:
        vocabulary = self._catalog.asked_facets.get(facet)
        if vocabulary is None:
            return {}
        question = self._questions[vocabulary.key or facet]
        labels = [label for label, _about in question.choices]
        if given is None:
            self._prompter.print(numbered_list(labels))
        if vocabulary.single:
            prompt = _("%(question)s, by number or name", question=question.label)
        else:
            prompt = _(
                "%(question)s, by number or name, several with commas; Enter for none",
                question=question.label,
            )
        parse = self._with_remarks(lambda text: terminal_answers.parse_terms(text, question))
        found = self._prompter.ask(prompt, parse, given, default)
        return {question.key: found[0] if vocabulary.single and found else found}

    def _with_remarks(self, parse: Callable[[str], tuple[T, list[str]]]) -> AnswerParser[T]:
        """A parser that also prints the remarks on an answer."""

        def parse_and_print(text: str) -> T:
            try:
                value, remarks = parse(text)
            except RejectedAnswerError as rejection:
                self._print_all(rejection.remarks)
                raise
            self._print_all(remarks)
            return value

        return parse_and_print

    def _print_all(self, remarks: Collection[str]) -> None:
        for remark in remarks:
            self._prompter.print(remark)
