"""Serving: ``mkdocs serve`` on a catalog, as someone runs it who edits entries."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from building import ROOT

PATIENCE = 90
"""In seconds, of all that waits for a served site: there are more workers than cores."""


@dataclass(frozen=True)
class Served:
    """A catalog, the address and folder of the site that is served of it, and what is printed."""

    catalog: Path
    url: str
    site: Path
    log: Path

    def entry(self, name: str) -> Path:
        return self.catalog / "entries" / f"{name}.yml"

    def read(self, path: str) -> str:
        """What is at an address below the root; nothing where nothing is."""
        return _read(f"{self.url}{path}") or ""

    def printed(self, words: str) -> int:
        """How often it has printed some words."""
        return self.log.read_text(encoding="utf-8").count(words)

    def wait(self, happened: Callable[[], bool]) -> None:
        """Wait until something has happened, or fail with all that was printed."""
        _wait(happened, self.log)


@contextmanager
def serving(catalog: Path, folder: Path, **env: str) -> Iterator[Served]:
    """Serve a catalog; what is made goes below ``folder``, ``env`` adds to the environment."""
    log, temporary = folder / "log", folder / "tmp"
    temporary.mkdir()
    host = f"127.0.0.1:{_free_port()}"
    url = f"http://{host}/"
    own = {"CATALOG_DIR": str(catalog), "SITE_URL": url, "TMPDIR": str(temporary)}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", host]
    with (
        log.open("w") as output,
        subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **own, **env}, stdout=output, stderr=output
        ) as process,
    ):
        try:
            _wait(lambda: _read(url) is not None or process.poll() is not None, log)
            assert process.poll() is None, log.read_text(encoding="utf-8")
            (site,) = temporary.glob("mkdocs_*")
            yield Served(catalog, url, site, log)
            assert process.poll() is None, "the server has died"
        finally:
            process.terminate()
    assert "Traceback" not in log.read_text(encoding="utf-8")


def _free_port() -> int:
    """A port that nothing else takes meanwhile.

    It is below those that a system gives to whoever asks for any, and another process begins to
    look elsewhere.
    """
    for port in count(20_000 + os.getpid() % 10_000):
        with socket.socket() as one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                one.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("there is no port left")


def _wait(happened: Callable[[], bool], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, log.read_text(encoding="utf-8")
        time.sleep(0.05)


def _read(url: str) -> str | None:
    try:
        with urlopen(url, timeout=30) as answer:
            content: bytes = answer.read()
            return content.decode()
    except HTTPError as error:
        error.close()
    except OSError:
        pass  # not up yet, or busy
    return None
