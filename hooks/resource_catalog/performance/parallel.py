"""Make texts in a forked worker while this process goes on, so that two cores are used.

A worker is a copy of this process, so nothing is handed over to it. What it makes goes through a
file, which lets it get as far ahead as it can. Nothing depends on it: where a fork is unsafe or of
no use, or when a worker fails, this process makes the texts itself, and meets the same error if
there is one.
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
from itertools import islice
from typing import Any, NoReturn, TypeVar

Made = TypeVar("Made", str, bytes, tuple[str, ...])
Item = TypeVar("Item")

Make = Callable[[], Iterable[Made]]
"""Makes texts, or gives those that were made."""


def ahead(make: Make[Made]) -> Make[Made]:
    """Begin to make texts; what is returned gives them, each as soon as it is there.

    Where no worker can be forked that is ``make`` itself.
    """
    process = _begin(make)
    return make if process is None else lambda: _texts(process, make)


def meanwhile(make: Make[Made]) -> tuple[Callable[[], Iterator[Made]], Callable[[], None]]:
    """Begin to make what can be done without.

    Of what is returned, the first gives what has come since it was called last, without waiting
    for more; the second ends the worker.
    """
    process = _begin(make)
    if process is None:
        return lambda: iter(()), lambda: None

    def come() -> Iterator[Made]:
        channel = _running.get(process)
        return channel.come() if channel else iter(())

    return come, lambda: _end(process)


def in_order(
    names: Iterable[str], make: Callable[[str], tuple[str, ...]]
) -> Callable[[str], tuple[str, ...] | None]:
    """Begin to make texts for some names; what is returned gives them name by name.

    It gives None for a name that it is asked for out of order.
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
    for process in list(_running):
        _end(process)


class _Channel:
    """Takes texts from a worker to this process: a file, and a pipe that says how many are in it.

    A pipe alone would hold a worker back as soon as it is a few texts ahead.
    """

    def __init__(self) -> None:
        descriptor, path = tempfile.mkstemp()
        self._writer, self._reader = open(descriptor, "wb"), open(path, "rb")  # noqa: SIM115
        os.unlink(path)  # both are open: nothing is left of it, however this process ends
        self._ready, self._announce = os.pipe()

    def send(self, text: Any) -> None:
        """Add a text, in the worker."""
        marshal.dump(text, self._writer)
        self._writer.flush()
        os.write(self._announce, b".")

    def receive(self) -> Iterator[Any]:
        """The texts, in this process; it waits for each, until the worker ends."""
        while os.read(self._ready, 1):
            yield self._next()

    def come(self) -> Iterator[Any]:
        """The texts that are there, in this process; none once the worker has ended."""
        while select.select([self._ready], [], [], 0)[0] and os.read(self._ready, 1):
            yield self._next()

    def _next(self) -> Any:
        return marshal.load(self._reader)  # noqa: S302 # a file of our own

    def leave_sending(self) -> None:
        """Let only the worker send, so that its end is noticed."""
        os.close(self._announce)
        self._writer.close()

    def close(self) -> None:
        """Close what is left open in this process."""
        os.close(self._ready)
        self._reader.close()


_running: dict[int, _Channel] = {}
"""The workers that nobody has waited for yet, and where each puts its texts."""


def _can_fork() -> bool:
    """Whether a fork is safe here, and there is a core for it."""
    return (
        platform.system() == "Linux"  # elsewhere, system libraries do not survive a fork
        and len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1
    )


def _begin(make: Make[Made]) -> int | None:
    """Fork a worker that makes texts; its process, or None where none can be forked."""
    if not _can_fork():
        return None
    channel, parent = _Channel(), os.getpid()
    gc.freeze()  # what both processes have stays shared for as long as neither changes it
    try:
        process = os.fork()
    except OSError:
        channel.leave_sending()
        channel.close()
        return None
    if process == 0:
        _work(make, channel, parent)
    channel.leave_sending()
    _running[process] = channel
    return process


def _end(process: int) -> None:
    """End a worker, unless somebody has waited for it."""
    if channel := _running.pop(process, None):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        channel.close()


def _work(make: Make[Made], channel: _Channel, parent: int) -> NoReturn:
    """What a worker does; it never returns."""
    status = 1
    try:
        for text in make():
            channel.send(text)
            if os.getppid() != parent:
                break  # nobody waits any more
        else:
            status = 0
    finally:
        os._exit(status)  # silently: the other process meets the same error, and reports it


def _texts(process: int, make: Make[Made]) -> Iterator[Made]:
    """What a worker makes, and what is missing if it fails, which this process makes."""
    count = 0
    for text in _running[process].receive():
        count += 1
        yield text
    channel = _running.pop(process)
    channel.close()
    if os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]):
        yield from islice(make(), count, None)
