"""Fetch a URL over HTTP: follow redirects, limit the rate and the size, retry once."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from types import TracebackType
from typing import Self

import aiohttp
from multidict import CIMultiDict
from yarl import URL

from resource_catalog.links.ask import ssrf_guard
from resource_catalog.links.ask.lenient_http import UnreadableResponseError, read_leniently
from resource_catalog.links.ask.missing_issuers import (
    MAX_CERTIFICATE_BYTES,
    is_missing_issuer,
    issuer_url,
    with_intermediate,
)
from resource_catalog.links.ask.network_errors import FetchError, classify_error
from resource_catalog.links.ask.proxies.forward_proxies import ForwardProxies
from resource_catalog.links.ask.rate_limit import REQUESTS_A_WEEK, RateLimiters
from resource_catalog.links.ask.request_headers import BROWSER_HEADERS, DEFAULT_HEADERS
from resource_catalog.links.ask.response_body import read_body, set_body
from resource_catalog.links.ask.retries import deserves_browser_headers, retry_delay
from resource_catalog.links.ask.settings import (
    CHAIN_TIMEOUT_FACTOR,
    MAX_REDIRECTS,
    PAGE_LIMIT,
    Settings,
)
from resource_catalog.links.ask.visit import REDIRECT_STATUSES, Redirect, Visit
from resource_catalog.links.url_parsing import (
    InvalidUrlError,
    ParsedUrl,
    join_url,
    parse_url,
)


class Fetcher:
    """HTTP client of the link checker, an async context manager."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._rate_limiters = RateLimiters(settings.per_host_rate, settings.per_host_parallel)
        self._forward_proxies = ForwardProxies(settings)
        self._default_headers = {**DEFAULT_HEADERS, "User-Agent": settings.user_agent}

    async def __aenter__(self) -> Self:
        settings = self._settings
        context = self._context = ssl_context(settings.ca_file)
        self._resolver = ssrf_guard.PublicOnlyResolver(settings.resolve, settings.allow_private)
        self._direct_session = _session(
            aiohttp.TCPConnector(
                resolver=self._resolver, ssl=context, limit=settings.parallel, keepalive_timeout=5
            )
        )
        self._proxy_session = _session(
            aiohttp.TCPConnector(ssl=context, limit=settings.parallel, keepalive_timeout=5)
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._direct_session.close()
        await self._proxy_session.close()
        await self._resolver.close()

    async def fetch(self, url: ParsedUrl, limit: int = PAGE_LIMIT) -> Visit:
        """Fetch a URL, with one retry after a temporary failure. ``limit`` is in bytes."""
        visit = await self.fetch_once(url, limit)
        delay = retry_delay(visit)
        if delay is not None:
            await asyncio.sleep(delay)
            visit = await self.fetch_once(url, limit)
        if deserves_browser_headers(visit):
            again = await self.fetch_once(url, limit, as_browser=True)
            if again.ok:
                return again
        return visit

    async def fetch_once(
        self, url: ParsedUrl, limit: int = PAGE_LIMIT, *, as_browser: bool = False
    ) -> Visit:
        """Fetch a URL without a retry, following redirects with an empty cookie jar."""
        visit = Visit(requested_url=url, url=url, as_browser=as_browser)
        await self.follow_redirects(visit, limit)
        return visit

    async def follow_redirects(self, visit: Visit, limit: int = PAGE_LIMIT) -> None:
        """Fetch ``visit.url`` and follow redirects from there, updating ``visit``.

        Errors are recorded in ``visit``, not raised.
        """
        jar = visit.cookie_jar = visit.cookie_jar or aiohttp.CookieJar(unsafe=True)
        seen: set[tuple[str, str]] = set()
        now = asyncio.get_running_loop().time
        deadline = now() + CHAIN_TIMEOUT_FACTOR * self._settings.timeout
        try:
            while True:
                if now() > deadline:
                    raise FetchError("timeout", "it did not answer in time")
                state = (visit.url.request_url, _cookie_header(jar, visit.url))
                if state in seen or len(visit.redirects) > MAX_REDIRECTS:
                    raise FetchError("loop", "it redirects in a circle")
                seen.add(state)
                location = await self._request(visit, jar, limit)
                if location is None:
                    return
                try:
                    target = join_url(visit.url, location)
                except InvalidUrlError as error:
                    raise FetchError(
                        "unsafe", f"it redirects to an address where {error}"
                    ) from error
                visit.redirects.append(Redirect(visit.status or 0, target))
                visit.url = target
        except FetchError as error:
            visit.error, visit.error_detail = error.kind, error.detail
            visit.status, visit.reason_phrase = error.status, error.reason_phrase
            visit.headers, visit.body = error.headers, b""

    async def _request(self, visit: Visit, jar: aiohttp.CookieJar, limit: int) -> str | None:
        """Make one request; return the redirect location, if any. Raises :class:`FetchError`.

        Where the strict client gives up on what browsers forgive, a second reading decides.
        """
        try:
            return await self._request_strictly(visit, jar, limit)
        except FetchError as failed:
            is_forgiven = failed.kind == "garbled" or is_missing_issuer(failed.detail)
            if visit.via_proxy or not is_forgiven:
                raise
            return await self._request_leniently(visit, jar, limit, failed)

    async def _request_strictly(
        self, visit: Visit, jar: aiohttp.CookieJar, limit: int
    ) -> str | None:
        url = visit.url
        if reason := ssrf_guard.unsafe_reason(url, self._settings.allow_private):
            raise FetchError(
                "unsafe", f"it redirects to an address: {reason}" if visit.redirects else reason
            )
        proxy = self._forward_proxies.for_url(url)
        visit.via_proxy = proxy is not None
        yarl_url = URL(url.request_url, encoded=True)
        session = self._direct_session if proxy is None else self._proxy_session
        timeout = self._settings.timeout
        limiter = self._rate_limiters.for_host(url.host)
        if limiter.started >= REQUESTS_A_WEEK:
            raise FetchError("postponed", "waits for its turn, as its host was asked enough")
        async with limiter.slot():
            try:
                async with asyncio.timeout(timeout):
                    response = await session.get(
                        yarl_url,
                        headers=BROWSER_HEADERS if visit.as_browser else self._default_headers,
                        cookies=jar.filter_cookies(yarl_url),
                        proxy=proxy,
                        allow_redirects=False,
                    )
            except Exception as error:
                raise classify_error(error) from error
            try:
                jar.update_cookies(response.cookies, yarl_url)
                visit.status, visit.reason_phrase = response.status, response.reason or ""
                visit.headers = response.headers
                location = response.headers.get("Location")
                if response.status in REDIRECT_STATUSES and location:
                    return location
                await read_body(visit, response, limit, timeout)
            finally:
                response.close()
        return None

    async def _request_leniently(
        self, visit: Visit, jar: aiohttp.CookieJar, limit: int, failed: FetchError
    ) -> str | None:
        """Read the response as browsers do; return the redirect location, if any.

        Raises ``failed`` if that does not work either.
        """
        url, yarl_url = visit.url, URL(visit.url.request_url, encoded=True)
        headers = dict(BROWSER_HEADERS if visit.as_browser else self._default_headers)
        if cookies := jar.filter_cookies(yarl_url):
            headers["Cookie"] = "; ".join(f"{n}={m.value}" for n, m in cookies.items())
        try:
            context = self._context
            if failed.kind == "tls":
                async with asyncio.timeout(self._settings.timeout):
                    context = await self._context_with_issuer(url)
            async with (
                self._rate_limiters.for_host(url.host).slot(),
                asyncio.timeout(self._settings.timeout),
            ):
                response = await read_leniently(url, headers, self._resolver, limit, context)
        except (OSError, UnreadableResponseError) as error:
            raise failed from error
        visit.status, visit.reason_phrase = response.status, response.reason_phrase
        visit.headers = response.headers
        jar.update_cookies(_cookies(response.headers), yarl_url)
        location = response.headers.get("Location")
        if response.status in REDIRECT_STATUSES and location:
            return location
        set_body(visit, response.body, limit, is_complete=response.is_complete)
        return None

    async def _context_with_issuer(self, url: ParsedUrl) -> ssl.SSLContext:
        """A TLS context with the intermediate certificate that the host of ``url`` names.

        Raises OSError if there is none.
        """
        context = ssl_context(self._settings.ca_file)
        try:
            async with self._rate_limiters.for_host(url.host).slot():
                place = parse_url(await issuer_url(url, self._resolver))
        except InvalidUrlError as error:
            raise OSError from error
        certificate = await self._certificate(place)
        if not with_intermediate(context, certificate):
            raise OSError
        return context

    async def _certificate(self, place: ParsedUrl) -> bytes:
        """What is at the address of a certificate. Raises OSError if that cannot be read."""
        for _ in range(MAX_REDIRECTS):
            if place.scheme != "http":  # https could ask for a missing certificate in turn
                break
            visit = Visit(requested_url=place, url=place)
            try:
                location = await self._request_strictly(
                    visit, aiohttp.CookieJar(), MAX_CERTIFICATE_BYTES
                )
                if location is None:
                    return visit.body if visit.ok else b""
                place = join_url(place, location)
            except (FetchError, InvalidUrlError) as error:
                raise OSError from error
        raise OSError


def ssl_context(ca_file: str | None = None) -> ssl.SSLContext:
    """A TLS context that trusts the system's, SSL_CERT_FILE's and ``ca_file``'s certificates."""
    context = ssl.create_default_context()
    context.options |= 0x4  # OP_LEGACY_SERVER_CONNECT: old servers that browsers still talk to
    if ca_file:
        context.load_verify_locations(cafile=str(Path(ca_file)))
    return context


def _cookies(headers: Mapping[str, str]) -> SimpleCookie:
    cookies = SimpleCookie()
    for text in CIMultiDict(headers).getall("Set-Cookie", []):
        with contextlib.suppress(CookieError):
            cookies.load(text)
    return cookies


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


def _cookie_header(jar: aiohttp.CookieJar, url: ParsedUrl) -> str:
    found = jar.filter_cookies(URL(url.request_url, encoded=True))
    return ";".join(sorted(f"{name}={morsel.value}" for name, morsel in found.items()))
