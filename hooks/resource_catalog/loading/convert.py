"""Convert the plain data of a YAML document to a record, and errors of pydantic to problems."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from resource_catalog.loading.yaml.parser import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document, type_name
from resource_catalog.model.did_you_mean import certain_match, did_you_mean, is_misspelled_in
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.messages import _, alternatives, listed
from resource_catalog.model.problems import RULES, Problem, quoted
from resource_catalog.model.records.record import Record

R = TypeVar("R", bound=Record)

KEY_SYNONYMS = {
    **dict.fromkeys(("description", "abstract", "about"), "summary"),
    **dict.fromkeys(("date", "year"), "published"),
    **dict.fromkeys(("address", "url", "website"), "links"),
    **dict.fromkeys(("category", "kind"), "type"),
    **dict.fromkeys(("tags", "subjects", "keywords"), "topics"),
    "organization": "publishers",
}
"""Keys as other catalogs call them, which are too different to be found by similarity."""

VALUE_SYNONYMS: Mapping[str, Mapping[str, str]] = {
    "access": {
        **dict.fromkeys(("free", "public", "available", "online", "free of charge"), "open"),
        **dict.fromkeys(("login", "log-in", "account", "free account", "registration"), "sign-in"),
        **dict.fromkeys(("request", "ask", "by request", "upon request"), "on-request"),
        **dict.fromkeys(("purchase", "for sale", "fee", "subscription"), "paid"),
        **dict.fromkeys(("lost", "missing", "not found", "broken"), "unlocated"),
    },
    "format": {
        **dict.fromkeys(("web", "website", "webpage", "page", "link"), "html"),
        **dict.fromkeys(("doc", "docx", "odt", "word", "xls", "xlsx", "spreadsheet"), "document"),
        **dict.fromkeys(("ppt", "pptx", "powerpoint", "presentation"), "slides"),
        **dict.fromkeys(("mp4", "mov", "youtube", "movie"), "video"),
        **dict.fromkeys(("mp3", "podcast"), "audio"),
        **dict.fromkeys(("jpg", "jpeg", "png", "gif", "picture", "infographic"), "image"),
    },
    "role": {"main": "primary", "copy": "archive", "archived": "archive", "other": "alternate"},
}
"""Values as people call them, by key, which are too different to be found by similarity."""

_ONE_OR_MORE = re.compile(r"\w(?:(?! and )[\w .,’()-]){0,80}")
"""A text that is a list once it is in square brackets; “A and B” may be one thing or two."""

MAX_LISTED = 12
"""How many words a hint lists at most."""


@cache
def keys_of(model: type[Record]) -> tuple[str, ...]:
    """The keys of a record in YAML."""
    return tuple(name for name, field in model.model_fields.items() if not field.exclude)


@cache
def all_keys_of(model: type[Record]) -> frozenset[str]:
    """The keys of a record in YAML, and those of all groups inside it."""
    inner = [r for info in model.model_fields.values() for r in _records_in(info.annotation)]
    return frozenset(keys_of(model)).union(*map(all_keys_of, inner))


def to_record(
    model: type[R],
    document: Document,
    data: Mapping[str, Any],
    *,
    extra: Mapping[str, Any] = MappingProxyType({}),
    other_keys: Collection[str] = (),
    partial: bool = False,
    today: datetime.date | None = None,
) -> tuple[R | None, list[Problem]]:
    """Convert ``data``, the top-level mapping of ``document``, to a record.

    ``extra`` has the fields that are not written in files (id, tags);
    ``other_keys`` are valid keys that are read elsewhere. Returns the record,
    or None, and all problems. With ``partial``, optional values that are wrong
    are dropped, so that the record can still be checked against others. With
    ``today``, hints know what day it is.
    """
    own = keys_of(model)
    problems = [
        _unknown_key(document, (key,), [*own, *other_keys], _parent_key(model, key))
        for key in data
        if key not in own and key not in other_keys
    ]
    given = {key: _without_none(data[key]) for key in own if data.get(key) is not None}
    try:
        return model.model_validate({**given, **extra}, context=today), problems
    except ValidationError as error:
        errors = error.errors(include_url=False)
    problems += [
        _problem(model, document, details)
        for details in errors
        if not _is_already_reported(model, data, details, other_keys)
    ]
    for details in errors:
        given.pop(str(details["loc"][0]), None)
    try:
        return model.model_validate({**given, **extra}) if partial else None, problems
    except ValidationError:
        return None, problems


def why_invalid(model: type[Record], key: str, value: Any) -> tuple[str, str, str] | None:
    """The code, message and hint of the problem with one value; None if it is valid."""
    try:
        model.model_validate({key: value})
    except ValidationError as error:
        for details in error.errors(include_url=False):
            if details["loc"][0] == key and details["type"] != "missing":
                return _message(model, details)
    return None


def _without_none(data: Any) -> Any:
    """``data`` without empty keys, which have been reported already.

    Empty items of lists stay, since the paths of the other items count them.
    """
    if isinstance(data, str):
        return data
    if isinstance(data, dict):
        return {k: _without_none(v) for k, v in data.items() if v is not None}
    return [_without_none(v) for v in data] if isinstance(data, list) else data


def _is_already_reported(
    model: type[Record],
    data: Mapping[str, Any],
    details: ErrorDetails,
    other_keys: Collection[str],
) -> bool:
    """Whether another problem covers an error, such as an empty or misspelled key."""
    kind, path, value = details["type"], details["loc"], details["input"]
    if kind != "missing":
        return value is None or (kind == "too_short" and bool(value))
    for step in path[:-1]:
        data = data[step]  # type: ignore[index]  # positions, where data is a list
    key, known = str(path[-1]), keys_of(_model_at(model, path[:-1]))
    renamed = {KEY_SYNONYMS.get(str(other).casefold()) for other in data if other not in known}
    return key in data or key in renamed or is_misspelled_in(key, data, [*known, *other_keys])


def _problem(model: type[Record], document: Document, details: ErrorDetails) -> Problem:
    kind, path = details["type"], details["loc"]
    if kind == "missing":
        return document.missing_key(path[:-1], str(path[-1]))
    if kind == "extra_forbidden":
        return _unknown_key(document, path, keys_of(_model_at(model, path[:-1])))
    code, message, hint = _message(model, details)
    return document.problem(code, path, message, hint, replacement=_replacement(details))


def _replacement(details: ErrorDetails) -> str | None:
    """The value that must be written instead, if that is certain."""
    value, context = details["input"], details.get("ctx", {})
    if details["type"] == "literal_error" and isinstance(value, str):
        return certain_match(value, _allowed(details))
    found = context.get("replacement")
    return found if isinstance(found, str) else None


def _allowed(details: ErrorDetails) -> list[str]:
    """The allowed values of a ``Literal``."""
    return re.findall("'([^']*)'", details.get("ctx", {})["expected"])


def _message(model: type[Record], details: ErrorDetails) -> tuple[str, str, str]:
    """The code, message and hint for an error of pydantic."""
    kind, path, value = details["type"], details["loc"], details["input"]
    context = details.get("ctx", {})
    if kind in RULES:
        return kind, str(context["message"]), str(context["hint"])
    match kind:
        case "literal_error" if isinstance(value, str):
            allowed = _allowed(details)
            meant = VALUE_SYNONYMS.get(str(path[-1]), {}).get(value.strip().casefold())
            hint = did_you_mean(meant or value, allowed) or _(
                "Use one of: %(allowed)s.", allowed=listed(allowed)
            )
            return "unknown-value", _("%(value)s is not allowed here.", value=quoted(value)), hint
        case "bool_parsing":
            message = _("%(value)s is neither true nor false.", value=quoted(value))
            return "unknown-value", message, _("Write true or false.")
        case "string_pattern_mismatch":
            examples = alternatives(_field_at(model, path).examples or ())
            message = _("%(value)s is not in the format expected here.", value=quoted(value))
            return "unknown-value", message, _("Write it like %(examples)s.", examples=examples)
        case "string_too_long":
            message = _(
                "This has %(length)s characters; the limit is %(limit)s.",
                length=len(value),
                limit=context["max_length"],
            )
            return "too-long", message, _("Shorten it.")
        case "string_too_short" | "too_short":
            return "empty-value", _("Nothing is written here."), _("Fill it in.")
    wanted, hint = _expected_type(model, details)
    return (
        "wrong-kind",
        _("%(Found)s is where %(wanted)s belongs.", found=type_name(value), wanted=wanted),
        hint,
    )


def _expected_type(model: type[Record], details: ErrorDetails) -> tuple[str, str]:
    """What type of value is expected, and a hint on how to write it."""
    match details["type"]:
        case "tuple_type":
            return _("a list"), _as_list(model, details)
        case "model_type":
            path, inner = details["loc"], _model_at(model, details["loc"])
            if isinstance(path[-1], int):
                item = _as_item(inner, details["input"])
                hint = _(
                    "On its own line below “%(key)s:”, write “  %(item)s”.",
                    key=path[-2],
                    item=item,
                )
            else:
                hint = _(
                    "Write it with its keys, such as “%(group)s”.",
                    group=f"{path[-1]}: {{{_example_of(inner)}}}",
                )
            return _("a group of keys"), hint
        case "dict_type" | "mapping_type":
            return _("a group of keys"), _("Write each pair on its own line, such as “Link: url”.")
        case "date_type":
            return _("a day"), _("Write year, month and day, such as 2026-11-21.")
        case "bool_type":
            return _("true or false"), _("Write true or false.")
        case "literal_error":
            return _("one word"), _("Write a single word without brackets.")
    return _("text"), _("Write it as one line of text.")


def _example_of(group: type[Record]) -> str:
    """The required keys of a group with values to be replaced: ``on: 2026-11-21, why: …``."""
    wanted = [name for name, field in group.model_fields.items() if field.is_required()]
    types = {key: declared.value_type for key, declared in declared_fields(group).items()}
    return ", ".join(
        f"{key}: {'2026-11-21' if types.get(key) == 'day' else '…'}"
        for key in wanted or keys_of(group)[:1]
    )


def _as_list(model: type[Record], details: ErrorDetails) -> str:
    """A hint on how to write a value as a list."""
    path, value = details["loc"], details["input"]
    of_groups = isinstance(path[-1], str) and _records_in(_field_at(model, path).annotation)
    if not isinstance(value, str):
        if not of_groups:
            return _("Start each item with a hyphen and a space.")
        return _(
            "Start each item with a hyphen and a space, “- %(key)s: …”, and indent its other "
            "lines by two more spaces.",
            key=keys_of(of_groups[0])[0],
        )
    if not of_groups and _ONE_OR_MORE.fullmatch(value):
        start = f"{path[-1]}:" if isinstance(path[-1], str) else "-"
        return _("Put it in square brackets: %(line)s.", line=f"{start} [{value.strip()}]")
    if not of_groups:
        return _("Put it in square brackets: [first, second].")
    item = _as_item(of_groups[0], value)
    return _(
        "Leave “%(key)s:” alone on its line, and below it write “  %(item)s”.",
        key=path[-1],
        item=item,
    )


def _as_item(model: type[Record], value: Any) -> str:
    """A bare value as an item of a list of groups: ``- url: https://example.org``."""
    is_word = isinstance(value, str) and re.fullmatch(r"(https?://)?[\w./?=&%~+-]{1,200}", value)
    return f"- {keys_of(model)[0]}: {value if is_word else '…'}"


