"""Run a command and measure its wall-clock time, CPU time and peak memory."""

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
class Measurement:
    """One run of a command: wall-clock seconds, CPU seconds, peak memory in bytes.

    On a shared machine CPU time is more reliable than wall-clock time.
    """

    seconds: float
    cpu: float
    memory: int


def run_timed(
    command: Sequence[str], environment: Mapping[str, str | None], folder: Path = ROOT
) -> Measurement:
    """Run a command from the project's root, or from another folder.

    ``environment`` is added to that of this process; None removes a variable.
    Raises :class:`BenchError` when the command fails.
    """
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    variables["PYTHONDONTWRITEBYTECODE"] = None  # as by default, so that imports are cached
    env = {name: value for name, value in variables.items() if value is not None}
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            message = output.read().decode(errors="replace").strip()[-2000:]
            raise BenchError(f"{' '.join(command)}\n{message}")
    return Measurement(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def time_writing(site: Path, out: Path) -> Measurement:
    """Measure writing the files of a built site, which no build can do without."""
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
    return Measurement(time.perf_counter() - start, cpu, 0)
