"""A forward proxy on loopback that keeps another program's requests out of private networks.

LinkChecker follows redirects without looking where they lead. Behind this proxy each address that
it asks for, also after a redirect, passes the same guard as our own requests, and the connection
is made to the address that was checked. Behind a further proxy only the address as written can be
checked, as with our own requests.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import re
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from http import HTTPStatus
from threading import Thread
from urllib.parse import unquote, urlsplit

from resource_catalog.links.ask import ssrf_guard
from resource_catalog.links.ask.fetch import ssl_context
from resource_catalog.links.ask.proxies.forward_proxies import ForwardProxies
from resource_catalog.links.ask.settings import Settings
from resource_catalog.links.url_parsing import InvalidUrlError, ParsedUrl, parse_url
from resource_catalog.model.field_types.urls import DEFAULT_PORTS

MAX_HEAD_BYTES = 256 * 1024
_BLOCK_BYTES = 64 * 1024
_OF_THE_CONNECTION = frozenset({"connection", "keep-alive", "host", "te", "upgrade", "trailer"})
"""Request headers that are not passed on, beside those that begin with ``Proxy-``."""

_PERSISTENCE_HEADERS = re.compile(
    rb"\r\n(?:connection|keep-alive|proxy-connection)[ \t]*:[^\r\n]*", re.IGNORECASE
)
_END_OF_HEAD = b"\r\n\r\n"


class _RefusedError(Exception):
    """The request is not passed on."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status


@dataclass
class _Running:
    """The proxy in its thread."""

    port: int
    loop: asyncio.AbstractEventLoop
    stopped: asyncio.Event


@contextlib.contextmanager
def guarding_proxy(settings: Settings) -> Iterator[str]:
    """Run the proxy in a thread of its own while the context is open; yields its URL.

    Raises OSError if this machine does not let it listen.
    """
    ready: Future[_Running] = Future()
    thread = Thread(target=lambda: asyncio.run(_run(settings, ready)), daemon=True)
    thread.start()
    running = ready.result()
    try:
        yield f"http://127.0.0.1:{running.port}"
    finally:
        running.loop.call_soon_threadsafe(running.stopped.set)
        thread.join()


async def _run(settings: Settings, ready: Future[_Running]) -> None:
    proxy = _GuardingProxy(settings)
    try:
        server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0, limit=MAX_HEAD_BYTES)
    except OSError as error:
        ready.set_exception(error)
        return
    stopped = asyncio.Event()
    port = server.sockets[0].getsockname()[1]
    ready.set_result(_Running(port, asyncio.get_running_loop(), stopped))
    await stopped.wait()
    server.close()
    await proxy.stop()


