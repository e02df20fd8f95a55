"""Read the beginning of a response body, up to a size limit."""

from __future__ import annotations

import asyncio

import aiohttp

from resource_catalog.links.ask.decompress import Decompressor
from resource_catalog.links.ask.network_errors import FetchError
from resource_catalog.links.ask.settings import NON_PAGE_LIMIT, PAGE_LIMIT
from resource_catalog.links.ask.visit import Visit


async def read_body(
    visit: Visit, response: aiohttp.ClientResponse, limit: int, timeout: float
) -> None:
    """Read at most ``limit`` bytes of the body into ``visit``, for at most ``timeout`` seconds.

    Raises :class:`FetchError` if nothing arrives.
    """
    decompressor = Decompressor(response.headers.get("Content-Encoding", ""))
    body = bytearray()
    visit.body = b""
    visit.complete = visit.was_cut_off = False
    if decompressor.is_unsupported:
        return
    received = 0
    try:
        async with asyncio.timeout(timeout):
            async for chunk in response.content.iter_any():
                received += len(chunk)
                body += decompressor.decompress(chunk, limit - len(body))
                visit.body = bytes(body[:limit])
                if len(body) >= limit or received >= limit:
                    break
                if len(body) >= NON_PAGE_LIMIT and limit >= PAGE_LIMIT and not _may_be_page(visit):
                    break
            else:
                visit.complete = True
    except TimeoutError:
        if not body:
            raise FetchError("timeout", "it did not answer in time") from None
    except (aiohttp.ClientError, OSError) as error:
        if not body and isinstance(error, aiohttp.ClientPayloadError) and not _was_reset(error):
            raise FetchError("garbled", "it broke the connection off") from None
        if not body:
            raise FetchError("reset", "it broke the connection off") from None
        # Browsers show a page shorter than its Content-Length; a file would be damaged.
        ended_early = isinstance(error, aiohttp.ClientPayloadError) and not _was_reset(error)
        visit.was_cut_off = not (ended_early and visit.is_html)
        visit.complete = not visit.was_cut_off
    visit.body = bytes(body[:limit])


def set_body(visit: Visit, raw: bytes, limit: int, *, is_complete: bool) -> None:
    """Decompress a body that was read already into ``visit``."""
    decompressor = Decompressor(visit.headers.get("Content-Encoding", ""))
    visit.body, visit.complete, visit.was_cut_off = b"", False, False
    if not decompressor.is_unsupported:
        visit.body = bytes(decompressor.decompress(raw, limit)[:limit])
        visit.complete = is_complete and len(visit.body) < limit


def _was_reset(error: BaseException) -> bool:
    cause = error.__cause__ or error.__context__
    return isinstance(error, ConnectionError) or (cause is not None and _was_reset(cause))


def _may_be_page(visit: Visit) -> bool:
    return visit.is_html or visit.content_type in {"", "application/json", "text/plain"}
