"""Find the span of each key and value in a YAML text, so that it can be edited in place.

Only the span is replaced, so that comments, order, quotes and line ends stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from yaml import YAMLError
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from resource_catalog.loading.yaml.event_reader import LOADER
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.model.messages import _

# Their marks may be missing by their types, but never are.
_SCALAR: type[Any] = ScalarEvent
_SEQUENCE: type[Any] = SequenceStartEvent
_BEGINNINGS: tuple[type[Any], ...] = (ScalarEvent, MappingStartEvent, SequenceStartEvent)
_ENDS: tuple[type[Any], ...] = (MappingEndEvent, SequenceEndEvent)


class UnreadableYamlError(ValueError):
    """The text is not valid YAML, or has keys that are not scalars."""


@dataclass(frozen=True)
class Span:
    """The characters from ``start`` to ``end`` of the text.

    ``column`` is the indentation of its block; ``flow`` is true in flow style,
    that is, in brackets. ``style`` is the quotation mark of a scalar. ``last``
    is where the last item of a list or mapping ends.
    """

    start: int
    end: int
    column: int
    flow: bool = False
    style: str | None = None
    last: int = 0


@dataclass(frozen=True)
class Spans:
    """The spans of all keys and values of a text by path."""

    values: dict[YamlPath, Span] = field(default_factory=dict)
    keys: dict[YamlPath, Span] = field(default_factory=dict)


@dataclass
class _Open:
    """A list or mapping being parsed; ``key`` is the key or index of the current value."""

    path: YamlPath
    start: Any
    end: int
    key: str | int | None = None
    column: int | None = None


def spans(text: str) -> Spans:
    """Find the spans of a document. Raises :class:`UnreadableYamlError`."""
    try:
        return _spans(text)
    except UnreadableYamlError:
        raise
    except (YAMLError, ValueError, RecursionError) as error:
        raise UnreadableYamlError(str(error)) from None


def _spans(text: str) -> Spans:
    found = Spans()
    stack: list[_Open] = []
    for event in _events(text):
        if isinstance(event, _ENDS):
            open_ = stack.pop()
            start, flow = open_.start.start_mark, _is_flow(open_.start)
            end = event.end_mark.index if flow else open_.end
            column = open_.column if open_.column is not None else start.column
            last = event.start_mark.index if flow else open_.end
            found.values[open_.path] = Span(start.index, end, column, flow, None, last)
            _extend(stack, end)
        elif isinstance(event, _BEGINNINGS):
            path, is_scalar = _path(stack, event), isinstance(event, _SCALAR)
            if path is None and is_scalar:  # a key
                found.keys[(*stack[-1].path, event.value)] = _scalar(stack, event)
            elif path is None:
                raise UnreadableYamlError(_("a key that is not text"))
            elif is_scalar:
                found.values[path] = _scalar(stack, event)
                _extend(stack, event.end_mark.index)
            else:
                stack.append(_Open(path, event, event.end_mark.index))
    return found


def _events(text: str) -> Iterator[Any]:
    loader = LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _scalar(stack: list[_Open], event: Any) -> Span:
    start, in_flow = event.start_mark, bool(stack) and _is_flow(stack[-1].start)
    return Span(start.index, event.end_mark.index, start.column, in_flow, event.style or None)


def _is_flow(start: Any) -> bool:
    return bool(getattr(start, "flow_style", False))


def _path(stack: list[_Open], event: Any) -> YamlPath | None:
    """The path of the value that an event starts; None for a key of a mapping."""
    if not stack:
        return ()
    around = stack[-1]
    if around.column is None:
        around.column = event.start_mark.column
    if isinstance(around.start, _SEQUENCE):
        around.key = 0 if around.key is None else int(around.key) + 1
        around.column = around.start.start_mark.column
        return (*around.path, around.key)
    if around.key is None:
        around.key = getattr(event, "value", "")
        return None
    key, around.key = around.key, None
    return (*around.path, key)


def _extend(stack: list[_Open], end: int) -> None:
    if stack:
        stack[-1].end = max(stack[-1].end, end)
