"""Build plain data from the events of a YAML parser, and report what a catalog file may not have.

The events are not composed to a tree by the YAML library, so that nesting, aliases and duplicate
keys are limited and reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from resource_catalog.loading.yaml.positions import Position, Positions, YamlPath, position_of
from resource_catalog.loading.yaml.syntax_errors import quoting_hint
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem, field_in, quoted

MAX_DEPTH = 8
"""How deep lists and mappings may be nested. Valid files need at most 5 levels."""

# The C parser is about eight times as fast; without libyaml the other one gives the same events.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that YAML reads as null."""

# “Tip #1”, “#hashtag”, “tip # 1”, “the # of schools”: no comment was meant, yet YAML takes it for
# one and the text is lost. Two spaces before # are the usual way to write a comment.
_COMMENT_IN_TEXT = re.compile(r"[ \t]+#(?=[^\s#!])|(?:[ \t]|(?<=:)[ \t]+)#(?=[ \t]+(?:[0-9]|of\b))")
_COMMENT = re.compile(r"[ \t]+#[^\n]*")


class _Frame:
    """An open list or mapping; ``key`` is the key whose value comes next, or came last."""

    __slots__ = ("container", "key", "key_mark", "marks", "wants_key")

    def __init__(self, container: dict[str, Any] | list[Any]) -> None:
        self.container = container
        self.wants_key = isinstance(container, dict)
        self.key = ""
        self.key_mark: Any = None
        self.marks: dict[str, yaml.Mark] = {}


