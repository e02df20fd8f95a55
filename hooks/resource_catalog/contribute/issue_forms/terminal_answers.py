"""Validate and parse what somebody types for a new entry in the terminal."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from resource_catalog.contribute.free_ids import why_not_free
from resource_catalog.contribute.issue_forms import answer_values
from resource_catalog.contribute.issue_forms.form_questions import IssueQuestion
from resource_catalog.contribute.issue_forms.issue_to_entry import MAINTAINER_KEYS
from resource_catalog.loading.tags import Facets, entry_keys
from resource_catalog.loading.yaml.yaml_file import display_path
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.did_you_mean import NameIndex, did_you_mean
from resource_catalog.model.field_declaration import DeclaredField, declared_fields
from resource_catalog.model.field_types.slugs import SLUG, suggest_slug
from resource_catalog.model.field_types.urls import why_not_followable
from resource_catalog.model.messages import _, listed
from resource_catalog.model.problems import quoted
from resource_catalog.model.records.vocabulary import TYPES

_SCHEMA_TYPES = {"video": "VideoObject", "audio": "AudioObject", "image": "ImageObject"}
"""The schema.org types of the formats that have only one."""


class RejectedAnswerError(Exception):
    """An invalid answer. The message has the reason and a remedy.

    ``remarks`` are the guesses made while parsing it.
    """

    def __init__(self, message: str, remarks: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.remarks = tuple(remarks)


def required_text(text: str) -> str:
    """An answer on one line. Raises :class:`RejectedAnswerError` if it is empty."""
    if not text.strip():
        raise RejectedAnswerError(_("This one is required."))
    return " ".join(text.split())


def parse_address(text: str) -> tuple[str, list[str]]:
    """The URL in an answer, or an empty string, and remarks.

    Raises :class:`RejectedAnswerError`.
    """
    found, remarks = answer_values.parse_urls(text)
    if len(found) > 1:
        raise RejectedAnswerError(_("One address, please; add the others in the file afterward."))
    if text.strip() and not found:
        why = why_not_followable(text.strip())
        refusal = _("%(text)s is not an address: %(why)s.", text=quoted(text), why=why)
        raise RejectedAnswerError(" ".join(remarks) or refusal)
    return (found[0] if found else ""), remarks


def parse_terms(text: str, question: IssueQuestion) -> tuple[list[str], list[str]]:
    """The terms that an answer names by number, label or id, and remarks.

    Raises :class:`RejectedAnswerError` for unknown terms, too many, and none if one is required.
    """
    parts = [
        question.choices[int(part) - 1][0]
        if part.isdecimal() and 0 < int(part) <= len(question.choices)
        else part
        for part in (part.strip() for part in text.split(","))
    ]
    found, remarks, is_unknown = answer_values.parse_choices(", ".join(parts), question)
    known = listed(value for __, value in question.choices)
    if is_unknown:
        hint = _("Known are: %(terms)s.", terms=known)
        raise RejectedAnswerError(f"{' '.join(remarks)} {hint}")
    if question.is_required and not found:
        raise RejectedAnswerError(_("Choose one of these: %(terms)s.", terms=known), remarks)
    if question.answer_type == "choice" and len(found) > 1:
        raise RejectedAnswerError(_("Only one of them, please."), remarks)
    return found, remarks


def parse_id(text: str, taken: Collection[str], folder: Path) -> str:
    """An id that is not in use, neither in ``taken`` nor as a file name in ``folder``.

    Raises :class:`RejectedAnswerError`.
    """
    if not SLUG.fullmatch(text):
        better = suggest_slug(text) or "my-id"
        hint = _("Use small letters, digits and single hyphens: %(better)s.", better=better)
        refusal = _("%(text)s cannot be an id.", text=quoted(text))
        raise RejectedAnswerError(f"{refusal} {hint}")
    if why := why_not_free(text, taken):
        raise RejectedAnswerError(_("“%(id)s” is taken: %(why)s.", id=text, why=why))
    for path in folder.rglob(f"{text}.y*ml"):
        raise RejectedAnswerError(_("%(file)s already exists.", file=display_path(path)))
    return text


def parse_assignments(assignments: Sequence[str], catalog: Catalog) -> dict[str, Any]:
    """Parse assignments such as ``authors=A; B`` into values by key.

    Terms, and other words from a fixed list, go by their labels and synonyms as well.

    Raises :class:`RejectedAnswerError`.
    """
    facets = {v.key or facet: v for facet, v in catalog.facets.items()}
    terms = Facets(catalog.facets, (), catalog.synonyms)
    known = [
        key for key in entry_keys(catalog.facets, catalog.entry_type) if key not in MAINTAINER_KEYS
    ]
    found: dict[str, Any] = {}
    for text in assignments:
        key, sign, value = (part.strip() for part in text.partition("="))
        if not sign or key not in known:
            hint = did_you_mean(key, known) or _("Write it as KEY=VALUE.")
            refusal = _("%(text)s cannot be set.", text=quoted(text))
            raise RejectedAnswerError(f"{refusal} {hint}")
        field = None if key in facets else declared_fields(catalog.entry_type)[key]
        is_list = _is_list(field) if field else not facets[key].single
        names = _names_of(field) if field else terms.names_of(facets[key])
        is_whole = not is_list or (names is not None and names.certain(value) is not None)
        items = [value] if is_whole else answer_values.parse_lines(value)
        items = [(names.certain(item) if names else None) or item for item in items]
        found[key] = items if is_list else items[0]
        if field and field.value_type == "flag" and value.casefold() in ("true", "yes"):
            found[key] = True
    return found


def detect_format(url: str, content_type: str) -> str:
    """The format of a link, from its content type or else from the suffix of its URL."""
    media_type = content_type.partition(";")[0].strip()
    if media_type == "application/pdf":
        return "pdf"
    family = media_type.partition("/")[0]
    return family if family in _SCHEMA_TYPES else answer_values.guess_format(url)


def guess_type(link_format: str, catalog: Catalog) -> str:
    """The label of the resource type for a format; empty unless there is exactly one."""
    wanted = _SCHEMA_TYPES.get(link_format, "none")
    found = [term.label for term in catalog.terms_in(TYPES) if term.schema_type == wanted]
    return found[0] if len(found) == 1 else ""


def _names_of(field: DeclaredField) -> NameIndex | None:
    """The values that a field can have, by their labels and themselves; None if it has no list."""
    if not field.option_labels:
        return None
    labels = {field.option_label(value): value for value in field.option_labels}
    return NameIndex({**labels, **{value: value for value in field.option_labels}})


def _is_list(field: DeclaredField) -> bool:
    """Whether a field of an entry has a list of values.

    Raises :class:`RejectedAnswerError` for a key whose values are groups of keys.
    """
    if field.record:
        raise RejectedAnswerError(
            _("“%(key)s” has parts of its own: write it in the file.", key=field.key)
        )
    return field.is_list
