"""Measure how soon ``mkdocs serve`` answers with a saved change, its polling included."""

from __future__ import annotations

import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from bench.project import ROOT, BenchError

TIMEOUT = 180
"""Seconds to wait for the server to start, and for a saved change to be served."""

ATTEMPTS = 5
"""How many ports to try."""

_PORT_TAKEN = "Address already in use"
_POLL_SECONDS = 0.01
_SETTLE_SECONDS = 1.5


@dataclass(frozen=True)
class _Server:
    """A running ``mkdocs serve``, its address and the file with what it logs."""

    process: subprocess.Popen[bytes]
    url: str
    log: Path

    def wait_until_listening(self) -> bool:
        """Wait until it has bound its port; False if another process has that port."""
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end:
            ended = self.process.poll() is not None
            log = self.log.read_text(encoding="utf-8", errors="replace")
            # Logged after the port is bound: an answer could come from another server.
            if f"Serving on {self.url}" in log:
                return True
            if ended and _PORT_TAKEN in log:
                return False
            if ended:
                raise BenchError(f"mkdocs serve failed:\n{log.strip()[-2000:]}")
            time.sleep(_POLL_SECONDS)
        raise BenchError(f"mkdocs serve did not start within {TIMEOUT} seconds.")

    def wait_for(self, path: str, word: str) -> None:
        """Wait until the page at ``path`` contains ``word``. Raises :class:`BenchError`."""
        url = self.url + path
        end = time.monotonic() + TIMEOUT
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urlopen(url, timeout=TIMEOUT) as response:  # noqa: S310 # started above
                    if word in response.read().decode():
                        return
            except URLError:
                pass  # the page is being rebuilt
            time.sleep(_POLL_SECONDS)
        raise BenchError(f"{url} never showed what was saved.")


def free_port() -> int:
    """A port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def save_latency(catalog: Path, times: int, next_port: Callable[[], int] = free_port) -> float:
    """The median of the seconds from saving an entry to an answer with it. Raises `BenchError`."""
    entries = sorted((catalog / "entries").glob("*.yml"))
    rng = random.Random(times)  # noqa: S311 # any entries, the same in each run
    with _serve(catalog, next_port) as server:
        return median(
            _save(entry, server, rng.random())
            for entry in rng.sample(entries, min(times, len(entries)))
        )


@contextmanager
def _serve(catalog: Path, next_port: Callable[[], int]) -> Iterator[_Server]:
    """Serve a catalog. Raises :class:`BenchError`.

    MkDocs needs a port number and cannot be handed an open socket, so another process can take the
    port before MkDocs binds it. If that happens MkDocs exits, and is started on another port.
    """
    with tempfile.TemporaryDirectory() as folder:
        for attempt in range(ATTEMPTS):
            server = _start(catalog, next_port(), Path(folder, f"{attempt}.log"))
            try:
                if server.wait_until_listening():
                    yield server
                    return
            finally:
                server.process.terminate()
                server.process.wait()
    raise BenchError(f"mkdocs serve found its port taken {ATTEMPTS} times.")


def _start(catalog: Path, port: int, log: Path) -> _Server:
    address = f"127.0.0.1:{port}"
    env = {
        **os.environ,
        "CATALOG_DIR": str(catalog),
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": f"http://{address}/",
    }
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=output, stderr=output)
    return _Server(process, f"http://{address}/", log)


def _save(entry: Path, server: _Server, pause: float) -> float:
    """Change the summary of an entry, and change it back; the seconds until it is served.

    ``pause`` shifts the change within the server's polling interval.
    """
    text = entry.read_text(encoding="utf-8")
    word = f"Word{time.monotonic_ns()}"
    time.sleep(_SETTLE_SECONDS + pause)
    start = time.perf_counter()
    changed = re.sub(r"(?m)^(summary: (?:>-\n +)?)", rf"\g<1>{word} ", text, count=1)
    entry.write_text(changed, encoding="utf-8")
    server.wait_for(f"resources/{entry.stem}/", word)
    seconds = time.perf_counter() - start
    entry.write_text(text, encoding="utf-8")
    time.sleep(_SETTLE_SECONDS)
    return seconds
