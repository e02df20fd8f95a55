"""The result of fetching a URL: its redirects, final response, and the error if it failed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from aiohttp import CookieJar
from multidict import CIMultiDict

from resource_catalog.links.url_parsing import ParsedUrl

FetchErrorKind = Literal[
    "unsafe",
    "no-host",
    "unreachable",
    "reset",
    "timeout",
    "tls",
    "loop",
    "proxy",
    "garbled",
    "postponed",
]
"""Why a fetch ended without a response."""

PERMANENT_STATUSES = frozenset({301, 308})
REDIRECT_STATUSES = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Redirect:
    """One redirect: its HTTP status, 0 for one made by the page itself, and its target."""

    status: int
    target: ParsedUrl


@dataclass(slots=True)
class Visit:
    """One fetch, redirects followed.

    ``url`` is the final URL, ``body`` the beginning of its decompressed body; ``complete`` is
    whether that is all of it, ``was_cut_off`` whether the connection broke in the middle.
    ``error_detail`` explains ``error`` as a clause. ``cookie_jar`` holds the cookies set on the
    way; ``as_browser`` is whether browser headers were sent.
    """

    requested_url: ParsedUrl
    url: ParsedUrl
    redirects: list[Redirect] = field(default_factory=list)
    status: int | None = None
    reason_phrase: str = ""
    headers: Mapping[str, str] = field(default_factory=CIMultiDict)
    body: bytes = b""
    complete: bool = True
    was_cut_off: bool = False
    error: FetchErrorKind | None = None
    error_detail: str = ""
    via_proxy: bool = False
    as_browser: bool = False
    cookie_jar: CookieJar | None = field(default=None, repr=False)

    @property
    def ok(self) -> bool:
        """Whether there is a response with a status below 400."""
        return self.error is None and self.status is not None and self.status < 400

    @property
    def content_type(self) -> str:
        """The media type: declared by the server, or sniffed from the first bytes."""
        declared = self.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        sniffed = _sniff_content_type(self.body)
        if sniffed and (
            declared in _GENERIC_TYPES or sniffed.startswith(("application/", "image/"))
        ):
            return sniffed
        if sniffed == "text/html" and _FILE_TYPES.match(declared):
            return sniffed
        return declared or sniffed

    @property
    def is_html(self) -> bool:
        """Whether the response is an HTML page."""
        return self.content_type in {"text/html", "application/xhtml+xml"}


_GENERIC_TYPES = frozenset(
    ["", "application/octet-stream", "binary/octet-stream", "text/plain", "application/x-download"]
)
_FILE_TYPES = re.compile(r"application/(?:pdf|zip|msword|epub|vnd\.)|audio/|video/|image/(?!svg)")
_MAGIC_BYTES = {
    b"%PDF": "application/pdf",
    b"PK\x03\x04": "application/zip",
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
}


def _sniff_content_type(body: bytes) -> str:
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, content_type in _MAGIC_BYTES.items():
        if start.startswith(magic):
            return content_type
    head = start[:256].lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<title")):
        return "text/html"
    if head.startswith(b"<?xml") and b"<html" in start.lower():
        return "text/html"
    return ""
