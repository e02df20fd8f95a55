"""Saving: how soon the server of MkDocs answers with what was saved, its own looking included."""

from __future__ import annotations

import os
import random
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from bench.project import ROOT, BenchError

PATIENCE = 180


def saving(catalog: Path, times: int) -> float:
    """The median of the seconds from saving an entry to an answer with it. Raises `BenchError`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    env = {**os.environ, "CATALOG_DIR": str(catalog), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", host]
    entries = sorted((catalog / "entries").glob("*.yml"))
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _answer(f"http://{host}/", "", process)
            dice = random.Random(times)  # noqa: S311 # any entries, the same in each run
            return median(
                _save(entry, f"http://{host}/resources/{entry.stem}/", dice.random(), process)
                for entry in dice.sample(entries, min(times, len(entries)))
            )
        finally:
            process.terminate()


def _save(entry: Path, page: str, pause: float, process: subprocess.Popen[bytes]) -> float:
    """Change the summary of an entry at any moment of the server's rhythm, and change it back."""
    text = entry.read_text(encoding="utf-8")
    word = f"Word{time.monotonic_ns()}"
    time.sleep(1.5 + pause)
    start = time.perf_counter()
    changed = re.sub(r"(?m)^(summary: (?:>-\n +)?)", rf"\g<1>{word} ", text, count=1)
    entry.write_text(changed, encoding="utf-8")
    _answer(page, word, process)
    seconds = time.perf_counter() - start
    entry.write_text(text, encoding="utf-8")
    time.sleep(1.5)
    return seconds


def _answer(url: str, word: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers with a word."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 # the server started above
                if word in answer.read().decode():
                    return
        except URLError:
            pass  # not up yet
        time.sleep(0.01)
    raise BenchError(f"{url} never showed what was saved.")
