"""Fetching: asks one address politely, follows its redirects, and reads no more than it needs."""

from __future__ import annotations

import asyncio
import re
import ssl
import urllib.request
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

from resource_catalog.links import guard
from resource_catalog.links.pace import Paces
from resource_catalog.links.reading import PAGE, read_into
from resource_catalog.links.spelling import Address, Unreadable, join
from resource_catalog.links.targets import Settings
from resource_catalog.links.troubles import Failed, named
from resource_catalog.links.visit import REDIRECTS, Hop, Visit

MAX_REDIRECTS = 20

PATIENCE = 2
"""How many times the time for one answer a whole chain of redirects may take."""

FEW_SECONDS = 10
"""The longest ``Retry-After`` that is waited for."""

PAUSE = 0.6
"""Seconds before a second attempt at a server that has trouble."""

TRY_AS_BROWSER = frozenset({400, 403, 404, 405, 406, 410, 418, 999})
"""Answers that some servers give to programs only. They are asked once more, as a browser asks."""

BROWSER = {
    "User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
    "(KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
    "image/apng,*/*;q=0.8",
    "Accept-Language": "en-US,en;q=0.9",
    "Accept-Encoding": "gzip, deflate",
    "Upgrade-Insecure-Requests": "1",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Site": "none",
    "Sec-Fetch-User": "?1",
}


