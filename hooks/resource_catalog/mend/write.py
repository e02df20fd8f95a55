"""Writing: changes brought home, all of them or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from resource_catalog.mend.folder import Change


class NotWritten(Exception):
    """Nothing was changed. The message says why."""


def write(folder: Path, changes: Sequence[Change]) -> None:
    """Write every change into a catalog folder; raises :class:`NotWritten` and then none is.

    A file that is not as it was when the changes were made is never written over.
    """
    for change in changes:
        _may_be_written(folder, change)
    waiting: list[tuple[Change, str]] = []
    done: list[Change] = []
    try:
        for change in changes:
            name = _written_beside(_real(folder / change.old), change.after)
            waiting += [(change, name)]
        for change, name in waiting:
            done.append(change)
            os.replace(name, _real(folder / change.old))
            if change.new != change.old:
                os.rename(folder / change.old, folder / change.new)
    except OSError as error:
        for _, name in waiting:
            Path(name).unlink(missing_ok=True)
        for change in reversed(done):
            _taken_back(folder, change)
        raise NotWritten(f"{error.filename or folder}: {error.strerror}.") from None


def _may_be_written(folder: Path, change: Change) -> None:
    old, new = folder / change.old, folder / change.new
    try:
        found = old.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise NotWritten(f"{old} can no longer be read: {error}.") from None
    if found != change.before:
        raise NotWritten(f"{old} has changed in the meantime. Run the command again.")
    if change.new != change.old and new.exists() and not new.samefile(old):
        raise NotWritten(f"{new} is there already.")


def _written_beside(path: Path, text: str) -> str:
    """Write a text into a new file beside ``path`` with the same rights; gives its name."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, path.stat().st_mode & 0o777)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return name


def _taken_back(folder: Path, change: Change) -> None:
    """Put a file back as it was, as far as the disk lets us."""
    old, new = folder / change.old, folder / change.new
    if change.new != change.old and new.exists():
        os.rename(new, old)
    _real(old).write_bytes(change.before.encode())


def _real(path: Path) -> Path:
    """Where a file lies when its name is a link: the link itself stays."""
    return Path(os.path.realpath(path))
