"""The interview: what a new entry says, from options, answers and the page it is about."""

from __future__ import annotations

import argparse
import asyncio
import datetime
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from entry_questions.asking import Refused, Speaker, numbered
from resource_catalog.catalog import Catalog
from resource_catalog.convert import keys_of
from resource_catalog.documents import display_path
from resource_catalog.facets import entry_keys
from resource_catalog.free_ids import free_id, why_not_free
from resource_catalog.intake import values
from resource_catalog.intake.entry import WORD_OF_A_PERSON
from resource_catalog.intake.questions import Question, questions
from resource_catalog.links.checker import check
from resource_catalog.links.targets import Finding, Settings, Target
from resource_catalog.model import PHASES, STAGES, TYPES, Entry
from resource_catalog.problems import quoted
from resource_catalog.suggestions import did_you_mean
from resource_catalog.urls import why_not_followable
from resource_catalog.values import SLUG, suggest_slug

SECONDS = 12
"""How long a page may take to tell its title."""

_KINDS = {"video": "VideoObject", "audio": "AudioObject", "image": "ImageObject"}


class Interview:
    """One new entry asked for; ``options`` are answers given beforehand."""

    def __init__(
        self, catalog: Catalog, speaker: Speaker, options: argparse.Namespace, today: datetime.date
    ) -> None:
        self._catalog = catalog
        self._speaker = speaker
        self._given = options
        self._today = today
        self._asked = {question.key: question for question in questions(catalog)}

    def data(self) -> dict[str, Any]:
        """What the entry says, by its keys."""
        given, ask = self._given, self._speaker.ask
        extra = self._extra(given.set)
        url = ask("Address, if it has one", self._address, given.url)
        page = self._page(url) if url and not given.offline else None
        form = _format(url, page)
        data: dict[str, Any] = {}
        data["title"] = ask("Title", _needed, given.title, page.title if page else "")
        data.update(self._chosen(TYPES, given.type, self._likely_type(form)))
        data["summary"] = ask(
            "What it is, in a sentence or two of your own", _needed, given.summary
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

        def read(text: str) -> str:
            if not SLUG.fullmatch(text):
                better = suggest_slug(text) or "my-id"
                hint = f"Use small letters, digits and single hyphens: {better}."
                raise Refused(f"{quoted(text)} cannot be an id. {hint}")
            if why := why_not_free(text, taken):
                raise Refused(f"“{text}” is not free: {why}.")
            for path in folder.rglob(f"{text}.y*ml"):
                raise Refused(f"{display_path(path)} is there already.")
            return text

        proposal = free_id(title, taken)
        return self._speaker.ask("Name of the file, without .yml", read, self._given.id, proposal)

    def _address(self, text: str) -> str:
        """The one address in an answer, or nothing."""
        found, remarks = values.addresses(text)
        if len(found) > 1:
            raise Refused("One address, please; the others have their place in the file.")
        if text.strip() and not found:
            why = why_not_followable(text.strip())
            raise Refused(" ".join(remarks) or f"{quoted(text)} is not an address: {why}.")
        for remark in remarks:
            self._speaker.say(remark)
        return found[0] if found else ""

    def _page(self, url: str) -> Finding | None:
        """What there is at an address, if it can be told."""
        self._speaker.say("Opening the address …")
        (found,) = asyncio.run(check([Target(url)], Settings(timeout=SECONDS)))
        if found.title or found.content_type:
            return found
        self._speaker.say(f"It could not be read: {found.reason}.")
        return None

    def _likely_type(self, form: str) -> str:
        """The label of the one kind of thing that comes in such a form, if there is just one."""
        terms = self._catalog.facets[TYPES].terms
        found = [term.label for term in terms if term.schema_type == _KINDS.get(form, "none")]
        return found[0] if len(found) == 1 else ""

    def _chosen(self, facet: str, given: str | None, default: str = "") -> dict[str, Any]:
        vocabulary = self._catalog.facets[facet]
        question = self._asked[vocabulary.key or facet]
        labels = [label for label, _ in question.choices]
        if given is None:
            self._speaker.say(numbered(labels))
        several = "" if vocabulary.single else ", several with commas; Enter for none"
        asked = f"{question.label}, by number or name{several}"
        found = self._speaker.ask(asked, lambda text: self._terms(text, question), given, default)
        return {question.key: found[0] if vocabulary.single and found else found}

    def _terms(self, text: str, question: Question) -> list[str]:
        """The terms that an answer names."""
        parts = [
            question.choices[int(part) - 1][0]
            if part.isdecimal() and 0 < int(part) <= len(question.choices)
            else part
            for part in (part.strip() for part in text.split(","))
        ]
        found, remarks = values.chosen(", ".join(parts), question)
        known = ", ".join(value for _, value in question.choices)
        if any(" is not one of " in remark for remark in remarks):
            raise Refused(f"{' '.join(remarks)} Known are: {known}.")
        for remark in remarks:
            self._speaker.say(remark)
        if question.is_needed and not found:
            raise Refused(f"One of these is needed: {known}.")
        if question.kind == "choice" and len(found) > 1:
            raise Refused("Only one of them, please.")
        return found

    def _extra(self, given: Sequence[str]) -> dict[str, Any]:
        """What was set beforehand beside the questions."""
        facets = {v.key or facet: v for facet, v in self._catalog.facets.items()}
        found: dict[str, Any] = {}
        for text in given:
            key, sign, value = (part.strip() for part in text.partition("="))
            known = [k for k in entry_keys(self._catalog.facets) if k not in WORD_OF_A_PERSON]
            if not sign or key not in known:
                hint = did_you_mean(key, known) or "Write it as KEY=VALUE."
                raise Refused(f"{quoted(text)} cannot be set. {hint}")
            several = not facets[key].single if key in facets else _is_list(key)
            found[key] = values.lines(value) if several else value
        return found


def _is_list(key: str) -> bool:
    """Whether a key of an entry holds several values; refuses what is more than text."""
    annotation = str(Entry.model_fields[key].annotation)
    if key not in keys_of(Entry) or "resource_catalog.model." in annotation:
        raise Refused(f"“{key}” has parts of its own: write it in the file.")
    return annotation.startswith("tuple")


def _needed(text: str) -> str:
    if not text.strip():
        raise Refused("This one is needed.")
    return " ".join(text.split())


def _format(url: str, page: Finding | None) -> str:
    """What a reader gets: as the server says, or as the ending of the address tells."""
    kind = (page.content_type if page else "").partition(";")[0].strip()
    if kind == "application/pdf":
        return "pdf"
    family = kind.partition("/")[0]
    return family if family in _KINDS else values.format_of(url)
