"""Documents: YAML files as they lie in a folder, read with care for whatever else lies there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from resource_catalog import yaml_text
from resource_catalog.problems import Problem

MAX_BYTES = 1_000_000
"""Ten thousand times a short entry; a larger file is a mistake."""

_BOMS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_SUFFIXES = (".yml", ".yaml")


@dataclass(frozen=True)
class Document:
    """One YAML file: ``data`` as plain text, lists and mappings, and where things stand."""

    file: str
    text: str
    data: Any

    @cached_property
    def _places(self) -> yaml_text.Places:
        # Read a second time, and only when something is wrong: places cost more than the data.
        return yaml_text.locate(self.text)

    def problem(
        self, code: str, path: yaml_text.Path, message: str, hint: str = "", *, key: bool = False
    ) -> Problem:
        """A problem at ``path``; with ``key``, at the key rather than its value."""
        place = self._places.of(path, key=key)
        return Problem(self.file, place.line, place.column, code, message, hint)

    def where(self, path: yaml_text.Path) -> str:
        """``file:line:column`` of ``path``, for messages that name a second place."""
        place = self._places.of(path)
        return f"{self.file}:{place.line}:{place.column}"


def read(path: Path) -> tuple[Document | None, list[Problem]]:
    """Read one YAML file whose content must be a mapping.

    Gives the document, or None where nothing of it can be used, and every
    problem found so far. Never raises for anything that lies at ``path``.
    """
    file = shown(path)

    def problem(code: str, message: str, hint: str = "", line: int = 1, column: int = 1) -> Problem:
        return Problem(file, line, column, code, message, hint)

    raw = _read_bytes(path)
    if isinstance(raw, tuple):
        return None, [problem(*raw)]
    for bom, name in _BOMS.items():
        if raw.startswith(bom):
            return None, [problem("not-utf8", f"The file is saved as {name}.", "Save it as UTF-8.")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        return None, [
            problem("not-utf8", "The file is not UTF-8 text.", "Save it as UTF-8.", line, column)
        ]
    data, faults = yaml_text.parse(text)
    problems = [problem(f.code, f.message, f.hint, f.place.line, f.place.column) for f in faults]
    if data is None:
        if not problems:
            problems = [problem("empty-file", "Nothing is written in this file.")]
        return None, problems
    if not isinstance(data, dict):
        problems.append(
            problem(
                "wrong-kind",
                f"The file holds {kind_of(data)} where keys with values belong.",
                "Start with a line such as “title: …”.",
            )
        )
        return None, problems
    return Document(file, text, data), problems


def find(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The YAML files in a folder and its subfolders, in order, and what lies there unread."""
    files: list[Path] = []
    problems: list[Problem] = []
    for path in _walk(folder):
        if path.name.startswith(".") or path.stem.casefold() == "readme":
            continue
        if path.suffix in _SUFFIXES:
            files.append(path)
        else:
            hint = f"Name it {path.name.split('.')[0]}.yml or move it elsewhere."
            problems.append(
                Problem(
                    shown(path), 1, 1, "stray-file", "Only files that end in .yml are read.", hint
                )
            )
    return files, problems


def shown(path: Path) -> str:
    """The path as people should read it: from the working folder where it lies below that."""
    try:
        return Path(os.path.abspath(path)).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def kind_of(data: Any) -> str:
    """What a piece of data is, in an editor's words."""
    if isinstance(data, list):
        return "a list"
    if isinstance(data, dict):
        return "keys with values"
    return "text"


def _walk(folder: Path) -> Iterator[Path]:
    # A folder that is named like a file is handed on as one, so that it is complained about.
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.is_dir() and not path.is_symlink() and path.suffix not in _SUFFIXES:
            if not path.name.startswith("."):
                yield from _walk(path)
        else:
            yield path


def _read_bytes(path: Path) -> bytes | tuple[str, str, str]:
    """The bytes of a regular file of sensible size, or code, message and hint."""
    try:
        # Not blocking, so that a pipe in the folder cannot hang the check.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags)
    except IsADirectoryError:
        return "not-a-file", "This is a folder, not a file.", "Remove it or rename it."
    except FileNotFoundError:
        return "missing-file", "This file is not there.", ""
    except OSError as error:
        if path.is_dir():
            return "not-a-file", "This is a folder, not a file.", "Remove it or rename it."
        return "unreadable-file", f"The file cannot be opened: {error.strerror}.", ""
    with open(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            return "not-a-file", "This is a folder, not a file.", "Remove it or rename it."
        if not stat.S_ISREG(status.st_mode):
            return "not-a-file", "This is not a regular file.", "Remove it."
        if status.st_size > MAX_BYTES:
            size = status.st_size / 1_000_000
            return (
                "file-too-large",
                f"The file has {size:.1f} MB; a catalog file has a few kB.",
                "Check that it is the right file.",
            )
        return stream.read()
