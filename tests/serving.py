"""Run ``mkdocs serve`` on a catalog."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from building import ROOT, cache_folder

PATIENCE = 90
"""The timeout for all that waits for the server, in seconds; workers outnumber cores."""


@dataclass(frozen=True)
class Served:
    """A running server: its catalog, the URL and folder of the site, and its log."""

    catalog: Path
    url: str
    site: Path
    log: Path

    def entry(self, name: str) -> Path:
        return self.catalog / "entries" / f"{name}.yml"

    def read(self, path: str) -> str:
        """The page at a path; empty if there is none."""
        return read(f"{self.url}{path}") or ""

    def printed(self, words: str) -> int:
        """How often the log contains a text."""
        return self.log.read_text(encoding="utf-8").count(words)

    def wait(self, happened: Callable[[], bool]) -> None:
        """Wait until a condition is true, or fail with the log."""
        wait(happened, self.log)


@contextmanager
def serving(catalog: Path, folder: Path, **env: str) -> Iterator[Served]:
    """Serve a catalog with the site below ``folder``; ``env`` is added to the environment."""
    log, temporary = folder / "log", folder / "tmp"
    temporary.mkdir()
    with reserved_port() as port, log.open("w") as output:
        host = f"127.0.0.1:{port}"
        url = f"http://{host}/"
        own = {"CATALOG_DIR": str(catalog), "SITE_URL": url, "TMPDIR": str(temporary)}
        own["XDG_CACHE_HOME"] = cache_folder()
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", host]
        with subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **own, **env}, stdout=output, stderr=output
        ) as process:
            try:
                wait(lambda: read(url) is not None or process.poll() is not None, log)
                assert process.poll() is None, log.read_text(encoding="utf-8")
                (site,) = temporary.glob("mkdocs_*")
                yield Served(catalog, url, site, log)
                assert process.poll() is None, "the server has exited"
            finally:
                process.terminate()
    assert "Traceback" not in log.read_text(encoding="utf-8")


@contextmanager
def reserved_port() -> Iterator[int]:
    """A port that no other process is given, and that a server with ``SO_REUSEADDR`` can use.

    A socket that is bound, but does not listen, keeps the port until the end.
    """
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind(("127.0.0.1", 0))
        yield holder.getsockname()[1]


def wait(happened: Callable[[], bool], log: Path) -> None:
    """Wait until a condition is true, or fail with the log of a server."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, log.read_text(encoding="utf-8")
        time.sleep(0.05)


def read(url: str) -> str | None:
    """What is at a URL; None if there is nothing, or the server is not up yet, or busy."""
    try:
        with urlopen(url, timeout=30) as answer:
            content: bytes = answer.read()
            return content.decode()
    except HTTPError as error:
        error.close()
    except (OSError, HTTPException):
        pass
    return None
