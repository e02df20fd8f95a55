"""The second process: makes contents while the first goes on, so that two cores are of use.

It is a copy of the first as it was when they parted, so that nothing has to be handed over; what it
makes comes back through a spool, whose places it tells through a pipe. Nothing depends on it. Where
a system cannot part processes in this way, or has one core only, or when the second comes to grief,
the first makes everything itself, and says what is wrong if there is something. The second ends
when the first does.
"""

from __future__ import annotations

import gc
import os
import platform
import threading
from collections.abc import Callable, Iterable
from typing import NoReturn

from resource_catalog.spool import Place, Spool

Named = Iterable[tuple[str, bytes]]
"""Contents with their names."""


class SecondProcess:
    """Contents that another process makes; they can be read as soon as all are made."""

    def __init__(self, spool: Spool, process: int, reports: int) -> None:
        self._spool = spool
        self._process = process
        self._reports = reports
        self._line = b""
        self._places: dict[str, Place] = {}

    @classmethod
    def start(cls, make: Callable[[], Named]) -> SecondProcess | None:
        """Have what ``make`` gives made from now on; None when it can only be made here."""
        if not _can_part():
            return None
        spool = Spool()
        reports, report = os.pipe()
        gc.freeze()  # what both have stays one thing for as long as neither changes it
        try:
            process = os.fork()
        except OSError:
            os.close(reports)
            os.close(report)
            return None
        if process == 0:
            os.close(reports)
            _work(make, spool, report)
        os.close(report)
        return cls(spool, process, reports)

    def all(self) -> tuple[Spool, dict[str, Place]] | None:
        """Every content, as soon as all are made; None when they cannot be made there."""
        while self._listen():
            pass
        return None if self._end() else (self._spool, self._places)

    def _listen(self) -> bool:
        """Take in what is told of; False when there will be no more."""
        told = os.read(self._reports, 1 << 16)
        *lines, self._line = (self._line + told).split(b"\n")
        for line in lines:
            start, length, name = line.decode().split(" ", 2)
            self._places[name] = (int(start), int(length))
        return bool(told)

    def _end(self) -> int:
        """Wait for the end, which comes soon when nobody listens; not 0 when it came too soon."""
        os.close(self._reports)
        return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])


def _can_part() -> bool:
    """Whether a copy of this process would be safe, and do anything that this one cannot."""
    return (
        platform.system() == "Linux"  # elsewhere, libraries of the system do not survive it
        and len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1
    )


def _work(make: Callable[[], Named], spool: Spool, report: int) -> NoReturn:
    """What the second process does; it never comes back from here."""
    status = 1
    try:
        for name, content in make():
            start, length = spool.add(content)
            os.write(report, f"{start} {length} {name}\n".encode())
        status = 0
    finally:
        os._exit(status)  # without a word: the first will meet the same fault, and tell of it
