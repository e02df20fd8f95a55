"""Let one program at a time write: into the folder of a catalog, or into a file."""

from __future__ import annotations

import contextlib
import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

from resource_catalog.model.messages import _

try:
    import fcntl
except ImportError:  # Windows, where two programs are not kept apart
    fcntl = None  # type: ignore[assignment]

PAUSE = 0.05
"""Seconds between two tries to get a lock."""

PATIENCE = 200
"""How often a lock is tried: what others write is written within seconds."""


class BusyError(OSError):
    """Another program is writing there. ``strerror`` is what to do."""

    def __init__(self, path: str | Path) -> None:
        reason = _("another program is writing there. Wait until it has finished, and try again")
        super().__init__(errno.EBUSY, reason, str(path))


@contextlib.contextmanager
def locked_folder(folder: Path, patience: int = PATIENCE) -> Iterator[None]:
    """Be the only program that has a folder locked. Raises :class:`BusyError` when it takes long.

    The folder itself is locked, so that there is no file which could be left over.
    """
    if fcntl is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        for _attempt in range(patience - 1):
            if try_lock(descriptor):
                break
            threading.Event().wait(PAUSE)
        else:
            if not try_lock(descriptor):
                raise BusyError(folder)
        yield
    finally:
        os.close(descriptor)


def try_lock(descriptor: int) -> bool:
    """Lock an open file or folder until it is closed; whether nobody else has locked it.

    Always true where there are no locks, such as on some network drives.
    """
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EAGAIN)
    return True
