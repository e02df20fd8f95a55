"""Write a file whole: at any moment the old or the new one is there, and never a part of it.

What is written goes into a draft beside the file first, which then takes its place. A program that
is killed leaves its draft; the next one that writes the same file, or into the same catalog,
removes it. Git ignores drafts.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from resource_catalog.loading.saving.file_lock import BusyError, locked_folder, try_lock
from resource_catalog.model.messages import _

_DRAFT = re.compile(r"\.[0-9a-f]{16}\.catalog-new")
_CHUNK_CHARS = 1_000_000
_NO_LINKS = (errno.EPERM, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)
"""What a drive answers on which a file cannot have two names."""


class OutsideError(OSError):
    """The file lies outside the catalog, behind a link. ``strerror`` is the reason."""

    def __init__(self, path: Path) -> None:
        reason = _("it is behind a link that leads out of the catalog")
        super().__init__(errno.EXDEV, reason, str(path))


def write_file(
    path: Path, content: str | bytes, *, over: bool = True, inside: Path | None = None
) -> None:
    """Write a file whole; a text as UTF-8, with line ends as they are.

    Raises what :func:`new_file` does, and ``UnicodeEncodeError``.
    """
    with new_file(path, over=over, inside=inside) as stream:
        write_content(stream, content)


@contextlib.contextmanager
def new_file(path: Path, *, over: bool = True, inside: Path | None = None) -> Iterator[IO[bytes]]:
    """Open a file that takes its place when the block ends, and not at all if that fails.

    Raises ``FileExistsError`` for a file that is there already, unless it may be written ``over``;
    :class:`OutsideError` for one that is not ``inside`` a catalog, though its path is;
    ``BusyError`` while another program writes it; ``OSError`` if it cannot be written.
    """
    if not over and os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
        with open(path, "wb") as device:  # or a pipe, which nothing must take the place of
            yield device
        return
    target = target_of(path, inside)
    draft = draft_of(target)
    stream = _open_draft(draft)
    try:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())
        if os.name == "nt":  # which cannot rename an open file
            stream.close()
        put_in_place(draft, target, over=over)
    except OSError as error:
        draft.unlink(missing_ok=True)
        if error.filename in (None, str(draft)):
            error.filename, error.filename2 = str(path), None
        raise
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    finally:
        stream.close()
    flush_folder(target.parent)


@contextlib.contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder that becomes the one at ``path`` when the block ends.

    There may be an empty one already. Raises ``OSError``.
    """
    draft = draft_of(Path(os.path.realpath(path)))
    draft.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    try:
        yield draft
        if path.is_dir():
            path.rmdir()
        os.rename(draft, path)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


@contextlib.contextmanager
def only_writer(catalog: Path) -> Iterator[None]:
    """Be the only program that writes into a catalog, without what killed ones have left there.

    Whatever is to be written must be read again in the block, or compared with what was read.
    Raises ``BusyError`` when others go on writing.
    """
    with locked_folder(catalog):
        for folder, folders, names in os.walk(catalog):
            for name in filter(_DRAFT.fullmatch, [*names, *folders]):
                _remove_if_left(Path(folder, name))
            folders[:] = [name for name in folders if not name.startswith(".")]
        yield


def target_of(path: Path, inside: Path | None = None) -> Path:
    """The file that is meant by a path, which may be or contain links.

    Raises :class:`OutsideError` if it is not in the folder ``inside``.
    """
    target = Path(os.path.realpath(path))
    if inside is not None and not target.is_relative_to(os.path.realpath(inside)):
        raise OutsideError(path)
    return target


def draft_of(target: Path) -> Path:
    """Where a file is drafted; as short for a long name as for any other."""
    digest = hashlib.sha256(os.fsencode(target.name)).hexdigest()
    return target.with_name(f".{digest[:16]}.catalog-new")


def write_content(stream: IO[bytes], content: str | bytes) -> None:
    """Write a content to a stream."""
    if isinstance(content, bytes):
        stream.write(content)
        return
    for start in range(0, len(content), _CHUNK_CHARS):  # encoding it whole takes memory
        stream.write(content[start : start + _CHUNK_CHARS].encode())


def put_in_place(draft: Path, target: Path, *, over: bool) -> None:
    """Let a draft take the place of a file, with its rights, or a place where there is none.

    Raises ``FileExistsError`` for a file that is there, unless it may be written ``over``.
    """
    if over:
        if target.exists():
            os.chmod(draft, stat.S_IMODE(target.stat().st_mode))
        os.replace(draft, target)
        return
    try:
        os.link(draft, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        os.rename(draft, target)
    else:
        draft.unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """Have the names of files in a folder written to the disk, where that is possible."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            with contextlib.suppress(OSError):  # the files are there; some drives cannot do this
                os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _open_draft(draft: Path) -> IO[bytes]:
    """Open a draft, in place of one that was left there. Raises ``BusyError`` if it is in use."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(draft, flags, 0o666)
    stream = open(descriptor, "wb")  # noqa: SIM115
    try:
        if not try_lock(descriptor) or not _is_at(descriptor, draft):
            raise BusyError(draft)
        os.ftruncate(descriptor, 0)
    except BaseException:
        stream.close()
        raise
    return stream


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether an open file still has its name; another program may have put it in its place."""
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(path))
    except OSError:
        return False


def _remove_if_left(draft: Path) -> None:
    """Remove a draft, unless a program that did not lock the catalog is writing it."""
    with contextlib.suppress(OSError):
        if not draft.is_file() or draft.is_symlink():  # which no program of ours has made
            os.unlink(draft)
            return
        descriptor = os.open(draft, os.O_RDONLY)
        try:
            if try_lock(descriptor):
                os.unlink(draft)
        finally:
            os.close(descriptor)