class EventReader:
    """Builds plain data from parser events, with a stack instead of recursion."""

    def __init__(
        self, text: str, file: str, positions: Positions | None, problems: list[Problem]
    ) -> None:
        self.data: Any = None
        self._text = text
        self._file = file
        self._positions = positions
        self._problems = problems
        self._stack: list[_Frame] = []
        self._may_lose_text = " #" in text or "\t#" in text

    def read(self) -> yaml.YAMLError | None:
        """Read the text to its end, or to an error of its syntax, which is returned."""
        loader = LOADER(self._text)
        try:
            self._read(loader.get_event)
        except yaml.YAMLError as error:
            return error
        finally:
            loader.dispose()
        return None

    def _read(self, next_event: Callable[[], Any]) -> None:
        """Read events to the end of the document, or to a problem that ends parsing."""
        documents = 0
        while True:
            event = next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._report_extras(event)
                if self._stack and self._stack[-1].wants_key:
                    self._key(self._stack[-1], event)
                else:
                    self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._report_extras(event)
                if not self._open(event, {} if kind is yaml.MappingStartEvent else []):
                    return
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._stack.pop()
            elif kind is yaml.AliasEvent:
                if not self._alias(event):
                    return
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    message = _("This line of three hyphens starts a second document.")
                    hint = _("Remove the line; what follows it belongs in its own file.")
                    self._problem(position_of(event.start_mark), "not-allowed-yaml", message, hint)
                    return
            elif kind is yaml.StreamEndEvent:
                return

    def _report_extras(self, event: Any) -> None:
        found = []
        if event.anchor is not None:
            found.append(("&", f"&{event.anchor}"))
        if event.tag is not None and event.tag != "!":
            found.append(("!", event.tag.replace("tag:yaml.org,2002:", "!!")))
        for sign, written in found:
            message = _(
                "%(written)s is not read as text: %(sign)s has a special meaning in YAML.",
                written=quoted(written),
                sign=sign,
            )
            hint = _(
                "Remove it, or put text that starts with %(sign)s in quotation marks.", sign=sign
            )
            self._problem(position_of(event.start_mark), "not-allowed-yaml", message, hint)

    def _alias(self, event: Any) -> bool:
        message = _(
            "%(value)s refers to something written elsewhere.", value=quoted("*" + event.anchor)
        )
        hint = _("Write that out, or put text that starts with * in quotation marks.")
        self._problem(position_of(event.start_mark), "not-allowed-yaml", message, hint)
        if self._stack and self._stack[-1].wants_key:
            self.data = None
            return False
        self._put(None, event)
        return True

    def _scalar(self, event: Any) -> None:
        value = event.value
        if not event.style and (self._may_lose_text or value in _NULLS):
            value = self._plain(event)
        self._put(value, event)

    def _plain(self, event: Any) -> str | None:
        """The value of a plain scalar; None if YAML reads it as null."""
        value = None if event.value in _NULLS else event.value
        if lost := _COMMENT_IN_TEXT.match(self._text, event.end_mark.index):
            mark = event.end_mark
            position = Position(mark.line + 1, mark.column + len(lost[0]))
            message = _("From # on, this line is read as a comment and left out.")
            line = self._text.splitlines()[mark.line]
            comment = _("A comment needs a space after # and begins with a word.")
            text = quoting_hint(line, _("Put the whole text in quotation marks."))
            hint = f"{comment} {text}"
            self._problem(position, "comment-in-text", message, hint)
        elif value is None and self._stack:
            self._report_empty(self._stack[-1], event)
        return value

    def _key(self, frame: _Frame, event: Any) -> None:
        key, mark = event.value, event.start_mark
        first = frame.marks.setdefault(key, mark)
        frame.key, frame.key_mark, frame.wants_key = key, mark, False
        if first is not mark:
            message = _(
                "The key %(key)s is already on line %(line)s.",
                key=quoted(key),
                line=first.line + 1,
            )
            self._problem(position_of(mark), "duplicate-key", message, _("Keep one of the two."))
        elif self._positions is not None:
            self._positions.keys[self._path()] = position_of(mark)

    def _report_empty(self, frame: _Frame, event: Any) -> None:
        """Report a missing value, such as after ``summary:``."""
        if isinstance(frame.container, dict):
            mark, message = (
                frame.key_mark,
                _("Nothing is written after %(key)s.", key=quoted(frame.key + ":")),
            )
        else:
            mark, message = event.start_mark, _("This list item is empty.")
        hint = _("Write the value, or remove the line.")
        if _COMMENT.match(self._text, event.end_mark.index):
            hint = _("Text after # is a comment. If it is the value, put it in quotation marks.")
        self._problem(position_of(mark), "empty-value", message, hint)

    def _open(self, event: Any, container: dict[str, Any] | list[Any]) -> bool:
        """Open a list or mapping; False if parsing must end here."""
        if len(self._stack) >= MAX_DEPTH:
            message = _(
                "Lists or keys are nested more than %(MAX_DEPTH)s deep here.", MAX_DEPTH=MAX_DEPTH
            )
            hint = _("No key of a catalog file needs that.")
            self._problem(position_of(event.start_mark), "too-deep", message, hint)
        elif self._stack and self._stack[-1].wants_key:
            message = _("There are brackets where a key is expected.")
            hint = _("Put text that starts with [ or { in quotation marks.")
            self._problem(position_of(event.start_mark), "yaml-syntax", message, hint)
        else:
            self._put(container, event)
            self._stack.append(_Frame(container))
            return True
        self.data = None
        return False

    def _put(self, value: Any, event: Any) -> None:
        """Add a value to the open list or mapping."""
        if not self._stack:
            self.data = value
        else:
            frame = self._stack[-1]
            container = frame.container
            if isinstance(container, list):
                container.append(value)
            else:
                container.setdefault(frame.key, value)  # the first of duplicates wins
                frame.wants_key = True
        if self._positions is not None:
            self._positions.values.setdefault(self._path(), position_of(event.start_mark))

    def _path(self) -> YamlPath:
        """The path of the key or value that was read last."""
        return tuple(
            len(frame.container) - 1 if isinstance(frame.container, list) else frame.key
            for frame in self._stack
        )

    def _problem(self, position: Position, code: str, message: str, hint: str) -> None:
        keys = [frame.key for frame in self._stack if frame.key]
        self._problems.append(
            Problem(
                *(self._file, position.line, position.column, code, message, hint),
                field_name=field_in(keys, message, hint),
            )
        )
