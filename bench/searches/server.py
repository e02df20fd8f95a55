"""A static host in memory: sends what a real one sends, compressed, and takes no time to find it.

A disk, a compressor or a new connection for each file would be measured along
with the search. So everything is read and compressed before the first visit.
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
"""What hosts compress; Pagefind's own files are compressed already."""

LEVEL = 6
"""The usual level of hosts that compress on the way."""

KEPT = "max-age=600"
"""How long a browser may keep a file; the same for all sites, as on GitHub Pages."""

_COLUMNS = ("names", "facets")
_TYPES = {".js": "text/javascript", ".pagefind": "application/wasm"}


class Host(ThreadingHTTPServer):
    """Serves a folder from memory."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self._folder = folder
        self._answers: dict[str, bytes] = {}
        self.sent: list[tuple[str, int]] = []
        """Every path that was asked for, and how many bytes were sent for it."""
        for path in folder.rglob("*"):
            # The thousands of pages would take a minute; those that are visited follow below.
            if path.is_file() and path.suffix != ".html":
                self._answers["/" + path.relative_to(folder).as_posix()] = _answer(path)

    @property
    def address(self) -> str:
        """The address of the site, with a slash at its end."""
        return f"http://127.0.0.1:{self.server_port}/"

    def parts_of_index(self) -> list[str]:
        """The names of our index's parts that come while a reader types or turns pages."""
        paths = (Path(path) for path in self._answers)
        return sorted(p.stem for p in paths if p.match("/search/*/*.js") and p.stem not in _COLUMNS)

    def answer(self, path: str) -> bytes:
        """All that is sent for a path."""
        if path.endswith("/"):
            path += "index.html"
        if path not in self._answers:
            file = self._folder / path.lstrip("/")
            if not file.is_file():
                return _with_head(HTTPStatus.NOT_FOUND, {"Content-Type": "text/plain"}, b"")
            self._answers[path] = _answer(file)
        return self._answers[path]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or each answer waits for word of the last
    server: Host

    def do_GET(self) -> None:  # the name that http.server asks for
        path = unquote(urlsplit(self.path).path)
        answer = self.server.answer(path)
        self.server.sent.append((path, len(answer)))
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[Host]:
    """Serve a folder; gives the host."""
    with Host(folder) as host:
        thread = Thread(target=host.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield host
        finally:
            host.shutdown()
            thread.join()


def _answer(path: Path) -> bytes:
    body = path.read_bytes()
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    head = {"Content-Type": kind or "application/octet-stream", "Cache-Control": KEPT}
    if path.suffix in COMPRESSED:
        body = gzip.compress(body, LEVEL, mtime=0)
        head["Content-Encoding"] = "gzip"
        head["Vary"] = "Accept-Encoding"
    return _with_head(HTTPStatus.OK, head, body)


def _with_head(status: HTTPStatus, head: dict[str, str], body: bytes) -> bytes:
    lines = [f"HTTP/1.1 {status.value} {status.phrase}", *(f"{k}: {v}" for k, v in head.items())]
    lines += [f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode() + body
