"""Read a response once more the way browsers do, where the strict HTTP client gives up on it.

Used for responses that aiohttp refuses (a header line without a colon, over 128 headers, bytes
after the body), and for servers that forget their intermediate certificate. It is safe because it
makes the same request to an address from the same guarded resolver, reads no more than the same
limits, and takes from the response only what a response is judged by. It never decides where two
readings of one response are possible: two lengths that differ are refused, as browsers refuse them.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp.abc import AbstractResolver
from multidict import CIMultiDict

from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model.field_types.urls import DEFAULT_PORTS

MAX_HEAD_BYTES = 256 * 1024
MAX_HEAD_LINES = 1000
"""Browsers allow this much for the status line and the headers."""

_STATUS_LINE = re.compile(rb"HTTP/(\d)(?:\.(\d))?[ \t]+(\d{3})(?:[ \t]+(.*))?")


class UnreadableResponseError(Exception):
    """A browser could not read the response either."""


@dataclass(frozen=True, slots=True)
class LenientResponse:
    """A response; ``body`` is not decompressed and cut at the limit."""

    status: int
    reason_phrase: str
    headers: CIMultiDict[str]
    body: bytes
    is_complete: bool


async def read_leniently(
    url: ParsedUrl,
    headers: Mapping[str, str],
    resolver: AbstractResolver,
    limit: int,
    context: ssl.SSLContext,
) -> LenientResponse:
    """Request a URL directly. Raises :class:`UnreadableResponseError`, OSError or TimeoutError.

    The resolver raises for hosts in private networks; the connection is made to the IP address
    that it returned.
    """
    port = url.port or DEFAULT_PORTS[url.scheme]
    address = (await resolver.resolve(url.host, port))[0]
    secure = url.scheme == "https"
    reader, writer = await asyncio.open_connection(
        address["host"],
        address["port"],
        limit=MAX_HEAD_BYTES,
        ssl=context if secure else None,
        server_hostname=url.host if secure else None,
    )
    try:
        target = url.path + ("" if url.query is None else f"?{url.query}")
        lines = [f"GET {target} HTTP/1.1", f"Host: {url.netloc}", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        writer.write("\r\n".join([*lines, "", ""]).encode("latin-1", "replace"))
        await writer.drain()
        status, reason, found = await _read_head(reader)
        body, is_complete = await _read_body(reader, found, limit)
        return LenientResponse(status, reason, found, body, is_complete)
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError) as error:
        raise UnreadableResponseError from error
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            writer.transport.abort()


async def _read_head(reader: asyncio.StreamReader) -> tuple[int, str, CIMultiDict[str]]:
    size = 0
    first = await reader.readline()
    found = _STATUS_LINE.match(first.strip())
    if not found:
        raise UnreadableResponseError
    headers: CIMultiDict[str] = CIMultiDict()
    last = ""
    lines = 0
    while line := await reader.readline():
        size += len(line)
        lines += 1
        if size > MAX_HEAD_BYTES or lines > MAX_HEAD_LINES:
            raise UnreadableResponseError
        text = line.rstrip(b"\r\n").decode("utf-8", "surrogateescape")
        if not text:
            break
        name, colon, value = text.partition(":")
        if text[0] in " \t" and last:  # a value folded over two lines
            values = headers.popall(last)
            headers.extend([(last, one) for one in values[:-1]])
            headers.add(last, f"{values[-1]} {text.strip()}")
        elif colon and name.strip():
            last = name.strip()
            headers.add(last, value.strip())
        # A line without a colon is passed over, as browsers do.
    reason = (found[4] or b"").decode("latin-1")
    return int(found[3]), reason, headers


async def _read_body(
    reader: asyncio.StreamReader, headers: CIMultiDict[str], limit: int
) -> tuple[bytes, bool]:
    if "chunked" in headers.get("Transfer-Encoding", "").lower():
        return await _read_chunks(reader, limit)
    lengths = {length.strip() for length in headers.getall("Content-Length", [])}
    if len(lengths) > 1:
        raise UnreadableResponseError  # browsers refuse it too
    length = next(iter(lengths), "")
    announced = int(length) if length.isdecimal() else None
    body = bytearray()
    wanted = limit if announced is None else min(limit, announced)
    while len(body) < wanted and (block := await reader.read(wanted - len(body))):
        body += block
    if announced and not body:
        raise UnreadableResponseError
    return bytes(body), len(body) < limit


async def _read_chunks(reader: asyncio.StreamReader, limit: int) -> tuple[bytes, bool]:
    body = bytearray()
    while len(body) < limit:
        size = (await reader.readline()).partition(b";")[0].strip()
        if not re.fullmatch(rb"[0-9a-fA-F]{1,8}", size):
            return bytes(body), True  # browsers show what came before
        if int(size, 16) == 0:
            return bytes(body), True
        try:
            body += await reader.readexactly(min(int(size, 16), limit - len(body)))
        except asyncio.IncompleteReadError as error:
            return bytes(body + error.partial), True
        await reader.readline()
    return bytes(body), False
