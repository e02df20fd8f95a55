"""Serve a site from memory, compressed as a real static server sends it.

Reading, compressing or connecting anew for each file would be measured along with the search, so
files are read and compressed once, and connections are kept alive.
"""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

COMPRESSED = frozenset(".css .html .js .json .svg .txt .xml".split())
"""Suffixes of files that servers compress; Pagefind's own files are compressed already."""

GZIP_LEVEL = 6
"""The usual level of servers that compress on the fly."""

CACHE_CONTROL = "max-age=600"
"""The same for all sites, as on GitHub Pages."""

_COLUMNS = ("names", "facets")
_TYPES = {".js": "text/javascript", ".pagefind": "application/wasm"}


class MemoryServer(ThreadingHTTPServer):
    """Serves a folder from memory."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self._folder = folder
        self._responses: dict[str, bytes] = {}
        self.sent: list[tuple[str, int]] = []
        """Every path that was requested, and the number of bytes sent for it."""
        for path in folder.rglob("*"):
            # Thousands of pages would take a minute: those are loaded on the first request.
            if path.is_file() and path.suffix != ".html":
                self._responses["/" + path.relative_to(folder).as_posix()] = _ok_response(path)

    @property
    def address(self) -> str:
        """The URL of the site, with a trailing slash."""
        return f"http://127.0.0.1:{self.server_port}/"

    def index_parts(self) -> list[str]:
        """The names of the parts of our index that are loaded while a reader types or pages."""
        paths = (Path(path) for path in self._responses)
        return sorted(p.stem for p in paths if p.match("/search/*/*.js") and p.stem not in _COLUMNS)

    def response(self, path: str) -> bytes:
        """The complete HTTP response for a path."""
        if path.endswith("/"):
            path += "index.html"
        if path not in self._responses:
            file = self._folder / path.lstrip("/")
            if not file.is_file():
                return _format_response(HTTPStatus.NOT_FOUND, {"Content-Type": "text/plain"}, b"")
            self._responses[path] = _ok_response(file)
        return self._responses[path]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or each response waits for the previous ACK
    server: MemoryServer

    def do_GET(self) -> None:  # the name that http.server requires
        path = unquote(urlsplit(self.path).path)
        response = self.server.response(path)
        self.server.sent.append((path, len(response)))
        self.wfile.write(response)

    def log_message(self, *_: object) -> None:
        """Log nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[MemoryServer]:
    """Serve a folder; yields the server."""
    with MemoryServer(folder) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def _ok_response(path: Path) -> bytes:
    body = path.read_bytes()
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    head = {"Content-Type": kind or "application/octet-stream", "Cache-Control": CACHE_CONTROL}
    if path.suffix in COMPRESSED:
        body = gzip.compress(body, GZIP_LEVEL, mtime=0)
        head["Content-Encoding"] = "gzip"
        head["Vary"] = "Accept-Encoding"
    return _format_response(HTTPStatus.OK, head, body)


def _format_response(status: HTTPStatus, head: dict[str, str], body: bytes) -> bytes:
    lines = [f"HTTP/1.1 {status.value} {status.phrase}", *(f"{k}: {v}" for k, v in head.items())]
    lines += [f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode() + body
