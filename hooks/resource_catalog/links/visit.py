"""A visit: everything that was seen on the way from an address to where it leads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from aiohttp import CookieJar
from multidict import CIMultiDict

from resource_catalog.links.spelling import Address

Trouble = Literal[
    "unsafe", "no-host", "unreachable", "reset", "timeout", "tls", "loop", "proxy", "garbled"
]
"""Why a visit ended without an answer."""

PERMANENT = frozenset({301, 308})
REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: how it was said (0 for one inside a page) and where it leads."""

    status: int
    target: Address


@dataclass(slots=True)
class Visit:
    """One address asked, redirects followed.

    ``address`` is where the visit ended, ``body`` the beginning of what it
    showed there, decompressed; ``complete`` says whether that is all of it.
    ``broke_off`` says that the server stopped in the middle. Where there is
    ``trouble``, ``detail`` says more. ``jar`` holds the cookies that the
    servers on the way have set, ``as_browser`` says how they were asked.
    """

    asked: Address
    address: Address
    hops: list[Hop] = field(default_factory=list)
    status: int | None = None
    phrase: str = ""
    headers: Mapping[str, str] = field(default_factory=CIMultiDict)
    body: bytes = b""
    complete: bool = True
    broke_off: bool = False
    trouble: Trouble | None = None
    detail: str = ""
    through_proxy: bool = False
    as_browser: bool = False
    jar: CookieJar | None = field(default=None, repr=False)

    @property
    def good(self) -> bool:
        """Whether a page came that says of itself that all is well."""
        return self.trouble is None and self.status is not None and self.status < 400

    @property
    def content_type(self) -> str:
        """What kind of thing came: said by the server, or plain from its first bytes."""
        said = self.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        seen = _kind(self.body)
        if seen and (said in _VAGUE or seen.startswith(("application/", "image/"))):
            return seen
        if seen == "text/html" and _FILES.match(said):
            return seen
        return said or seen

    @property
    def is_html(self) -> bool:
        """Whether it is a web page."""
        return self.content_type in {"text/html", "application/xhtml+xml"}


_VAGUE = frozenset(
    ["", "application/octet-stream", "binary/octet-stream", "text/plain", "application/x-download"]
)
_FILES = re.compile(r"application/(?:pdf|zip|msword|epub|vnd\.)|audio/|video/|image/(?!svg)")
_BEGINNINGS = {
    b"%PDF": "application/pdf",
    b"PK\x03\x04": "application/zip",
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
}


def _kind(body: bytes) -> str:
    start = body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, kind in _BEGINNINGS.items():
        if start.startswith(beginning):
            return kind
    head = start[:256].lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<title")):
        return "text/html"
    if head.startswith(b"<?xml") and b"<html" in start.lower():
        return "text/html"
    return ""
