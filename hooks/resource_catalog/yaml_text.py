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

MAX_DEPTH = 8
"""How deep lists and keys may nest. The deepest real place is 5."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})

Path = tuple[str | int, ...]

# The C parser is about eight times as fast; without libyaml the other one gives the same events.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Place:
    """A position in a text, counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Fault:
    """Something wrong with the YAML itself; becomes a Problem once its file is known."""

    place: Place
    code: str
    message: str
    hint: str = ""


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
    with text keys; None stands where nothing was written, which is a fault, and
    for a document of which nothing is usable. ``places`` is filled when given.
    """
    walker = _Walker(places)
    try:
        for event in _events(text):
            if not walker.take(event):
                break
    except yaml.MarkedYAMLError as error:
        walker.faults.append(_syntax_fault(error))
        return None, walker.faults
    except yaml.YAMLError as error:
        walker.faults.append(_reader_fault(error, text))
        return None, walker.faults
    return walker.data, walker.faults


def locate(text: str) -> Places:
    """Where everything stands in ``text``."""
    places = Places()
    parse(text, places)
    return places


def _events(text: str) -> Iterator[Any]:
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Walker:
    """Builds plain data from events with a stack of its own, so depth costs no recursion."""

    def __init__(self, places: Places | None) -> None:
        self.data: Any = None
        self.faults: list[Fault] = []
        self._places = places
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
            self._refuse(event, f"The alias *{event.anchor} stands for text written elsewhere.")
            self._put("", event)
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, "A line of three hyphens starts a second document.")
                return False
        return True

    def _note_extras(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, f"The anchor &{event.anchor} is not needed.")
        if event.tag is not None and event.tag != "!":
            self._refuse(event, f"The tag {event.tag} is not needed.")

    def _refuse(self, event: Any, message: str) -> None:
        self.faults.append(
            Fault(_place(event), "not-allowed-yaml", message, "Write the text itself.")
        )

    def _scalar(self, event: Any) -> None:
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.wants_key:
            self._key(frame, event)
        elif not event.style and event.value in NULLS:
            self._nothing(frame, event)
        else:
            self._put(event.value, event)

    def _key(self, frame: _Frame, event: Any) -> None:
        key = event.value
        place = _place(event)
        first = frame.seen.get(key)
        if first is not None:
            self.faults.append(
                Fault(
                    place,
                    "duplicate-key",
                    f"The key “{key}” is already on line {first.line}.",
                    "Keep one of the two.",
                )
            )
        else:
            frame.seen[key] = place
            if self._places is not None:
                self._places.keys[(*frame.path, key)] = place
        frame.key = key

    def _nothing(self, frame: _Frame | None, event: Any) -> None:
        """A value that says nothing: ``summary:`` and no more."""
        if frame is None:
            return  # the whole document is empty; the caller says so
        if isinstance(frame.container, dict):
            place = frame.seen[str(frame.key)]
            message = f"Nothing is written after “{frame.key}:”."
        else:
            place = _place(event)
            message = "This list item is empty."
        self._put(None, event)
        self.faults.append(
            Fault(place, "empty-value", message, "Write the value or take the line out.")
        )

    def _open(self, event: Any, container: dict[str, Any] | list[Any]) -> bool:
        if len(self._stack) >= MAX_DEPTH:
            self.faults.append(
                Fault(
                    _place(event),
                    "too-deep",
                    f"Lists or keys are nested more than {MAX_DEPTH} deep here.",
                    "No key of a catalog file needs that.",
                )
            )
            self.data = None
            return False
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.wants_key:
            self.faults.append(
                Fault(
                    _place(event),
                    "yaml-syntax",
                    "A list or mapping stands where a key is expected.",
                    "Text with [ or { at its start needs quotes.",
                )
            )
            self.data = None
            return False
        path = self._put(container, event)
        self._stack.append(_Frame(container, path))
        return True

    def _put(self, value: Any, event: Any) -> Path:
        """Hang a value into the open container; gives its path."""
        if not self._stack:
            self.data = value
            path: Path = ()
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
            self._places.values.setdefault(path, _place(event))
        return path


class _Frame:
    """An open list or mapping."""

    __slots__ = ("container", "key", "path", "seen")

    def __init__(self, container: dict[str, Any] | list[Any], path: Path) -> None:
        self.container = container
        self.path = path
        self.key: str | None = None
        self.seen: dict[str, Place] = {}

    @property
    def wants_key(self) -> bool:
        return self.key is None and isinstance(self.container, dict)


def _place(event: Any) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)


def _syntax_fault(error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
    said = str(error.problem or error.context or "cannot be read")
    if "'\\t'" in said or "\\t" in said or "tab" in said:
        return Fault(
            place, "tab-indent", "A tab stands here.", "Indent with two spaces instead of a tab."
        )
    hint = ""
    if "mapping values are not allowed" in said:
        hint = "Text that holds a colon and a space needs quotes around it."
    elif "could not find expected ':'" in said or "did not find expected key" in said:
        hint = "Check the indentation and the quotes of this line and the one above."
    elif "cannot start any token" in said:
        hint = "Text that starts with this character needs quotes around it."
    elif "quoted scalar" in said or "quoted scalar" in str(error.context or ""):
        hint = "A quotation mark is opened and not closed."
    return Fault(place, "yaml-syntax", f"YAML cannot be read here: {said}.", hint)


def _reader_fault(error: yaml.YAMLError, text: str) -> Fault:
    """The reader met a character that YAML does not allow, such as a NUL."""
    for number, line in enumerate(text.split("\n"), start=1):
        for column, character in enumerate(line, start=1):
            if _is_control(character):
                return Fault(
                    Place(number, column),
                    "control-character",
                    f"An invisible control character (U+{ord(character):04X}) stands here.",
                    "Delete it.",
                )
    return Fault(Place(1, 1), "yaml-syntax", f"YAML cannot be read: {error}.")


def _is_control(character: str) -> bool:
    code = ord(character)
    return (
        (code < 32 and character not in "\t\n\r") or 127 <= code < 160 or code in (0xFFFE, 0xFFFF)
    )