class _GuardingProxy:
    """Serves one request for each connection."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._forward_proxies = ForwardProxies(settings)
        self.resolver = ssrf_guard.PublicOnlyResolver(settings.resolve, settings.allow_private)
        self._serving: set[asyncio.Task[None] | None] = set()

    async def stop(self) -> None:
        """Answer nobody any more: connections that are open, such as tunnels, end here."""
        serving = [task for task in self._serving if task]
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving)
        await self.resolver.close()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one client."""
        task = asyncio.current_task()
        self._serving.add(task)
        try:
            await self._answer(reader, writer)
        except _RefusedError as refused:
            reason = str(refused).encode("ascii", "replace").decode()
            writer.write(
                f"HTTP/1.1 {refused.status.value} {reason}\r\nContent-Type: text/plain\r\n"
                f"Content-Length: {len(reason)}\r\nConnection: close\r\n\r\n{reason}".encode()
            )
            with contextlib.suppress(OSError):
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # one of the two sides has gone
        except asyncio.CancelledError:
            pass  # the proxy stops; a server of streams takes a task that was canceled for a fault
        finally:
            self._serving.discard(task)
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(_END_OF_HEAD)).decode("latin-1")
        request, *headers = head.removesuffix("\r\n\r\n").split("\r\n")
        method, target, *_version = [*request.split(" "), "", ""]
        if method not in ("GET", "HEAD", "CONNECT"):
            raise _RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, "Only pages are asked for")
        is_tunnel = method == "CONNECT"
        url = self._guarded(f"https://{target}/" if is_tunnel else target)
        proxy = self._forward_proxies.for_url(url)
        far_reader, far_writer = await self._connect(url, proxy)
        try:
            if is_tunnel and proxy is None:
                writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            elif is_tunnel:
                place = url.netloc if url.port else f"{url.netloc}:{DEFAULT_PORTS['https']}"
                lines = [f"CONNECT {place} HTTP/1.1", f"Host: {place}"]
                far_writer.write(_head([*lines, *_credentials(proxy)]))
            else:
                where = url.request_url if proxy else url.request_url.removeprefix(url.origin)
                lines = [f"{method} {where} HTTP/1.1", f"Host: {url.netloc}", "Connection: close"]
                lines += [line for line in headers if _is_passed_on(line)]
                far_writer.write(_head([*lines, *_credentials(proxy)]))
            if is_tunnel:
                await asyncio.gather(_copy(reader, far_writer), _copy(far_reader, writer))
            else:
                await _copy_response(far_reader, writer)
        finally:
            far_writer.close()

    def _guarded(self, target: str) -> ParsedUrl:
        try:
            url = parse_url(target)
        except InvalidUrlError as error:
            raise _RefusedError(HTTPStatus.BAD_REQUEST, f"Not asked for: {error}") from error
        if reason := ssrf_guard.unsafe_reason(url, self._settings.allow_private):
            raise _RefusedError(HTTPStatus.FORBIDDEN, f"Not asked for: {reason}")
        return url

    async def _connect(
        self, url: ParsedUrl, proxy: str | None
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        try:
            async with asyncio.timeout(self._settings.timeout):
                if proxy is not None:
                    return await self._connect_to_proxy(proxy)
                port = url.port or DEFAULT_PORTS[url.scheme]
                address = (await self.resolver.resolve(url.host, port))[0]
                return await asyncio.open_connection(
                    address["host"], address["port"], limit=MAX_HEAD_BYTES
                )
        except ssrf_guard.PrivateAddressError as error:
            raise _RefusedError(HTTPStatus.FORBIDDEN, f"Not asked for: {error}") from error
        except TimeoutError as error:
            raise _RefusedError(HTTPStatus.GATEWAY_TIMEOUT, "No answer in time") from error
        except (OSError, UnicodeError) as error:
            raise _RefusedError(HTTPStatus.BAD_GATEWAY, "No connection could be made") from error

    async def _connect_to_proxy(
        self, proxy: str
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        parts = urlsplit(proxy)
        secure = parts.scheme == "https"
        return await asyncio.open_connection(
            parts.hostname,
            parts.port or DEFAULT_PORTS["https" if secure else "http"],
            limit=MAX_HEAD_BYTES,
            ssl=ssl_context(self._settings.ca_file) if secure else None,
        )


def _is_passed_on(header: str) -> bool:
    name = header.partition(":")[0].strip().lower()
    return name not in _OF_THE_CONNECTION and not name.startswith("proxy-")


def _credentials(proxy: str | None) -> list[str]:
    """The header with the name and password that the URL of a proxy holds."""
    parts = urlsplit(proxy or "")
    if not parts.username:
        return []
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return [f"Proxy-Authorization: Basic {base64.b64encode(pair.encode()).decode()}"]


def _head(lines: list[str]) -> bytes:
    return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while block := await reader.read(_BLOCK_BYTES):
        writer.write(block)
        await writer.drain()
    if writer.can_write_eof():
        writer.write_eof()


async def _copy_response(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Pass a response on, and say that no other follows on the same connection."""
    try:
        head = await reader.readuntil(_END_OF_HEAD)
        fields = _PERSISTENCE_HEADERS.sub(b"", head.removesuffix(_END_OF_HEAD))
        writer.write(fields + b"\r\nConnection: close" + _END_OF_HEAD)
    except asyncio.IncompleteReadError as error:
        writer.write(error.partial)
    await _copy(reader, writer)
