"""Derive the questions of the suggestion form on the site from the JSON Schema of entries.

Every field and every facet becomes a question, unless the declaration of the field excludes it
or there is no kind of input for its type.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from resource_catalog.loading.convert.record_conversion import why_invalid
from resource_catalog.loading.convert.record_keys import keys_of
from resource_catalog.loading.json_schema import entry_schema
from resource_catalog.loading.tags import entry_keys
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import DeclaredField, declared_fields, humanized
from resource_catalog.model.field_types.accessibility import (
    ACCESSIBILITY_FEATURES,
    USUAL_FEATURES,
)
from resource_catalog.model.field_types.texts import LINE_LENGTH
from resource_catalog.model.messages import current, translated
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.entry_history import Change
from resource_catalog.model.records.link import Link
from resource_catalog.model.records.vocabulary import TYPES, query_parameter
from resource_catalog.site.suggest.input_normalization import READ_TYPES, reading_messages

FIRST_KEYS = ("links", "title", "summary", "recommended_use")
"""The keys of the questions that everybody sees, in this order: where it is, what it is called,
what it is, and who would use it. All others are folded away."""

SECOND_KEYS = (TYPES, "access", "request_from")
"""The keys of the first of those, in this order; facets follow, then the rest."""

SUGGESTION_PREFIX = "Suggestion: "
"""How the titles of suggestions on GitHub begin in every language: the workflow looks for it."""

InputKind = Literal["line", "prose", "lines", "choice", "choices", "links", "changes"]

_PATTERNS = {
    "date": r"^\d{4}-\d{2}-\d{2}$",
    "uri": r"^https?://\S+\.\S+$",
    "email": r"^\S+@\S+\.\S+$",
}
"""Regular expressions for the formats of JSON Schema that entries use."""


_GROUPS: Mapping[type[Link | Change], InputKind] = {Link: "links", Change: "changes"}
"""The groups of keys that the form has an input for, as items of a list."""


@dataclass(frozen=True)
class Choice:
    """One of the options of a question."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """A question of the form.

    ``description`` may be empty. ``parameter`` is the query parameter that fills it in.
    ``more_choices`` are seldom wanted and follow ``choices``. ``pattern_error`` is the message and
    the hint for a value that does not match ``pattern``; “?” stands for the value. ``reading`` is
    the type of a value that may be typed in several ways.
    """

    key: str
    label: str
    description: str
    kind: InputKind
    parameter: str
    is_required: bool = False
    max_length: int | None = None
    pattern: str | None = None
    choices: tuple[Choice, ...] = ()
    more_choices: tuple[Choice, ...] = ()
    pattern_error: tuple[str, str] | None = None
    reading: str = ""


@dataclass(frozen=True)
class Form:
    """The questions in four groups: ``first``, which are always seen, ``second``, facets, and more.

    ``key_order`` is the order of the keys in the file of an entry. ``type_key`` is the key for
    the type of the resource; it is empty if there is no choice of types.
    """

    first: tuple[Question, ...]
    second: tuple[Question, ...]
    facets: tuple[Question, ...]
    more: tuple[Question, ...]
    key_order: tuple[str, ...]
    type_key: str

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions."""
        return (*self.first, *self.second, *self.facets, *self.more)


def entry_form(catalog: Catalog) -> Form:
    """The form for suggesting an entry to a catalog."""
    schema = entry_schema(catalog)
    found = {
        key: question
        for key, node in schema["properties"].items()
        if (question := _question(key, node, key in schema["required"], catalog))
    }
    facet_keys = {v.key or facet: facet for facet, v in catalog.asked_facets.items()}
    keys = {facet: key for key, facet in facet_keys.items()}
    first, second = (
        [found.pop(key) for name in names if (key := keys.get(name, name)) in found]
        for names in (FIRST_KEYS, SECOND_KEYS)
    )
    return Form(
        first=tuple(first),
        second=tuple(second),
        facets=tuple(q for q in found.values() if q.key in facet_keys),
        more=tuple(q for q in found.values() if q.key not in facet_keys),
        key_order=entry_keys(catalog.facets, catalog.entry_type),
        type_key=keys.get(TYPES, ""),
    )


def _question(
    key: str, node: dict[str, Any], is_required: bool, catalog: Catalog
) -> Question | None:
    items = node.get("items", {})
    kind = _input_kind(node, items)
    facet = next((v for f, v in catalog.facets.items() if (v.key or f) == key), None)
    reading = ""
    labels: Mapping[str, str]
    if facet:
        label, description = (
            facet.singular_label if facet.single else facet.label,
            node["description"],
        )
        labels = {term.id: term.label for term in facet.terms}
        is_included = facet.id in catalog.asked_facets
        is_required = False
    else:
        field = declared_fields(catalog.entry_type)[key]
        label, description = field.translated(field.label), _form_help(field)
        labels = {value: field.option_label(value) for value in field.option_labels}
        is_included = field.in_form
        reading = field.value_type if field.value_type in READ_TYPES else ""
        is_required = is_required or field.is_expected
    if kind is None or not is_included:
        return None
    pattern = node.get("pattern", _PATTERNS.get(node.get("format", "")))
    error = why_invalid(catalog.entry_type, key, "?") if pattern else None
    choices = {
        value: Choice(value, labels.get(value) or translated(humanized(value)))
        for value in _allowed_values(node) or _allowed_values(items)
    }
    usual = USUAL_FEATURES if choices.keys() == set(ACCESSIBILITY_FEATURES) else tuple(choices)
    return Question(
        key=key,
        label=label,
        description=description,
        kind=kind,
        parameter=query_parameter(facet.id) if facet else key,
        is_required=is_required,
        max_length=_max_length(kind, node, items),
        pattern=pattern,
        choices=tuple(choices.pop(value) for value in usual),
        more_choices=tuple(choices.values()),
        pattern_error=error[1:] if error else None,
        reading=reading,
    )


