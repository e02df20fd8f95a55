"""Conversion: a document's plain data to a record of the model, or every problem with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from resource_catalog.documents import Document, kind_of
from resource_catalog.model import Record
from resource_catalog.problems import RULES, Problem
from resource_catalog.suggestions import did_you_mean
from resource_catalog.yaml_text import Path

R = TypeVar("R", bound=Record)

_EXPECTED = {
    "string_type": ("text", "Write it as one line of text."),
    "tuple_type": ("a list", "Put it in square brackets: [first, second]."),
    "model_type": ("keys with values", "Write each key on a line of its own."),
    "model_attributes_type": ("keys with values", "Write each key on a line of its own."),
    "dict_type": ("keys with values", "Write each key on a line of its own."),
}


def keys_of(model: type[Record]) -> tuple[str, ...]:
    """The keys that may be written in YAML for a record."""
    return tuple(name for name, field in model.model_fields.items() if not field.exclude)


def to_record(
    model: type[R],
    document: Document,
    data: Mapping[str, Any],
    *,
    extra: Mapping[str, Any] = MappingProxyType({}),
    also_known: Collection[str] = (),
) -> tuple[R | None, list[Problem]]:
    """Make a record of ``data``, which stands at the top of ``document``.

    ``extra`` fills fields that no file writes (id, tags). ``also_known`` are
    keys that someone else reads. Gives the record, or None, and all problems.
    """
    own = keys_of(model)
    problems = [
        document.problem(
            "unknown-key",
            (key,),
            f"“{key}” is not a key that is used here.",
            did_you_mean(key, [*own, *also_known]) or "Take it out.",
            key=True,
        )
        for key in data
        if key not in own and key not in also_known
    ]
    mine = {key: _without_nothing(data[key]) for key in own if data.get(key) is not None}
    try:
        record = model.model_validate({**mine, **extra})
    except ValidationError as error:
        for details in error.errors(include_url=False):
            problem = _problem(model, document, data, details)
            if problem:
                problems.append(problem)
        return None, problems
    return record, problems


def _without_nothing(data: Any) -> Any:
    """``data`` less what was left empty; that has been reported already."""
    if isinstance(data, dict):
        return {k: _without_nothing(v) for k, v in data.items() if v is not None}
    if isinstance(data, list):
        return [_without_nothing(v) for v in data if v is not None]
    return data


def _problem(
    model: type[Record], document: Document, data: Mapping[str, Any], details: ErrorDetails
) -> Problem | None:
    kind, path, value = details["type"], details["loc"], details["input"]
    context = details.get("ctx", {})
    key = path[-1] if path else ""
    if kind in RULES:
        return document.problem(kind, path, str(context["said"]), str(context["hint"]))
    if kind == "missing":
        if _is_empty_there(data, path):
            return None
        hint = f"Add a line that starts with “{key}:”."
        return document.problem("missing-key", path[:-1], f"The key “{key}” is missing.", hint)
    if kind == "extra_forbidden":
        known = keys_of(_model_at(model, path[:-1]))
        hint = did_you_mean(str(key), known) or f"Known here: {', '.join(known)}."
        message = f"“{key}” is not a key that is used here."
        return document.problem("unknown-key", path, message, hint, key=True)
    if kind == "literal_error":
        allowed = [
            word.strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(", ")
        ]
        hint = did_you_mean(str(value), allowed) or f"Use one of: {', '.join(allowed)}."
        return document.problem("unknown-value", path, f"“{value}” is not allowed here.", hint)
    if kind in _EXPECTED:
        wanted, hint = _EXPECTED[kind]
        message = f"{kind_of(value).capitalize()} stands where {wanted} belongs."
        return document.problem("wrong-kind", path, message, hint)
    if kind in ("string_too_long", "too_long"):
        limit = context["max_length"]
        message = f"This has {len(value)} characters; the limit is {limit}."
        return document.problem("too-long", path, message, "Say it shorter.")
    if kind in ("string_too_short", "too_short"):
        return document.problem("empty-value", path, f"Nothing is written for “{key}”.")
    if kind == "string_pattern_mismatch":
        message = f"“{value}” is not of the form expected here."
        return document.problem(
            "unknown-value", path, message, f"The form is {context['pattern']}."
        )
    if kind == "bool_parsing":
        return document.problem("unknown-value", path, f"“{value}” is not true or false.")
    return document.problem("wrong-kind", path, details["msg"])


def _is_empty_there(data: Any, path: Path) -> bool:
    """Whether the key is written with nothing after it, which has its own problem."""
    for step in path[:-1]:
        data = data[step]
    return isinstance(data, dict) and path[-1] in data


def _model_at(model: type[Record], path: Path) -> type[Record]:
    """The record type at a path of keys and list positions inside ``model``."""
    for step in path:
        if isinstance(step, str):
            annotation: Any = model.model_fields[step].annotation
            found = _records_in(annotation)
            if found:
                model = found[0]
    return model


def _records_in(annotation: Any) -> list[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return [annotation]
    return [r for part in getattr(annotation, "__args__", ()) for r in _records_in(part)]
