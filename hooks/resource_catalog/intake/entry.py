"""A suggestion as an entry: the name and text of its file, and what somebody has to look at."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from resource_catalog import yaml_text
from resource_catalog.catalog import Catalog
from resource_catalog.convert import keys_of
from resource_catalog.entry_text import entry_text
from resource_catalog.free_ids import free_id
from resource_catalog.intake import values
from resource_catalog.intake.answers import Answers, read_answers, yaml_block
from resource_catalog.intake.questions import (
    CREDIT,
    WEB_ADDRESS,
    Question,
    facet_keys,
    questions,
)
from resource_catalog.model import TYPES, Entry
from resource_catalog.problems import quoted

WORD_OF_A_PERSON = ("reviewed", "verified")
"""What those who keep the catalog say after they have looked; no suggestion can say it."""

_LISTS = ("authors", "publishers")


@dataclass(frozen=True)
class Issue:
    """An issue as far as a suggestion needs it; number and author are not known of a mere text."""

    body: str
    title: str = ""
    number: int | None = None
    author: str = ""
    author_id: int | None = None


@dataclass(frozen=True)
class Draft:
    """What became of a suggestion. ``name`` is the id; ``text`` is empty if nothing was made."""

    name: str
    text: str
    title: str
    urls: tuple[str, ...]
    remarks: tuple[str, ...]


def draft(issue: Issue, catalog: Catalog, today: datetime.date) -> Draft:
    """The entry that an issue suggests."""
    block = yaml_block(issue.body)
    if block is not None:
        data, remarks = _from_block(block)
    else:
        asked = questions(catalog)
        answers = read_answers(issue.body, asked)
        data, remarks = _from_answers(answers, asked)
    if not data:
        return Draft("", "", "", (), tuple(remarks))
    data.setdefault("added", today.isoformat())
    if "sources" not in data:
        data["sources"] = [_source(issue, data.pop(CREDIT, ""))]
    data.pop(CREDIT, None)
    title = data["title"] if isinstance(data.get("title"), str) else ""
    name = _name(title, issue, catalog)
    links = data.get("links")
    urls = [
        link["url"]
        for link in (links if isinstance(links, list) else [])
        if isinstance(link, dict) and isinstance(link.get("url"), str)
    ]
    text = entry_text(_in_order(data, catalog))
    return Draft(name, text, title, tuple(urls), tuple(remarks))


def _from_block(block: str) -> tuple[dict[str, Any], list[str]]:
    data, problems = yaml_text.parse(block)
    remarks = [f"Line {p.line} of the entry: {p.message} {p.hint}".strip() for p in problems]
    if not isinstance(data, dict):
        return {}, remarks or ["The block of YAML holds no entry."]
    claimed = [key for key in WORD_OF_A_PERSON if data.pop(key, None) is not None]
    remarks += [
        f"“{key}” is left out: those who keep the catalog write it themselves." for key in claimed
    ]
    return data, remarks


def _from_answers(answers: Answers, asked: Sequence[Question]) -> tuple[dict[str, Any], list[str]]:
    data: dict[str, Any] = {}
    remarks = list(answers.remarks)
    if not answers.texts:
        return {}, [*remarks, "None of the form's questions is answered here."]
    for question in asked:
        text = answers.texts.get(question.key, "")
        if not text:
            continue
        if question.key == WEB_ADDRESS:
            found, more = values.addresses(text)
            data["links"] = [
                {"url": url, "format": values.format_of(url), "role": role}
                for url, role in zip(found, ["primary", *["alternate"] * len(found)], strict=False)
            ]
            remarks += more
            if not found:
                remarks.append(f"No web address could be read in {quoted(text)}.")
        elif question.choices:
            found, more = values.chosen(text, question)
            remarks += more
            if question.kind == "choice" and len(found) > 1:
                remarks.append(f"“{question.label}” has one answer; the first is taken.")
            if found:
                data[question.key] = found if question.kind == "choices" else found[0]
        elif question.key in _LISTS:
            data[question.key] = values.lines(text)
        else:
            data[question.key] = values.line(text)
    if "title" not in data:
        remarks.append("There is no title.")
    return _with_access(data, remarks), remarks


def _with_access(data: dict[str, Any], remarks: list[str]) -> dict[str, Any]:
    """The answers with an access that agrees with the links."""
    if not data.get("links"):
        data.pop("links", None)
        if "access" not in data:
            data["access"] = "unlocated"
            remarks.append("There is no address, so the access is taken to be “unlocated”.")
    elif data.get("access") == "unlocated":
        data["access"] = "open"
        remarks.append("There is an address, so the access is taken to be “open”.")
    data.setdefault("access", "open")
    if data["access"] == "on-request":
        data["request_from"] = "unknown"
    return data


def _source(issue: Issue, credit: str) -> dict[str, str]:
    where = f"issue {issue.number}" if issue.number else "an issue"
    source = {"document": f"Suggestion from a reader, {where}"}
    return {**source, "section": f"Suggested by {credit}"} if credit else source


def _name(title: str, issue: Issue, catalog: Catalog) -> str:
    spare = f"suggestion-{issue.number}" if issue.number else "suggestion"
    return free_id(title, catalog.taken_ids, spare)


def _in_order(data: Mapping[str, Any], catalog: Catalog) -> dict[str, Any]:
    """The keys as they stand in other entries; what no entry knows comes last."""
    kind = catalog.facets[TYPES].key or TYPES
    first = ("title", "also_known_as", kind, *facet_keys(catalog, required=True))
    own = [key for key in keys_of(Entry) if key not in first]
    place = own.index("part_of")
    order = [*first, *own[:place], *facet_keys(catalog, required=False), *own[place:]]
    known = {key: data[key] for key in order if key in data}
    return {**known, **data}
