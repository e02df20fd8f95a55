"""Name the texts of a record that can be translated, and put other texts in their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast

from pydantic import BaseModel

from resource_catalog.model.field_declaration import DeclaredField, declared_fields
from resource_catalog.model.messages.own_words import is_name
from resource_catalog.model.records.access import UNKNOWN_CONTACT
from resource_catalog.model.records.record import Record

R = TypeVar("R", bound=Record)

Convert = Callable[[str, str], str]
"""Gives the text to show, of the path of a text and the text itself."""


class SourceText(NamedTuple):
    """A text that can be translated: its path in the record, and the field that has it.

    A path is made of keys joined by dots. An item of a list is named by its id where it has one,
    else by its place from 0: ``terms.plan.label``, ``links.0.label``.
    """

    path: str
    text: str
    record: type[Record]
    key: str


def texts_of(record: Record) -> Iterator[SourceText]:
    """The texts of a record that can be translated, in the order of its fields."""
    return _texts(record, "")


def with_texts(record: R, convert: Convert) -> R:
    """The record with other texts in the places of those that can be translated."""
    return _converted(record, "", convert)


@cache
def _fields_with_texts(record: type[Record]) -> tuple[tuple[str, DeclaredField], ...]:
    """The fields of a record that are texts to translate, or may hold some."""
    return tuple(
        (key, declared)
        for key, declared in declared_fields(record).items()
        if declared.translatable or (declared.record and _has_texts(declared.record))
    )


def _has_texts(record: type[BaseModel]) -> bool:
    return any(
        declared.translatable or (declared.record and _has_texts(declared.record))
        for declared in declared_fields(record).values()
    )


def _texts(record: Record, before: str) -> Iterator[SourceText]:
    kind = type(record)
    for key, declared in _fields_with_texts(kind):
        value = getattr(record, key)
        path = f"{before}{key}"
        if not value:
            continue
        if not declared.translatable:
            for name, item in _items(value, path):
                yield from _texts(item, f"{name}.")
        elif isinstance(value, str):
            if value != UNKNOWN_CONTACT:
                yield SourceText(path, value, kind, key)
        else:
            for name, text in _several(value):
                yield SourceText(f"{path}.{name}", text, kind, key)


def _converted(record: R, before: str, convert: Convert) -> R:
    changed: dict[str, Any] = {}
    for key, declared in _fields_with_texts(type(record)):
        value = getattr(record, key)
        path = f"{before}{key}"
        if not value or value == UNKNOWN_CONTACT:
            continue
        if not declared.translatable:
            items = [_converted(item, f"{name}.", convert) for name, item in _items(value, path)]
            changed[key] = tuple(items) if isinstance(value, tuple) else items[0]
        elif isinstance(value, str):
            changed[key] = convert(path, value)
        else:
            texts = {name: convert(f"{path}.{name}", text) for name, text in _several(value)}
            changed[key] = (
                {**value, **texts} if isinstance(value, Mapping) else tuple(texts.values())
            )
    if not changed:
        return record
    kind = type(record)
    kept = {key: getattr(record, key) for key in kind.model_fields}
    # Not a copy, which would keep what the record has worked out of its former texts.
    return cast("R", kind.model_construct(**kept | changed))


def _items(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """The path of each record in a field, and the record."""
    if not isinstance(value, tuple):
        yield path, value
        return
    for place, item in enumerate(value):
        yield f"{path}.{getattr(item, 'id', None) or place}", item


def _several(value: Any) -> Iterator[tuple[str, str]]:
    """The names of several texts, and the texts; of words, those that have a name."""
    if isinstance(value, Mapping):
        return ((name, text) for name, text in value.items() if is_name(name))
    return ((str(place), text) for place, text in enumerate(value))
