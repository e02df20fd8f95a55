"""Run a part of the build in a forked worker, so that two cores are used.

The worker is a copy of this process, so nothing is handed over to it; what it returns is text, read
once it has ended. Nothing depends on it: where a fork would be unsafe or of no use, or when the
worker fails, the caller does the work itself, and meets the same error if there is one.
"""

from __future__ import annotations

import gc
import marshal
import os
import platform
import signal
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import IO, NoReturn, Self


class Worker:
    """A copy of this process that makes texts while this one goes on.

    A context: when it is left, the worker has ended one way or another.
    """

    def __init__(self, process: int | None = None, made: IO[bytes] | None = None) -> None:
        self._process = process
        self._made = made

    @classmethod
    def start(cls, make: Callable[[], Iterable[str]]) -> Worker:
        """Begin to make what ``make`` gives. Where no worker can, :meth:`texts` gives None."""
        if not can_fork():
            return cls()
        made = tempfile.TemporaryFile()  # noqa: SIM115 # closed by texts(), or with the worker
        parent = os.getpid()
        gc.freeze()  # what both processes have stays shared for as long as neither changes it
        try:
            process = os.fork()
        except OSError:
            made.close()
            return cls()
        if process == 0:
            _work(make, made, parent)
        return cls(process, made)

    def texts(self) -> list[str] | None:
        """Wait for all texts; None when there is no worker, or it has failed."""
        if self._made is None or self._end():
            return None
        with self._made as made:
            made.seek(0)
            return list(_read(made))

    def _end(self) -> int:
        """Wait for the worker; not 0 when it has failed."""
        process, self._process = self._process, None
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) if process else 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            self._end()
        if self._made is not None:
            self._made.close()


def can_fork() -> bool:
    """Whether a fork is safe here, and there is a core for it."""
    return (
        platform.system() == "Linux"  # elsewhere, system libraries do not survive a fork
        and len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1
    )


def _work(make: Callable[[], Iterable[str]], made: IO[bytes], parent: int) -> NoReturn:
    """What the worker does; it never returns."""
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
        os._exit(status)  # silently: the caller meets the same error, and reports it


def _read(made: IO[bytes]) -> Iterator[str]:
    with suppress(EOFError):
        while True:
            yield marshal.load(made)  # noqa: S302 # an unnamed file of our own
