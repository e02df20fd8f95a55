"""Convert the plain data of a YAML document to a record, and errors of pydantic to problems."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from resource_catalog.loading.convert.invalid_values import allowed_values, why_wrong
from resource_catalog.loading.convert.record_keys import keys_of, record_at
from resource_catalog.loading.convert.unknown_keys import KEY_SYNONYMS, group_with, unknown_key
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.did_you_mean import certain_match, is_misspelled_in
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.record import Record

R = TypeVar("R", bound=Record)


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
        unknown_key(document, (key,), [*own, *other_keys], group_with(model, key))
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
                return why_wrong(model, details)
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
    key, known = str(path[-1]), keys_of(record_at(model, path[:-1]))
    renamed = {KEY_SYNONYMS.get(str(other).casefold()) for other in data if other not in known}
    return key in data or key in renamed or is_misspelled_in(key, data, [*known, *other_keys])


def _problem(model: type[Record], document: Document, details: ErrorDetails) -> Problem:
    kind, path = details["type"], details["loc"]
    if kind == "missing":
        return document.missing_key(path[:-1], str(path[-1]))
    if kind == "extra_forbidden":
        return unknown_key(document, path, keys_of(record_at(model, path[:-1])))
    code, message, hint = why_wrong(model, details)
    return document.problem(code, path, message, hint, replacement=_replacement(details))


def _replacement(details: ErrorDetails) -> str | None:
    """The value that must be written instead, if that is certain."""
    value, context = details["input"], details.get("ctx", {})
    if details["type"] == "literal_error" and isinstance(value, str):
        return certain_match(value, allowed_values(details))
    found = context.get("replacement")
    return found if isinstance(found, str) else None
