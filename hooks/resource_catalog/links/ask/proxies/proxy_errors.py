"""Recognize the DNS error pages of forward proxies, so that unknown hosts are detected behind one.

Behind a proxy, hosts are resolved by the proxy, and “no such host” arrives as an HTTP response.
Some proxies say so in the text or in headers. For the others, the error page for a host under
``.invalid``, which never exists (RFC 2606), is fetched and compared.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
from dataclasses import replace

from resource_catalog.links.ask.fetch import Fetcher
from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge import phrases
from resource_catalog.links.url_parsing import ParsedUrl, parse_url

PROBE_HOST = "nothing-is-here-4f1c.invalid"

_ERROR_STATUSES = frozenset({404, 500, 502, 503, 504, 523, 530})
_NAMES_AND_NUMBERS = re.compile(rb"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|\d+", re.IGNORECASE)

Fingerprint = tuple[int | None, str, str]


class ProxyErrorDetector:
    """Detect error pages of the proxy that a fetcher uses."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._fingerprints: dict[str, asyncio.Future[Fingerprint | None]] = {}

    async def is_unknown_host(self, visit: Visit) -> bool:
        """Whether the response is the proxy's error page for a host that does not exist."""
        if not visit.via_proxy:
            return False
        tunnel_failed = visit.error == "proxy" and visit.status is not None
        if not tunnel_failed and (visit.error is not None or visit.status not in _ERROR_STATUSES):
            return False
        if tunnel_failed and visit.status in {403, 407, 451}:
            return False
        if visit.status != 404 and phrases.NO_SUCH_HOST.search(_error_text(visit).lower()):
            return True
        if visit.url.host == PROBE_HOST:
            return True
        expected = await self._unknown_host_fingerprint(visit.url.scheme)
        if expected is None or expected != fingerprint(visit):
            return False
        if not tunnel_failed:  # a real server does not answer alike on its home page
            root = replace(visit.url, path="/", query=None)
            return (
                root.request_url == visit.url.request_url
                or fingerprint(await self._fetcher.fetch_once(root)) == expected
            )
        http_url = ParsedUrl("http", visit.url.host, None, "/", None, "")
        return await self.is_unknown_host(await self._fetcher.fetch_once(http_url))

    async def _unknown_host_fingerprint(self, scheme: str) -> Fingerprint | None:
        future = self._fingerprints.get(scheme)
        if future is None:
            future = self._fingerprints[scheme] = asyncio.get_running_loop().create_future()
            seen: Fingerprint | None = None
            try:
                visit = await self._fetcher.fetch_once(parse_url(f"{scheme}://{PROBE_HOST}/"))
                answered = visit.error in {None, "proxy"} and (visit.status or 0) >= 400
                seen = fingerprint(visit) if answered else None
            finally:
                future.set_result(seen)
        return await future


def fingerprint(visit: Visit) -> Fingerprint:
    """Status, reason phrase and a hash of the body without names and numbers."""
    body = _NAMES_AND_NUMBERS.sub(b"", visit.body[:4000])
    return visit.status, visit.reason_phrase, hashlib.sha256(body).hexdigest() if body else ""


def _error_text(visit: Visit) -> str:
    headers = " ".join(
        visit.headers.get(name, "")
        for name in ("X-Squid-Error", "Proxy-Status", "X-Proxy-Error", "Via-Proxy-Error", "X-Error")
    )
    return f"{visit.reason_phrase} {headers} {visit.body[:4000].decode('utf-8', 'replace')}"
