"""Measure the peak memory of a command, with all of its child processes."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.timed import run_timed

POLL_SECONDS = 0.02
"""Seconds between two samples."""


def peak_memory(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a command; return its peak memory in bytes. Raises :class:`BenchError`.

    Shared memory is counted once (the proportional set size of Linux). Where that is not available
    only the largest process counts.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return run_timed(command, environment).memory
    peak = 0
    done = threading.Event()

    def sample() -> None:
        nonlocal peak
        while not done.wait(POLL_SECONDS):
            peak = max(peak, sum(map(_pss, _descendants(os.getpid()))))

    sampler = threading.Thread(target=sample)
    sampler.start()
    try:
        run_timed(command, environment)
    finally:
        done.set()
        sampler.join()
    return peak


def _descendants(process: int) -> Iterator[int]:
    """The ids of all child processes of a process, and of their children."""
    try:
        found = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return
    for child in map(int, found):
        yield child
        yield from _descendants(child)


def _pss(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0  # it has exited
    return sum(1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:"))
