"""Save the changes of several files to a catalog: either all of them or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from resource_catalog.contribute.autofix.fix_catalog import FileChange
from resource_catalog.model.messages import _


class NotSavedError(Exception):
    """The changes could not be saved, and no file was changed. The message says why."""


def save_changes(folder: Path, changes: Sequence[FileChange]) -> None:
    """Write all changes to a catalog folder, or none of them.

    Raises :class:`NotSavedError` if a file cannot be written, or is no longer what it was
    when the changes were computed.
    """
    for change in changes:
        _check_unchanged(folder, change)
    temp_files: list[tuple[FileChange, str]] = []
    applied: list[FileChange] = []
    try:
        for change in changes:
            name = _write_temp_file(_resolve(folder / change.old), change.after)
            temp_files += [(change, name)]
        for change, name in temp_files:
            applied.append(change)
            os.replace(name, _resolve(folder / change.old))
            if change.new != change.old:
                os.rename(folder / change.old, folder / change.new)
    except OSError as error:
        for _, name in temp_files:
            Path(name).unlink(missing_ok=True)
        for change in reversed(applied):
            _restore(folder, change)
        raise NotSavedError(f"{error.filename or folder}: {error.strerror}.") from None


def _check_unchanged(folder: Path, change: FileChange) -> None:
    old, new = folder / change.old, folder / change.new
    try:
        current = old.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        message = _("%(file)s can no longer be read: %(reason)s.", file=old, reason=error)
        raise NotSavedError(message) from None
    if current != change.before:
        raise NotSavedError(
            _("%(file)s has changed in the meantime. Run the command again.", file=old)
        )
    if change.new != change.old and new.exists() and not new.samefile(old):
        raise NotSavedError(_("%(file)s is there already.", file=new))


def _write_temp_file(path: Path, text: str) -> str:
    """Write a text to a temporary file beside ``path`` with the same mode; return its name."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(text.encode())
        os.chmod(name, path.stat().st_mode & 0o777)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return name


def _restore(folder: Path, change: FileChange) -> None:
    """Restore a file that was already replaced."""
    old, new = folder / change.old, folder / change.new
    if change.new != change.old and new.exists():
        os.rename(new, old)
    _resolve(old).write_bytes(change.before.encode())


def _resolve(path: Path) -> Path:
    """The target of a symbolic link, so that the link itself is kept."""
    return Path(os.path.realpath(path))
