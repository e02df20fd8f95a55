"""Serve a built site on the loopback address, as a static host would, to crawl or look at it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from resource_catalog.pages.rendering.security_policy import POLICY


class _Handler(SimpleHTTPRequestHandler):
    """Serves what is below ``prefix``, and the site's own page for what is not there."""

    def __init__(self, *args: Any, prefix: str, policy: str, **kwargs: Any) -> None:
        self._prefix = prefix
        self._policy = policy
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Serve only paths below the prefix."""
        if self.path.startswith(self._prefix):
            self.path = "/" + self.path.removeprefix(self._prefix)
            super().do_GET()
        else:
            self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the 404 page of the site, if it has one."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Tell LinkChecker that it need not limit its rate, and browsers the policy."""
        self.send_header("LinkChecker", "need not wait between requests")
        if self._policy:
            self.send_header("Content-Security-Policy", self._policy)
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Log nothing: the output is for what the caller finds."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args: Any) -> None:
        """Ignore connections that the other side has closed early."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(*args)


@contextmanager
def serve_folder(folder: Path, prefix: str = "/", policy: str = POLICY) -> Iterator[str]:
    """Serve a folder below ``prefix``, which begins and ends with a slash; yields the URL.

    ``policy`` is the content security policy that is sent; none if it is empty.
    """
    handler = partial(_Handler, directory=str(folder), prefix=prefix, policy=policy)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join()
