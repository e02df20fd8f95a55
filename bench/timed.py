"""Timed: what a command takes of the clock, of the processor and of memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.project import ROOT, BenchError


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds on the clock, seconds of all processors, most bytes of memory.

    On a machine that others use as well, the processor's seconds say more than the clock's.
    """

    seconds: float
    cpu: float
    memory: int


def run(command: Sequence[str], environment: Mapping[str, str | None], folder: Path = ROOT) -> Run:
    """Run a command from the project's root, or from another folder.

    ``environment`` adds to that of this process; None takes a variable away.
    Raises :class:`BenchError` when the command fails.
    """
    wanted = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    wanted["PYTHONDONTWRITEBYTECODE"] = None  # by default Python compiles its modules once
    env = {name: value for name, value in wanted.items() if value is not None}
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            words = said.read().decode(errors="replace").strip()[-2000:]
            raise BenchError(f"{' '.join(command)}\n{words}")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def writing(site: Path, out: Path) -> Run:
    """The floor of any build: nothing but writing the files that it makes."""
    files = {p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    if out.exists():
        shutil.rmtree(out)
    start, before = time.perf_counter(), os.times()
    for path, content in files.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    after = os.times()
    cpu = after.user + after.system - before.user - before.system
    return Run(time.perf_counter() - start, cpu, 0)
