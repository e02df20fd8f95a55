"""Forward proxies: what they mean when they answer in place of the server.

Behind a proxy nobody here looks names up, so “no such host” comes as an answer
of the proxy. Some say so in words or in headers. Others use one bare error
page: they are asked about a name under ``.invalid``, which by agreement never
exists, and an answer of the same shape is then taken to mean the same thing.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
from dataclasses import replace

from resource_catalog.links import phrases
from resource_catalog.links.fetch import Fetcher
from resource_catalog.links.spelling import Address, read
from resource_catalog.links.visit import Visit

NO_HOST = "nothing-is-here-4f1c.invalid"

_ERRORS = frozenset({404, 500, 502, 503, 504, 523, 530})
_NAMES = re.compile(rb"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|\d+", re.IGNORECASE)

Shape = tuple[int | None, str, str]


class Forward:
    """Understands the proxy that a fetcher asks through."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._shapes: dict[str, asyncio.Future[Shape | None]] = {}

    async def says_no_host(self, visit: Visit) -> bool:
        """Whether the proxy answered, and meant that the host does not exist."""
        if not visit.through_proxy:
            return False
        tunnel = visit.trouble == "proxy" and visit.status is not None
        if not tunnel and (visit.trouble is not None or visit.status not in _ERRORS):
            return False
        if tunnel and visit.status in {403, 407, 451}:
            return False
        if visit.status != 404 and phrases.NO_SUCH_HOST.search(_words(visit).lower()):
            return True
        if visit.address.host == NO_HOST:
            return True
        known = await self._shape_of_no_host(visit.address.scheme)
        if known is None or known != shape(visit):
            return False
        if not tunnel:  # a server of its own has more than one page
            root = replace(visit.address, path="/", query=None)
            return root.url == visit.address.url or shape(await self._fetcher.visit(root)) == known
        plain = Address("http", visit.address.host, None, "/", None, "")
        return await self.says_no_host(await self._fetcher.visit(plain))

    async def _shape_of_no_host(self, scheme: str) -> Shape | None:
        future = self._shapes.get(scheme)
        if future is None:
            future = self._shapes[scheme] = asyncio.get_running_loop().create_future()
            seen: Shape | None = None
            try:
                visit = await self._fetcher.visit(read(f"{scheme}://{NO_HOST}/"))
                answered = visit.trouble in {None, "proxy"} and (visit.status or 0) >= 400
                seen = shape(visit) if answered else None
            finally:
                future.set_result(seen)
        return await future


def shape(visit: Visit) -> Shape:
    """An answer without the names and numbers in it."""
    body = _NAMES.sub(b"", visit.body[:4000])
    return visit.status, visit.phrase, hashlib.sha256(body).hexdigest() if body else ""


def _words(visit: Visit) -> str:
    headers = " ".join(
        visit.headers.get(name, "")
        for name in ("X-Squid-Error", "Proxy-Status", "X-Proxy-Error", "Via-Proxy-Error", "X-Error")
    )
    return f"{visit.phrase} {headers} {visit.body[:4000].decode('utf-8', 'replace')}"
