"""Read one YAML file to a document, with a problem for whatever cannot be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.positions import Positions, YamlPath
from resource_catalog.model.messages import _, listed
from resource_catalog.model.problems import Problem, Replacement, field_in, printable

MAX_BYTES = 1_000_000
"""Size limit of a file, ten thousand times a short entry."""

_CHUNK_BYTES = 65_536
"""How much is read at a time from a file that has grown since its size was read."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")

_FileError = tuple[str, str, str]
"""The code, message and hint of the problem with a file that cannot be read."""


@dataclass(frozen=True)
class Document:
    """A parsed YAML file; ``data`` consists of texts, lists and mappings.

    ``name_of`` gives what people call the field under one of its keys.
    """

    file: str
    text: str
    data: Any
    name_of: Callable[[str], str] = field(default=str, compare=False, repr=False)

    @cached_property
    def positions(self) -> Positions:
        """The position of each key and value."""
        # Parsed again, only if there is a problem: positions cost more than the data.
        return parser.locate(self.text)

    def problem(
        self,
        code: str,
        path: YamlPath,
        message: str,
        hint: str = "",
        *,
        key: bool = False,
        replacement: Replacement | None = None,
    ) -> Problem:
        """A problem at ``path``; with ``key``, at the key instead of its value.

        ``replacement`` is what must be written there, if that is certain.
        """
        position = self.positions.of(path, key=key)
        return Problem(
            *(self.file, position.line, position.column, code, message, hint, replacement),
            self._field_name(path[:-1] if key else path, message, hint),
        )

    def missing_key(
        self,
        path: YamlPath,
        key: str,
        hint: str = "",
        *,
        options: Collection[str] = (),
        at: YamlPath | None = None,
    ) -> Problem:
        """The problem that the group at ``path`` lacks a key.

        It is located there, or ``at`` another place. Without a ``hint``, it has one that names the
        ``options`` for the value.
        """
        message = _("The key “%(key)s” is missing.", key=key)
        if options:
            hint = hint or _(
                "Add a line “%(key)s: …” with one of: %(terms)s.", key=key, terms=listed(options)
            )
        hint = hint or _("Add a line that starts with “%(key)s:”.", key=key)
        found = self.problem("missing-key", path if at is None else at, message, hint)
        return replace(found, field_name=self._field_name(path, message, hint))

    def _field_name(self, path: YamlPath, message: str, hint: str) -> str:
        if len(path) == 1 and isinstance(path[0], str):
            path = (self.name_of(path[0]),)
        return field_in(path, message, hint)

    def where(self, path: YamlPath) -> str:
        """``file:line:column`` of ``path``, for messages that refer to a second place."""
        position = self.positions.of(path)
        return f"{self.file}:{position.line}:{position.column}"


def read(path: str | Path) -> tuple[Document | None, list[Problem]]:
    """Read one YAML file whose content must be a mapping.

    Returns the document, or None if it is unusable, and all problems found.
    Never raises for anything that is at ``path``.
    """
    text, problems = read_text(path)
    return (None, problems) if text is None else parse(display_path(path), text)


def read_text(path: str | Path) -> tuple[str | None, list[Problem]]:
    """Read the text of a file without its byte order mark; None and a problem if impossible."""
    raw = read_bytes(path)
    if isinstance(raw, tuple):
        return None, [Problem(display_path(path), 1, 1, *raw)]
    hint = _("Save it as UTF-8.")
    if raw.startswith(_UTF_16):
        message = _("The file is saved as UTF-16.")
        return None, [Problem(display_path(path), 1, 1, "not-utf8", message, hint)]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        # The offset is counted after a byte order mark, which does not change the line.
        before = error.object[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = _("From here on, the file is not UTF-8 text.")
        return None, [Problem(display_path(path), line, column, "not-utf8", message, hint)]


def parse(file: str, text: str) -> tuple[Document | None, list[Problem]]:
    """Parse a text to a document, or None if it is unusable, and all problems."""
    data, problems = parser.parse(text, file=file)
    if data is None and not problems:
        message, hint = _("This file is empty."), _("Fill it in or remove it.")
        problems = [Problem(file, 1, 1, "empty-file", message, hint)]
    elif data is not None and not isinstance(data, dict):
        message = _("The file has %(data)s where keys with values belong.", data=type_name(data))
        hint = _("Start with a line such as “title: …”.")
        problems.append(Problem(file, 1, 1, "wrong-kind", message, hint))
    return (Document(file, text, data) if isinstance(data, dict) else None), problems


def display_path(path: str | Path) -> str:
    """The path as shown to people: relative to the working folder, if it is below that."""
    absolute, here = os.path.abspath(path), os.path.join(os.getcwd(), "")
    if os.path.join(absolute, "").startswith(here):
        return printable(absolute[len(here) :].replace(os.sep, "/") or ".")
    return printable(Path(path).as_posix())


def type_name(data: Any) -> str:
    """The type of a piece of data, as messages name it."""
    if isinstance(data, list):
        return _("a list")
    if isinstance(data, dict):
        return _("a group of keys")
    return _("text")


def read_bytes(path: str | Path, limit: int = MAX_BYTES) -> bytes | _FileError:
    """Read a regular file of at most ``limit`` bytes.

    If that is impossible, returns the code, message and hint of the problem.
    """
    try:
        # Non-blocking, so that a named pipe in the folder cannot hang the check.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags)
    except OSError as error:
        if os.path.isdir(path):  # Windows cannot open folders
            return _is_folder()
        if not os.path.lexists(path):
            return "missing-file", _("This file is not there."), ""
        if os.path.islink(path) and not os.path.exists(path):
            return "not-a-file", _("This is a link to a file that doesn’t exist."), _("Remove it.")
        return (
            "unreadable-file",
            _("The file cannot be opened: %(reason)s.", reason=error.strerror),
            "",
        )
    try:
        return _read_descriptor(descriptor, limit)
    except OSError as error:
        return (
            "unreadable-file",
            _("The file cannot be read: %(reason)s.", reason=error.strerror),
            "",
        )
    finally:
        os.close(descriptor)


def _is_folder() -> _FileError:
    return "not-a-file", _("This is a folder, not a file."), _("Remove it or rename it.")


def _read_descriptor(descriptor: int, limit: int) -> bytes | _FileError:
    status = os.fstat(descriptor)
    if stat.S_ISDIR(status.st_mode):
        return _is_folder()
    if not stat.S_ISREG(status.st_mode):
        return "not-a-file", _("This is not a regular file."), _("Remove it.")
    raw = os.read(descriptor, min(status.st_size, limit) + 1)
    while len(raw) <= limit and (more := os.read(descriptor, _CHUNK_BYTES)):
        raw += more
    if len(raw) > limit:
        size = max(len(raw), status.st_size) / 1_000_000
        message = _("The file has %(size)s MB; a catalog file has a few kB.", size=f"{size:.1f}")
        return "file-too-large", message, _("Check that it is the right file.")
    return raw