def _parent_key(model: type[Record], key: str) -> str | None:
    """The key of ``model`` whose group has ``key``, if there is exactly one."""
    found = [
        name
        for name, field in model.model_fields.items()
        if not field.exclude and any(key in keys_of(r) for r in _records_in(field.annotation))
    ]
    return found[0] if len(found) == 1 else None


def _unknown_key(
    document: Document, path: YamlPath, known: Collection[str], inside: str | None = None
) -> Problem:
    """The problem with an unknown key; ``inside`` is a key of the file whose group has it."""
    message = _("%(key)s is not a known key here.", key=quoted(str(path[-1])))
    others = (
        _("Known here are: %(known)s.", known=listed(known))
        if len(known) <= MAX_LISTED
        else _("Remove it.")
    )
    hint = did_you_mean(str(path[-1]), known) or others
    replacement = certain_match(str(path[-1]), known)
    other_name = KEY_SYNONYMS.get(str(path[-1]).casefold())
    if other_name in known and replacement is None:
        hint = _("Here it is called “%(other_name)s”.", other_name=other_name)
    if inside in document.data:
        hint = _(
            "It belongs below “%(inside)s:”. Indent it like the other lines there.", inside=inside
        )
    beside = document.data
    for step in path[:-1]:
        beside = beside[step]
    if replacement in beside:
        replacement, hint = (
            None,
            _("“%(replacement)s” is there already: keep one of the two.", replacement=replacement),
        )
    return document.problem("unknown-key", path, message, hint, key=True, replacement=replacement)


def _field_at(model: type[Record], path: YamlPath) -> FieldInfo:
    """The field at a path of keys and list positions inside ``model``."""
    return _model_at(model, path[:-1]).model_fields[str(path[-1])]


def _model_at(model: type[Record], path: YamlPath) -> type[Record]:
    """The record type at a path of keys and list positions inside ``model``."""
    steps = iter(path)
    for step in steps:
        if isinstance(step, str):
            annotation: Any = model.model_fields[step].annotation
            found = _records_in(annotation)
            if found:
                model = found[0]
                if get_origin(annotation) is Mapping:
                    next(steps, None)  # the key of a record, which is no field
    return model


def _records_in(annotation: Any) -> list[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return [annotation]
    return [r for part in getattr(annotation, "__args__", ()) for r in _records_in(part)]
