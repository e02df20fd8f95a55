"""Turn an issue with a suggestion into the draft of an entry."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from resource_catalog.contribute.free_ids import free_id
from resource_catalog.contribute.issue_forms import answer_values
from resource_catalog.contribute.issue_forms.form_questions import (
    CREDIT_KEY,
    URL_KEY,
    IssueQuestion,
    facet_keys,
    suggestion_questions,
)
from resource_catalog.contribute.issue_forms.issue_answers import (
    IssueAnswers,
    extract_yaml_block,
    parse_issue_body,
)
from resource_catalog.loading.convert.record_keys import keys_of
from resource_catalog.loading.convert.unknown_keys import KEY_SYNONYMS
from resource_catalog.loading.tags import entry_keys
from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.entry_writer import entry_text
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.did_you_mean import did_you_mean
from resource_catalog.model.messages import _
from resource_catalog.model.problems import quoted
from resource_catalog.model.records.vocabulary import TYPES

MAINTAINER_KEYS = ("reviewed", "verified")
"""Keys that only maintainers may set, after a check; they are removed from suggestions."""

MIN_WORDS, MIN_BYTES = 3, 30
"""A text with less does not say what a resource is."""

_LIST_KEYS = ("authors", "publishers")


@dataclass(frozen=True)
class Issue:
    """An issue on GitHub; number and author are unknown if only its body is available."""

    body: str
    title: str = ""
    number: int | None = None
    author: str = ""
    author_id: int | None = None


@dataclass(frozen=True)
class Draft:
    """The draft of an entry; all its texts are empty if the issue has no usable suggestion.

    ``text`` is the content of its file. ``remarks`` are what a person should check, ``thin`` the
    questions of the form that it leaves open and readers need most.
    """

    entry_id: str
    text: str
    title: str
    urls: tuple[str, ...]
    remarks: tuple[str, ...]
    thin: tuple[IssueQuestion, ...] = ()


def draft_entry(issue: Issue, catalog: Catalog, today: datetime.date) -> Draft:
    """Draft the entry that an issue suggests."""
    block = extract_yaml_block(issue.body)
    if block is not None:
        data, remarks = _from_block(block, entry_keys(catalog.facets, catalog.entry_type))
    else:
        form_questions = suggestion_questions(catalog)
        answers = parse_issue_body(issue.body, form_questions)
        data, remarks = _from_answers(answers, form_questions)
    if not data:
        return Draft("", "", "", (), tuple(remarks))
    data.setdefault("added", today.isoformat())
    if "sources" not in data:
        data["sources"] = [_source(issue, data.pop(CREDIT_KEY, ""))]
    data.pop(CREDIT_KEY, None)
    title = data["title"] if isinstance(data.get("title"), str) else ""
    entry_id = _new_id(title, issue, catalog)
    links = data.get("links")
    urls = [
        link["url"]
        for link in (links if isinstance(links, list) else [])
        if isinstance(link, dict) and isinstance(link.get("url"), str)
    ]
    text = entry_text(_sort_keys(data, catalog))
    if key := maintainer_key(text):
        remarks.append(_maintainers_only(key))
        return Draft("", "", "", (), tuple(remarks))
    return Draft(entry_id, text, title, tuple(urls), tuple(remarks), _thin(data, catalog))


def _thin(data: Mapping[str, Any], catalog: Catalog) -> tuple[IssueQuestion, ...]:
    """The required questions that ``data`` does not answer, or in a word or two."""
    return tuple(
        question
        for question in suggestion_questions(catalog)
        if question.is_required
        and (
            not data.get(question.key)
            or (question.answer_type == "prose" and _says_little(data[question.key], data))
        )
    )


def _says_little(text: Any, data: Mapping[str, Any]) -> bool:
    """Whether a text is the title again, or a word or two; some scripts have no spaces."""
    if not isinstance(text, str):
        return False
    is_short = len(text.split()) < MIN_WORDS and len(text.encode()) < MIN_BYTES
    return is_short or text.strip(" .").casefold() == str(data.get("title")).strip(" .").casefold()


def maintainer_key(text: str) -> str | None:
    """The key of a maintainer that the text of an entry has, whatever it was made from."""
    data, __ = parser.parse(text)
    return next((key for key in MAINTAINER_KEYS if not isinstance(data, dict) or key in data), None)


def _from_block(block: str, known_keys: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    data, problems = parser.parse(block)
    remarks = [
        _(
            "Line %(line)s of the entry: %(problem)s",
            line=problem.line,
            problem=f"{problem.sentence} {problem.hint}".strip(),
        )
        for problem in problems
    ]
    if not isinstance(data, dict):
        return {}, remarks or [_("The YAML block has no entry in it.")]
    data = _without_empty(data)
    remarks += [_maintainers_only(key) for key in MAINTAINER_KEYS if data.pop(key, None)]
    spellings = {key.replace("-", "_") for key in known_keys}
    for key in [key for key in data if key.replace("-", "_") not in spellings]:
        del data[key]
        known_as = KEY_SYNONYMS.get(key.casefold(), "")
        hint = did_you_mean(key, [name for name in known_keys if name not in MAINTAINER_KEYS])
        if known_as in known_keys:
            hint = _("Here it is called “%(other_name)s”.", other_name=known_as)
        left_out = _("%(key)s is left out: entries have no such key.", key=quoted(key))
        remarks.append(f"{left_out} {hint}".strip())
    return data, remarks


def _maintainers_only(key: str) -> str:
    return _(
        "“%(key)s” is left out: the people who keep the catalog fill it in themselves.", key=key
    )


def _without_empty(data: Any) -> Any:
    """``data`` without empty values and items, which the reader of YAML has reported."""
    if isinstance(data, dict):
        items = {key: _without_empty(value) for key, value in data.items()}
        return {key: value for key, value in items.items() if value not in (None, "", [], {})}
    if isinstance(data, list):
        return [item for item in map(_without_empty, data) if item not in (None, "", [], {})]
    return data


def _from_answers(
    answers: IssueAnswers, form_questions: Sequence[IssueQuestion]
) -> tuple[dict[str, Any], list[str]]:
    data: dict[str, Any] = {}
    remarks = list(answers.remarks)
    if not answers.texts:
        return {}, [*remarks, _("None of the form's questions is answered here.")]
    for question in form_questions:
        text = answers.texts.get(question.key, "")
        if not text:
            continue
        if question.key == URL_KEY:
            parsed, more_remarks = answer_values.parse_urls(text)
            data["links"] = [
                {"url": url, "format": answer_values.guess_format(url), "role": role}
                for url, role in zip(
                    parsed, ["primary", *["alternate"] * len(parsed)], strict=False
                )
            ]
            remarks += more_remarks
            if not parsed:
                remarks.append(_("No web address could be read in %(text)s.", text=quoted(text)))
        elif question.choices:
            parsed, more_remarks, __ = answer_values.parse_choices(text, question)
            remarks += more_remarks
            if question.answer_type == "choice" and len(parsed) > 1:
                remarks.append(
                    _(
                        "“%(question)s” takes one answer; the first was used.",
                        question=question.label,
                    )
                )
            if parsed:
                data[question.key] = parsed if question.answer_type == "choices" else parsed[0]
        elif question.key in _LIST_KEYS:
            data[question.key] = answer_values.parse_lines(text)
        else:
            data[question.key] = answer_values.parse_line(text)
    if "title" not in data:
        remarks.append(_("There is no title."))
    return _infer_access(data, remarks), remarks


def _infer_access(data: dict[str, Any], remarks: list[str]) -> dict[str, Any]:
    """Set an ``access`` that is consistent with the links, with a remark if it was changed."""
    if not data.get("links"):
        data.pop("links", None)
        if "access" not in data:
            data["access"] = "unlocated"
            remarks.append(_("There is no link, so access was set to “unlocated”."))
    elif data.get("access") == "unlocated":
        del data["access"]
        remarks.append(_("There is a link, so “unlocated” was left out; access is not known."))
    if data.get("access") == "on-request":
        data["request_from"] = "unknown"
    return data


def _source(issue: Issue, credit: str) -> dict[str, str]:
    source = {
        "document": _("Suggestion from a reader, issue %(number)s", number=issue.number)
        if issue.number
        else _("Suggestion from a reader, an issue")
    }
    return {**source, "section": _("Suggested by %(name)s", name=credit)} if credit else source


def _new_id(title: str, issue: Issue, catalog: Catalog) -> str:
    fallback = f"suggestion-{issue.number}" if issue.number else "suggestion"
    return free_id(title, catalog.taken_ids, fallback)


def _sort_keys(data: Mapping[str, Any], catalog: Catalog) -> dict[str, Any]:
    """Sort the keys as in other entries; unknown keys come last."""
    type_keys = [v.key or facet for facet, v in catalog.facets.items() if facet == TYPES]
    leading = ("title", "also_known_as", *type_keys, *facet_keys(catalog, leading=True))
    field_keys = [key for key in keys_of(catalog.entry_type) if key not in leading]
    split = field_keys.index("part_of")
    order = [
        *leading,
        *field_keys[:split],
        *facet_keys(catalog, leading=False),
        *field_keys[split:],
    ]
    sorted_data = {key: data[key] for key in order if key in data}
    return {**sorted_data, **data}