class Fetcher:
    """Asks addresses for as long as it is open (``async with``)."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._paces = Paces(settings.per_host_rate, settings.per_host_parallel)
        self._proxies = _proxies(settings)
        self._plain = {
            "User-Agent": settings.user_agent,
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
            "Accept-Language": "en-US,en;q=0.9",
            "Accept-Encoding": "gzip, deflate",
        }

    async def __aenter__(self) -> Self:
        settings = self._settings
        context = trust(settings.ca_file)
        self._resolver = guard.GuardedResolver(settings.resolve, settings.allow_private)
        self._direct = _session(
            aiohttp.TCPConnector(
                resolver=self._resolver, ssl=context, limit=settings.parallel, keepalive_timeout=5
            )
        )
        self._by_proxy = _session(
            aiohttp.TCPConnector(ssl=context, limit=settings.parallel, keepalive_timeout=5)
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._direct.close()
        await self._by_proxy.close()
        await self._resolver.close()

    async def ask(self, address: Address, limit: int = PAGE) -> Visit:
        """Visit an address; where that fails, politely once more."""
        visit = await self.visit(address, limit)
        wait = _worth_waiting(visit)
        if wait is not None:
            await asyncio.sleep(wait)
            visit = await self.visit(address, limit)
        if visit.status in TRY_AS_BROWSER or visit.trouble == "loop":
            again = await self.visit(address, limit, as_browser=True)
            if again.good:
                return again
        return visit

    async def visit(
        self, address: Address, limit: int = PAGE, *, as_browser: bool = False
    ) -> Visit:
        """Ask once and follow redirects, with a fresh set of cookies."""
        visit = Visit(asked=address, address=address, as_browser=as_browser)
        await self.go_on(visit, limit)
        return visit

    async def go_on(self, visit: Visit, limit: int = PAGE) -> None:
        """Ask where the visit now stands and follow redirects from there."""
        jar = visit.jar = visit.jar or aiohttp.CookieJar(unsafe=True)
        seen: set[tuple[str, str]] = set()
        now = asyncio.get_running_loop().time
        ends = now() + PATIENCE * self._settings.timeout
        try:
            while True:
                if now() > ends:
                    raise Failed("timeout", "it did not answer in time")
                state = (visit.address.url, _cookies(jar, visit.address))
                if state in seen or len(visit.hops) > MAX_REDIRECTS:
                    raise Failed("loop", "it redirects in a circle")
                seen.add(state)
                location = await self._get(visit, jar, limit)
                if location is None:
                    return
                try:
                    target = join(visit.address, location)
                except Unreadable as error:
                    raise Failed("unsafe", f"it redirects to an address where {error}") from error
                visit.hops.append(Hop(visit.status or 0, target))
                visit.address = target
        except Failed as trouble:
            visit.trouble, visit.detail = trouble.kind, trouble.detail
            visit.status, visit.phrase = trouble.status, trouble.phrase
            visit.headers, visit.body = trouble.headers, b""

    async def _get(self, visit: Visit, jar: aiohttp.CookieJar, limit: int) -> str | None:
        """Ask one address; gives where it redirects to, if it does."""
        address = visit.address
        if why := guard.why_unsafe(address, self._settings.allow_private):
            raise Failed("unsafe", f"it redirects to an address: {why}" if visit.hops else why)
        proxy = self.proxy_for(address)
        visit.through_proxy = proxy is not None
        url = URL(address.url, encoded=True)
        session = self._direct if proxy is None else self._by_proxy
        deadline = self._settings.timeout
        async with self._paces.of(address.host).turn():
            try:
                async with asyncio.timeout(deadline):
                    answer = await session.get(
                        url,
                        headers=BROWSER if visit.as_browser else self._plain,
                        cookies=jar.filter_cookies(url),
                        proxy=proxy,
                        allow_redirects=False,
                    )
            except Exception as error:
                raise named(error) from error
            try:
                jar.update_cookies(answer.cookies, url)
                visit.status, visit.phrase = answer.status, answer.reason or ""
                visit.headers = answer.headers
                location = answer.headers.get("Location")
                if answer.status in REDIRECTS and location:
                    return location
                await read_into(visit, answer, limit, deadline)
            finally:
                answer.close()
        return None

    def proxy_for(self, address: Address) -> str | None:
        """The proxy that an address is asked through."""
        if self._settings.proxy:
            return _with_scheme(self._settings.proxy)
        proxy = self._proxies.get(address.scheme) or self._proxies.get("all")
        if not proxy or urllib.request.proxy_bypass(address.netloc):
            return None
        return _with_scheme(proxy)


def trust(ca_file: str | None = None) -> ssl.SSLContext:
    """What certificates are held to be good: the system's, SSL_CERT_FILE's and those named."""
    context = ssl.create_default_context()
    context.options |= 0x4  # OP_LEGACY_SERVER_CONNECT: old servers that browsers still talk to
    if ca_file:
        context.load_verify_locations(cafile=str(Path(ca_file)))
    return context


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the server asks to wait; a date counts from the date of the answer."""
    text = headers.get("Retry-After", "").strip()
    if not text:
        return None
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    try:
        until, now = parsedate_to_datetime(text), parsedate_to_datetime(headers.get("Date", ""))
        return max(0.0, (until - now).total_seconds())
    except (TypeError, ValueError):
        return float("inf")


def _worth_waiting(visit: Visit) -> float | None:
    """Seconds after which to ask once more, if that may help."""
    if visit.trouble is not None:
        return PAUSE if visit.trouble in {"reset", "timeout", "unreachable", "garbled"} else None
    if visit.broke_off:
        return PAUSE
    if visit.status is None or not (visit.status >= 500 or visit.status in {408, 425, 429}):
        return None
    if visit.status == 999:
        return None
    asked = retry_after(visit.headers)
    if asked is None:
        return PAUSE
    return max(asked, PAUSE) if asked <= FEW_SECONDS else None


def _session(connector: aiohttp.TCPConnector) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=None, sock_read=None),
        auto_decompress=False,
        read_bufsize=16 * 1024,
        max_line_size=64 * 1024,
        max_field_size=64 * 1024,
    )


def _proxies(settings: Settings) -> dict[str, str]:
    return urllib.request.getproxies_environment() if settings.trust_env else {}


def _with_scheme(proxy: str) -> str:
    return proxy if "://" in proxy else f"http://{proxy}"


def _cookies(jar: aiohttp.CookieJar, address: Address) -> str:
    found = jar.filter_cookies(URL(address.url, encoded=True))
    return ";".join(sorted(f"{name}={morsel.value}" for name, morsel in found.items()))
