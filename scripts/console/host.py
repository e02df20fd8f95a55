"""A static host on the loopback address, for a crawler to look at a built site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, prefix: str, **kwargs: Any) -> None:
        self._prefix = prefix
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Serve what is below the prefix, and nothing else."""
        if self.path.startswith(self._prefix):
            self.path = "/" + self.path.removeprefix(self._prefix)
            super().do_GET()
        else:
            self.send_error(404)

    def end_headers(self) -> None:
        """Say that there is no need to be gentle."""
        self.send_header("LinkChecker", "need not wait between requests")
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Say nothing: the crawler reports."""


class _Host(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args: Any) -> None:
        """A crawler that has seen enough hangs up, which is no fault."""


@contextmanager
def served(folder: Path, prefix: str) -> Iterator[str]:
    """Serve a folder below ``prefix``, which begins and ends with a slash; gives the address."""
    handler = partial(_Handler, directory=str(folder), prefix=prefix)
    with _Host(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join()
