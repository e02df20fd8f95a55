"""The form: what the schema of entries asks for, as questions that a page can put to a reader.

A field or a facet is asked for without anyone's doing, unless the field is declared
not to be, or is a group of keys for which there is no input.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from resource_catalog.loading.convert import keys_of, why_invalid
from resource_catalog.loading.json_schema import entry_schema
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.field_types import LINE_LENGTH
from resource_catalog.model.records.entry import Entry, Link
from resource_catalog.model.records.vocabulary import TYPES
from resource_catalog.site.search.filters import query_parameter

FIRST = ("title", TYPES, "links", "access", "request_from", "summary", "recommended_use")
"""What is asked for before all else, in this order; facets follow, then the rest."""

InputKind = Literal["line", "prose", "lines", "choice", "choices", "links"]

_PATTERNS = {
    "date": r"^\d{4}-\d{2}-\d{2}$",
    "uri": r"^https?://\S+\.\S+$",
    "email": r"^\S+@\S+\.\S+$",
}
"""What texts look like for which the schema of entries has only a name."""


@dataclass(frozen=True)
class Choice:
    """One of the values that a question offers."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """One thing to fill in. ``parameter`` is its name in an address that fills it in."""

    key: str
    label: str
    about: str
    kind: InputKind
    parameter: str
    is_needed: bool = False
    limit: int | None = None
    pattern: str | None = None
    choices: tuple[Choice, ...] = ()
    said: tuple[str, str] | None = None
    """What the check says of a value that does not fit the pattern; “?” stands for the value."""


@dataclass(frozen=True)
class Form:
    """The questions in groups, and the order in which their answers are written."""

    first: tuple[Question, ...]
    facets: tuple[Question, ...]
    more: tuple[Question, ...]
    order: tuple[str, ...]
    type_key: str

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions."""
        return (*self.first, *self.facets, *self.more)


def entry_form(catalog: Catalog) -> Form:
    """The form for an entry of a catalog."""
    schema = entry_schema(catalog)
    found = {
        key: question
        for key, node in schema["properties"].items()
        if (question := _question(key, node, key in schema["required"], catalog))
    }
    facet_keys = {v.key or facet: facet for facet, v in catalog.facets.items()}
    keys = {facet: key for key, facet in facet_keys.items()}
    first = [found[key] for name in FIRST if (key := keys.get(name, name)) in found]
    facets = [q for q in found.values() if q.key in facet_keys and q not in first]
    return Form(
        first=tuple(first),
        facets=tuple(facets),
        more=tuple(q for q in found.values() if q not in first and q not in facets),
        order=_order(list(schema["properties"]), keys[TYPES], [*facet_keys]),
        type_key=keys[TYPES],
    )


def _order(keys: list[str], type_key: str, facet_keys: list[str]) -> tuple[str, ...]:
    """The keys as people write them: the type comes before what else an entry is tagged with."""
    keys.remove(type_key)
    first = min((keys.index(key) for key in facet_keys if key in keys), default=len(keys))
    return (*keys[:first], type_key, *keys[first:])


def _question(key: str, node: dict[str, Any], needed: bool, catalog: Catalog) -> Question | None:
    items = node.get("items", {})
    kind = _input_kind(node, items)
    facet = next((v for f, v in catalog.facets.items() if (v.key or f) == key), None)
    labels: Mapping[str, str]
    if facet:
        label, about = facet.singular_label if facet.single else facet.label, node["description"]
        labels, is_asked = {term.id: term.label for term in facet.terms}, True
    else:
        field = declared_fields(Entry)[key]
        label, about = field.label, field.form_help
        labels, is_asked = field.option_labels, field.in_form
    if kind is None or not is_asked:
        return None
    pattern = node.get("pattern", _PATTERNS.get(node.get("format", "")))
    said = why_invalid(Entry, key, "?") if pattern else None
    return Question(
        key=key,
        label=label,
        about=about,
        kind=kind,
        parameter=query_parameter(facet.id) if facet else key,
        is_needed=needed,
        limit=node.get("maxLength", items.get("maxLength")),
        pattern=pattern,
        choices=tuple(
            Choice(value, labels.get(value) or _in_words(value))
            for value in _values(node) or _values(items)
        ),
        said=said[1:] if said else None,
    )


def _input_kind(node: dict[str, Any], items: dict[str, Any]) -> InputKind | None:
    """How a question is answered; None for what no input here could hold."""
    if _values(node):
        return "choice"
    if _values(items):
        return "choices"
    if items.get("$ref") == f"#/$defs/{Link.__name__}":
        return "links"
    if "string" in node.get("type", ()):
        is_long = "format" not in node and node.get("maxLength", 0) > LINE_LENGTH
        return "prose" if is_long else "line"
    return "lines" if "string" in items.get("type", ()) else None


def _values(node: dict[str, Any]) -> list[str]:
    return node.get("enum") or [option["const"] for option in node.get("oneOf", [])]


def _in_words(value: str) -> str:
    """``audioDescription`` as “Audio description”."""
    if value.isupper():
        return value
    return re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", value[0].upper() + value[1:])


def link_choices(key: Literal["format", "role"]) -> tuple[str, ...]:
    """The values that a key of a link may have."""
    return tuple(Link.model_json_schema()["properties"][key]["enum"])


def words() -> dict[str, Any]:
    """What the check says of texts and addresses, as patterns for the form to say the same.

    They are asked of the check itself, with a value that has the fault.
    """
    faults = {
        "characters": "https://a b.org",
        "unreadable": "https://[",
        "scheme": "?",
        "host": "https://",
        "incomplete": "https://a",
        "password": "https://a:b@a.org",
        "port": "https://a.org:0",
    }
    return {
        "empty": _words(Entry, "title", "", {}),
        "long": _words(Entry, "title", "a" * (LINE_LENGTH + 1), _LENGTHS),
        "invisible": _words(Entry, "title", "a\x07", {"0007": "{code}"}),
        "unseen": _words(Entry, "title", "\u200b", {}),
        "name": _words(Entry, "part_of", "?", {"“?”": "“{value}”"}),
        "url": {
            name: _words(Link, "url", url, {f"“{url}”": "“{value}”"})
            for name, url in faults.items()
        },
    }


_LENGTHS = {str(LINE_LENGTH + 1): "{length}", str(LINE_LENGTH): "{limit}"}


def _words(
    model: type[Entry] | type[Link], key: str, value: str, holes: Mapping[str, str]
) -> dict[str, str]:
    said = why_invalid(model, key, value)
    if said is None or key not in keys_of(model):
        raise ValueError(f"the check finds nothing wrong with {value!r} as {key}")
    _, message, hint = said
    for text, hole in holes.items():
        message = message.replace(text, hole)
    return {"message": message, "hint": hint}
