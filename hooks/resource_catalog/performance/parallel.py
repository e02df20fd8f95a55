"""Make texts in a forked worker while this process goes on, so that two cores are used.

A worker is a copy of this process, so nothing is handed over to it; what it makes is read once it
has ended. Nothing depends on it: where a fork is unsafe or of no use, or when a worker fails, this
process makes the texts itself, and meets the same error if there is one.
"""

from __future__ import annotations

import gc
import marshal
import os
import platform
import select
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import IO, NoReturn, TypeVar

Made = TypeVar("Made", str, tuple[str, ...])
Item = TypeVar("Item")

Make = Callable[[], Iterable[Made]]
"""Makes texts, or gives those that were made."""


def ahead(make: Make[Made]) -> Make[Made]:
    """Begin to make texts; what is returned gives them, once all are there.

    Where no worker can be forked that is ``make`` itself.
    """
    if not _can_fork():
        return make
    made = tempfile.TemporaryFile()  # noqa: SIM115 # closed once it is read
    parent = os.getpid()
    gc.freeze()  # what both processes have stays shared for as long as neither changes it
    try:
        process = os.fork()
    except OSError:
        made.close()
        return make
    if process == 0:
        _work(make, made, parent)
    _running[process] = made
    return lambda: _texts(process, make)


def in_order(
    names: Iterable[str], make: Callable[[str], tuple[str, ...]]
) -> Callable[[str], tuple[str, ...] | None]:
    """Begin to make texts for some names; what is returned gives them name by name.

    It waits until all are there, and gives None for a name that it is asked for out of order.
    """
    left = deque(names)
    order = list(left)
    made = iter(ahead(lambda: map(make, order))())

    def take(name: str) -> tuple[str, ...] | None:
        if not left or left[0] != name:
            return None
        left.popleft()
        return next(made)

    return take


class Gate:
    """Holds back what workers make until the process that created it opens it."""

    def __init__(self) -> None:
        self._reader, self._writer = os.pipe()
        self._owner = os.getpid()

    def open(self) -> None:
        """Let through what was made and what is to come."""
        os.close(self._writer)

    def hold_back(self, items: Iterable[Item]) -> Iterator[Item]:
        """Give items once the gate is open; those made before that are kept until then."""
        if os.getpid() != self._owner:
            os.close(self._writer)  # a copy: the pipe ends when the owner's is closed
        held: deque[Item] = deque()
        for item in items:
            held.append(item)
            if self._is_open(0):
                while held:
                    yield held.popleft()
        self._is_open(None)
        yield from held

    def _is_open(self, timeout: float | None) -> bool:
        return bool(select.select([self._reader], [], [], timeout)[0])


def stop() -> None:
    """End all workers that nobody has waited for."""
    while _running:
        process, made = _running.popitem()
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        made.close()


_running: dict[int, IO[bytes]] = {}
"""The workers that nobody has waited for yet, and where each puts its texts."""


def _can_fork() -> bool:
    """Whether a fork is safe here, and there is a core for it."""
    return (
        platform.system() == "Linux"  # elsewhere, system libraries do not survive a fork
        and len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1
    )


def _work(make: Make[Made], made: IO[bytes], parent: int) -> NoReturn:
    """What a worker does; it never returns."""
    status = 1
    try:
        for text in make():
            marshal.dump(text, made)
            if os.getppid() != parent:
                break  # nobody waits any more
        else:
            made.flush()
            status = 0
    finally:
        os._exit(status)  # silently: the other process meets the same error, and reports it


def _texts(process: int, make: Make[Made]) -> Iterator[Made]:
    """Wait for a worker; what it has made, or what this process makes if it has failed."""
    with _running.pop(process) as made:
        if os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]):
            yield from make()
            return
        made.seek(0)
        with suppress(EOFError):
            while True:
                yield marshal.load(made)  # noqa: S302 # an unnamed file of our own
