"""A very small web on loopback behind a forward proxy, for tests of the command as a whole.

The lab has the hard cases; here pages are put up and taken down between runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from urllib.parse import urlsplit

Reply = tuple[int, dict[str, str], bytes]

HTML = {"Content-Type": "text/html; charset=utf-8"}


def page(title: str, text: str = "") -> Reply:
    """A plain good page."""
    text = text or f"{title} has a good deal to say, and says it here at some length. " * 8
    body = f"<!doctype html><title>{title}</title><h1>{title}</h1><p>{text}</p>"
    return 200, HTML, body.encode()


def moved(to: str) -> Reply:
    return 301, {"Location": to}, b""


GONE: Reply = (404, HTML, b"<!doctype html><title>Not found</title><h1>Not found</h1>")
DOWN: Reply = (503, HTML, b"<!doctype html><title>Down</title>")
WALL: Reply = (403, HTML, b"<!doctype html><title>403</title>")


@dataclass
class Weblet:
    """Pages by address. What is not there is a 404; a host without any page is not there either.

    ``asked`` are the requests so far. After ``answers`` good pages the rest waits for ``go``, so
    that a run is certain to be under way for as long as a test wants it to be.
    """

    proxy: str = ""
    pages: dict[str, Reply | Callable[[str], Reply]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    answers: int | None = None
    go: Event = field(default_factory=Event)
    hosts: set[str] = field(default_factory=set)
    lock: Lock = field(default_factory=Lock)

    @property
    def good(self) -> int:
        """How many of the pages that are there were asked for."""
        return len({url for url in self.asked if url in self.pages})

    def reply(self, url: str) -> Reply:
        with self.lock:
            self.asked.append(url)
            held = self.answers is not None and self.good > self.answers
        if held:
            self.go.wait(60)
        if urlsplit(url).netloc not in self.hosts | {urlsplit(u).netloc for u in self.pages}:
            return 502, HTML, b"<!doctype html><title>No such host</title>"
        found = self.pages.get(url) or self.pages.get(url.partition("?")[0], GONE)
        return found(url) if callable(found) else found


@contextmanager
def weblet() -> Iterator[Weblet]:
    """A weblet, running."""
    web = Weblet()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, headers, body = web.reply(self.path)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for

        def log_message(self, *args: object) -> None:
            """Say nothing: pytest's output is for failures."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *args: object) -> None:
            """A client that was killed is what some tests are about."""

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        web.proxy = f"http://127.0.0.1:{server.server_port}"
        try:
            yield web
        finally:
            web.go.set()
            server.shutdown()
            thread.join()
