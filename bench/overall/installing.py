"""The goal of the first minute: from an empty folder to the served site, and how much that is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.builds.saving import free_port
from bench.overall.goal import Goal
from bench.project import ROOT, BenchError

TIMEOUT = 600
"""Seconds until the site has to be served."""

_POLL_SECONDS = 0.05
_PIP = ["--quiet", "--disable-pip-version-check"]
_PYTHON = getattr(sys, "_base_executable", sys.executable)
"""The Python outside of every environment, with which a newcomer begins."""


def goals(folder: Path, progress: Callable[[str], None]) -> list[Goal]:
    """Install and serve below ``folder``, twice each; the second time everything is in pip's cache.

    What ``make serve`` does is done step by step, so that it can run in a folder of its own.
    """
    lock = ["--no-compile", "--require-hashes", "-r", str(ROOT / "requirements" / "site.lock")]
    text = "from pip's cache to the served page, against an environment with mkdocs-material alone"
    size_text = "what `make serve` installs"
    try:
        for number in (1, 2):
            progress(f"installing, {number} of 2 …")
            ours = _seconds(folder / f"ours-{number}", lock, serves=True)
            alone = _seconds(folder / f"alone-{number}", ["mkdocs-material"], serves=False)
    except BenchError as error:
        return [Goal(text, 2, "×", None, str(error)), Goal(size_text, 220, "MB", None)]
    size = sum(f.lstat().st_size for f in (folder / "ours-2").rglob("*") if not f.is_symlink())
    return [
        Goal(text, 2, "×", ours / alone, f"{ours:.1f} and {alone:.1f} s"),
        Goal(size_text, 220, "MB", size / 1e6),
    ]


def _seconds(environment: Path, packages: Sequence[str], *, serves: bool) -> float:
    """Time until packages are installed and, if wished, a page is served."""
    start = time.perf_counter()
    python = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if serves:  # as the Makefile does it where there is a pip outside, and else as anybody does
        _run([_PYTHON, "-m", "venv", "--without-pip", str(environment)])
        pip = [_PYTHON, "-m", "pip", "--python", str(python)]
    else:
        _run([_PYTHON, "-m", "venv", str(environment)])
        pip = [str(python), "-m", "pip"]
    _run([*pip, "install", *_PIP, *packages])
    if serves:
        _serve(python)
    return time.perf_counter() - start


def _serve(python: Path) -> None:
    """Serve the site until its home page has been answered."""
    address = f"127.0.0.1:{free_port()}"
    command = [str(python), "-m", "mkdocs", "serve", "--dev-addr", address]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=quiet, stderr=quiet)
    try:
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end and server.poll() is None:
            try:
                with urlopen(f"http://{address}/", timeout=TIMEOUT) as answer:
                    answer.read()
                    return
            except URLError:
                time.sleep(_POLL_SECONDS)
        raise BenchError("mkdocs serve never answered")
    finally:
        server.terminate()
        server.wait()


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchError(f"could not install: {done.stderr.strip()[-200:]}")
