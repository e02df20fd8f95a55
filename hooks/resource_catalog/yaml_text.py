"""YAML text to plain data: nothing but text, lists and mappings, or faults with their places.

Every scalar stays the text that was typed. YAML 1.1 would turn ``no`` into
false, ``12:30`` into 750 and ``2017-09`` into something else again; here the
model decides what a text means, so no value can silently become another one.

The text is walked as a stream of events and never composed into a tree by the
YAML library: depth, aliases and duplicate keys are seen before they can hurt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from resource_catalog.problems import quoted
from resource_catalog.yaml_faults import (
    Fault,
    Place,
    place_of,
    syntax_fault,
    without_invisible,
)
from resource_catalog.yaml_sound import COMMENT_IN_TEXT, LOADER, MAX_DEPTH, NULLS, read_sound

Path = tuple[str | int, ...]


@dataclass
class Places:
    """Where each key and value of a document stands."""

    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)

    def of(self, path: Path, *, key: bool = False) -> Place:
        """The place of ``path``, or of the nearest thing around it."""
        while path:
            place = self.keys.get(path) if key else self.values.get(path)
            place = place or self.values.get(path) or self.keys.get(path)
            if place:
                return place
            path = path[:-1]
        return Place(1, 1)


def parse(text: str, places: Places | None = None) -> tuple[Any, list[Fault]]:
    """Read one YAML document.

    Gives ``(data, faults)``. ``data`` holds only ``str``, ``list`` and ``dict``
    with text keys; None stands where nothing usable was written, which is a
    fault, and for a document of which nothing is usable. ``places`` is filled
    when given.
    """
    if places is None and (data := read_sound(text)) is not None:
        return data, []
    readable, faults = without_invisible(text)
    if "\0" in text:
        return None, faults  # no text at all, or not in UTF-8: the rest would only be noise
    walker = _Walker(readable, places, faults)
    try:
        for event in _events(readable):
            if not walker.take(event):
                break
    except yaml.YAMLError as error:
        wrong = syntax_fault(error, readable)
        # What was read from there on may look empty only because it was misread.
        kept = [f for f in faults if f.code != "empty-value" or f.place < wrong.place]
        return None, [*kept, wrong]
    return walker.data, faults


def locate(text: str) -> Places:
    """Where everything stands in ``text``."""
    places = Places()
    parse(text, places)
    return places


def _events(text: str) -> Iterator[Any]:
    loader = LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Walker:
    """Builds plain data from events with a stack of its own, so depth costs no recursion."""

    def __init__(self, text: str, places: Places | None, faults: list[Fault]) -> None:
        self.data: Any = None
        self._text = text
        self._places = places
        self._faults = faults
        self._stack: list[_Frame] = []
        self._documents = 0

    def take(self, event: Any) -> bool:
        """Use one event; False when there is no point in reading on."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._note_extras(event)
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._note_extras(event)
            return self._open(event, {} if kind is yaml.MappingStartEvent else [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._stack.pop()
        elif kind is yaml.AliasEvent:
            return self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            return self._document(event)
        return True

    def _document(self, event: Any) -> bool:
        self._documents += 1
        if self._documents > 1:
            message = "A line of three hyphens starts a second document here."
            hint = "Take the line out; what follows belongs in a file of its own."
            self._fault(event.start_mark, "not-allowed-yaml", message, hint)
        return self._documents == 1

    def _note_extras(self, event: Any) -> None:
        found = []
        if event.anchor is not None:
            found.append(("&", f"&{event.anchor}"))
        if event.tag is not None and event.tag != "!":
            found.append(("!", event.tag.replace("tag:yaml.org,2002:", "!!")))
        for sign, written in found:
            message = (
                f"{quoted(written)} is not read as text: {sign} has a meaning of its own in YAML."
            )
            hint = f"Take it out, or put text that starts with {sign} in quotation marks."
            self._fault(event.start_mark, "not-allowed-yaml", message, hint)

    def _alias(self, event: Any) -> bool:
        message = f"{quoted('*' + event.anchor)} stands for something written elsewhere."
        hint = "Write that out, or put text that starts with * in quotation marks."
        self._fault(event.start_mark, "not-allowed-yaml", message, hint)
        if self._stack and self._stack[-1].wants_key:
            self.data = None
            return False
        self._put(None, event)
        return True

    def _scalar(self, event: Any) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.wants_key:
            self._key(frame, event)
        elif event.style:
            self._put(event.value, event)
        else:
            is_empty = event.value in NULLS
            if comment := COMMENT_IN_TEXT.match(self._text, event.end_mark.index):
                column = event.end_mark.column + len(comment[0])
                place = Place(event.end_mark.line + 1, column)
                message = "From # on, this line is taken for a comment and left out."
                hint = "Put the whole text in quotation marks, or a space after # for a comment."
                self._faults.append(Fault(place, "comment-in-text", message, hint))
            elif is_empty and frame is not None:
                self._nothing(frame, event)
            self._put(None if is_empty else event.value, event)

    def _key(self, frame: _Frame, event: Any) -> None:
        key, mark = event.value, event.start_mark
        first = frame.seen.setdefault(key, mark)
        if first is not mark:
            message = f"The key {quoted(key)} is already on line {first.line + 1}."
            self._fault(mark, "duplicate-key", message, "Keep one of the two.")
        elif self._places is not None:
            self._places.keys[(*frame.path, key)] = place_of(mark)
        frame.key, frame.key_mark = key, mark

    def _nothing(self, frame: _Frame, event: Any) -> None:
        """A value that says nothing: ``summary:`` and no more."""
        if frame.key is not None:
            mark, message = frame.key_mark, f"Nothing is written after {quoted(frame.key + ':')}."
        else:
            mark, message = event.start_mark, "This list item is empty."
        hint = "Write the value or take the line out."
        self._fault(mark, "empty-value", message, hint)

    def _open(self, event: Any, container: dict[str, Any] | list[Any]) -> bool:
        if len(self._stack) >= MAX_DEPTH:
            message = f"Lists or keys are nested more than {MAX_DEPTH} deep here."
            hint = "No key of a catalog file needs that."
            self._fault(event.start_mark, "too-deep", message, hint)
        elif self._stack and self._stack[-1].wants_key:
            message = "Brackets stand where a key is expected."
            hint = "Put text that starts with [ or { in quotation marks."
            self._fault(event.start_mark, "yaml-syntax", message, hint)
        else:
            self._stack.append(_Frame(container, self._put(container, event)))
            return True
        self.data = None
        return False

    def _put(self, value: Any, event: Any) -> Path:
        """Hang a value into the open container; gives its path."""
        path: Path = ()
        if not self._stack:
            self.data = value
        else:
            frame = self._stack[-1]
            if isinstance(frame.container, list):
                path = (*frame.path, len(frame.container))
                frame.container.append(value)
            else:
                key = str(frame.key)
                path = (*frame.path, key)
                frame.key = None
                frame.container.setdefault(key, value)  # a duplicate was reported; the first stays
        if self._places is not None:
            self._places.values.setdefault(path, place_of(event.start_mark))
        return path

    def _fault(self, mark: yaml.Mark, code: str, message: str, hint: str) -> None:
        self._faults.append(Fault(place_of(mark), code, message, hint))


class _Frame:
    """An open list or mapping."""

    __slots__ = ("container", "key", "key_mark", "path", "seen")

    def __init__(self, container: dict[str, Any] | list[Any], path: Path) -> None:
        self.container = container
        self.path = path
        self.key: str | None = None
        self.key_mark: Any = None
        self.seen: dict[str, yaml.Mark] = {}

    @property
    def wants_key(self) -> bool:
        return self.key is None and isinstance(self.container, dict)
