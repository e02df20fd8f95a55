"""Save the changes of several files of a catalog: either all of them or none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from resource_catalog.loading.saving.whole_file import (
    draft_of,
    flush_folder,
    only_writer,
    put_in_place,
    target_of,
    write_content,
    write_file,
)
from resource_catalog.loading.yaml.yaml_file import display_path
from resource_catalog.model.messages import _

MANY = 100
"""More files than these are written to the disk together, which takes a tenth of the time."""

_BOM = "\ufeff"


class FileChangedError(Exception):
    """A file is no longer what it was, so nothing was written. The message names it."""


@dataclass(frozen=True)
class FileChange:
    """The change of a file. The paths ``old`` and ``new`` are relative to the catalog folder.

    The texts include line ends as they are in the file; ``before`` is None for a new file.
    """

    old: str
    new: str
    before: str | None
    after: str


def changes_of(
    folder: Path, texts: Mapping[Path, str], before: Mapping[Path, str]
) -> list[FileChange]:
    """The changes that write ``texts`` to files of a folder; ``before`` has those that were read.

    A byte order mark is no part of a text, and goes.
    """
    names = {path: path.relative_to(folder).as_posix() for path in texts}
    return [
        FileChange(names[path], names[path], before.get(path), text) for path, text in texts.items()
    ]


def save_changes(folder: Path, changes: Sequence[FileChange]) -> None:
    """Write all changes to a catalog folder, or none of them.

    Raises :class:`FileChangedError` if a file is no longer what it was when the changes were
    computed, or one that is to be made is there; ``OSError`` if a file cannot be written, is
    outside the folder, or others go on writing there. Then no file was changed.
    """
    with only_writer(folder):
        pending = [_Pending.of(folder, change) for change in changes]
        try:
            _write_drafts(pending)
            _put_in_place(folder, pending)
        finally:
            _remove_drafts(pending)


@dataclass(frozen=True)
class _Pending:
    """A change, the file that it is made to, what was in that, and what will be."""

    change: FileChange
    target: Path
    before: bytes | None
    draft: Path

    @classmethod
    def of(cls, folder: Path, change: FileChange) -> _Pending:
        """Look at the file. Raises what :func:`save_changes` does."""
        old = folder / change.old
        target = target_of(old, folder)
        # Named after the path: several may be links to one file.
        draft = target.with_name(draft_of(old).name)
        return cls(change, target, _unchanged(folder, change), draft)


def _unchanged(folder: Path, change: FileChange) -> bytes | None:
    """What is in a file, if that is what is to be changed; None if there is no file yet."""
    old, new = folder / change.old, folder / change.new
    taken = _("%(file)s already exists.", file=display_path(new))
    if change.before is None:
        if os.path.lexists(new):
            raise FileChangedError(taken)
        return None
    try:
        raw = old.read_bytes()
        text = raw.decode()
    except (OSError, UnicodeDecodeError) as error:
        name, reason = display_path(old), getattr(error, "strerror", None) or error
        raise FileChangedError(
            _("%(file)s can no longer be read: %(reason)s.", file=name, reason=reason)
        ) from None
    if text.removeprefix(_BOM) != change.before.removeprefix(_BOM):
        raise FileChangedError(
            _("%(file)s was changed by someone else in the meantime.", file=display_path(old))
        )
    if change.new != change.old and new.exists() and not new.samefile(old):
        raise FileChangedError(taken)
    return raw


def _write_drafts(pending: Sequence[_Pending]) -> None:
    flushed_together = len(pending) > MANY and hasattr(os, "sync")
    for item in pending:
        try:
            item.target.parent.mkdir(parents=True, exist_ok=True)
            with open(item.draft, "xb") as stream:
                write_content(stream, item.change.after)
                stream.flush()
                if not flushed_together:
                    os.fsync(stream.fileno())
        except OSError as error:
            error.filename = str(item.target)
            raise
    if flushed_together:
        os.sync()


def _put_in_place(folder: Path, pending: Sequence[_Pending]) -> None:
    done: list[_Pending] = []
    try:
        for item in pending:
            old, new = folder / item.change.old, folder / item.change.new
            put_in_place(item.draft, item.target, over=item.before is not None)
            done.append(item)
            if new != old:
                os.rename(old, new)
    except BaseException:
        _remove_drafts(pending)  # which gives their room on the disk back
        for item in reversed(done):
            _take_back(folder, item)
        raise
    for parent in {item.target.parent for item in pending}:
        flush_folder(parent)


def _take_back(folder: Path, item: _Pending) -> None:
    """Restore a file as it was before its change."""
    old, new = folder / item.change.old, folder / item.change.new
    if item.before is None:
        item.target.unlink(missing_ok=True)
        return
    if new != old and not os.path.lexists(old):
        os.rename(new, old)
    write_file(item.target, item.before)


def _remove_drafts(pending: Iterable[_Pending]) -> None:
    for item in pending:
        item.draft.unlink(missing_ok=True)
