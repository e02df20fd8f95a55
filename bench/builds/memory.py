"""Memory: the most that a command has of it at a time, all of its processes together."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.timed import run

OFTEN = 0.02
"""Seconds between two looks."""


def most_memory(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a command; gives bytes.

    What processes share is counted once (the proportional set size of Linux).
    Where the system does not tell that, the largest process counts alone.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return run(command, environment).memory
    most = 0
    done = threading.Event()

    def look() -> None:
        nonlocal most
        while not done.wait(OFTEN):
            most = max(most, sum(map(_share, _below(os.getpid()))))

    looking = threading.Thread(target=look)
    looking.start()
    try:
        run(command, environment)
    finally:
        done.set()
        looking.join()
    return most


def _below(process: int) -> Iterator[int]:
    """Every process that another has started, and those that these have."""
    try:
        found = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return
    for child in map(int, found):
        yield child
        yield from _below(child)


def _share(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0  # it has ended
    return sum(1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:"))