def _form_help(field: DeclaredField) -> str:
    """The help text of a field; nothing of ours under a label of the catalog's own."""
    own = current().own
    is_renamed = field.label in own and field.form_help not in own
    return "" if is_renamed else field.translated(field.form_help)


def _input_kind(node: dict[str, Any], items: dict[str, Any]) -> InputKind | None:
    """The kind of input for a node of the schema; None if there is none for its type."""
    if _allowed_values(node):
        return "choice"
    if _allowed_values(items):
        return "choices"
    for record, known in _GROUPS.items():
        if items.get("$ref") == f"#/$defs/{record.__name__}":
            return known
    if "string" in node.get("type", ()):
        is_long = "format" not in node and node.get("maxLength", 0) > LINE_LENGTH
        return "prose" if is_long else "line"
    return "lines" if "string" in items.get("type", ()) else None


def _max_length(kind: InputKind, node: dict[str, Any], items: dict[str, Any]) -> int | None:
    if kind == "changes":
        items = Change.model_json_schema()["properties"]["what"]
    return node.get("maxLength", items.get("maxLength"))


def _allowed_values(node: dict[str, Any]) -> list[str]:
    return node.get("enum") or [option["const"] for option in node.get("oneOf", [])]


def link_choices(key: Literal["format", "role"]) -> tuple[str, ...]:
    """The allowed values of a key of a link."""
    return tuple(Link.model_json_schema()["properties"][key]["enum"])


def validation_messages() -> dict[str, Any]:
    """The check's messages on texts and URLs as templates, so that the browser shows the same ones.

    Each is obtained by validating a value with that problem.
    """
    invalid_urls = {
        "characters": "https://a b.org",
        "unreadable": "https://[",
        "scheme": "?",
        "host": "https://",
        "incomplete": "https://a",
        "password": "https://a:b@a.org",
        "port": "https://a.org:0",
        "alphabets": "https://\u0430b.org",
    }
    mendable_urls = {
        "bare": ("a.org", "https://a.org"),
        "encoded": ("https://a.org/|", "https://a.org/%7C"),
        "wrapped": ("https://www.google.com/url?q=https://a.org/", "https://a.org/"),
    }
    return {
        "empty": _message_template(Entry, "title", "", {}),
        "long": _message_template(Entry, "title", "a" * (LINE_LENGTH + 1), _LENGTH_PLACEHOLDERS),
        "invisible": _message_template(Entry, "title", "a\x07", {"0007": "{code}"}),
        "unseen": _message_template(Entry, "title", "\u200b", {}),
        "lost": _message_template(Entry, "title", "\ufffd", {}),
        "day": _message_template(Change, "on", "?", {"“?”": "“{value}”"}),
        "early": _message_template(Entry, "published", "0017", {"“0017”": "“{value}”"}),
        "error": _message_template(Entry, "title", "#REF!", {"#REF!": "{value}"}),
        "noName": _message_template(Entry, "authors", "?", {"“?”": "“{value}”"}),
        "lettering": _message_template(
            Entry, "title", "\ufb01", {"“\ufb01”": "“{value}”", "“fi”": "“{better}”"}
        ),
        "code": _message_template(
            Entry, "title", "&amp;", {"“&amp;”": "“{value}”", "“&”": "“{better}”"}
        ),
        "name": _message_template(Entry, "part_of", "?", {"“?”": "“{value}”"}),
        "device": _message_template(
            Entry, "part_of", "con", {"“con”": "“{value}”", "con-1": "{better}"}
        ),
        "url": {
            name: _message_template(Link, "url", url, {f"“{url}”": "“{value}”"})
            for name, url in invalid_urls.items()
        }
        | {
            name: _message_template(
                Link, "url", url, {f"“{url}”": "“{value}”", f" {better}.": " {better}."}
            )
            for name, (url, better) in mendable_urls.items()
        },
        **reading_messages(),
    }


_LENGTH_PLACEHOLDERS = {str(LINE_LENGTH + 1): "{length}", str(LINE_LENGTH): "{limit}"}


def _message_template(
    model: type[Entry] | type[Link] | type[Change],
    key: str,
    value: str,
    placeholders: Mapping[str, str],
) -> dict[str, str]:
    given = [value] if declared_fields(model)[key].is_list else value
    error = why_invalid(model, key, given)
    if error is None or key not in keys_of(model):
        raise ValueError(f"{value!r} is valid as {key}")
    _, message, hint = error
    for text, placeholder in placeholders.items():
        message, hint = message.replace(text, placeholder), hint.replace(text, placeholder)
    return {"message": message, "hint": hint}
