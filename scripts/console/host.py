"""Serve a built site on the loopback address, for a crawler."""

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
        """Serve only paths below the prefix."""
        if self.path.startswith(self._prefix):
            self.path = "/" + self.path.removeprefix(self._prefix)
            super().do_GET()
        else:
            self.send_error(404)

    def end_headers(self) -> None:
        """Tell LinkChecker that it need not limit its rate."""
        self.send_header("LinkChecker", "need not wait between requests")
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Log nothing: the crawler reports."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args: Any) -> None:
        """Ignore connections that the crawler closes early."""


@contextmanager
def serve_folder(folder: Path, prefix: str) -> Iterator[str]:
    """Serve a folder below ``prefix``, which begins and ends with a slash; yields the URL."""
    handler = partial(_Handler, directory=str(folder), prefix=prefix)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join()
