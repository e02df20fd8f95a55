"""Reading: takes the beginning of an answer into a visit, and no more than is needed."""

from __future__ import annotations

import asyncio

import aiohttp

from resource_catalog.links.troubles import Failed
from resource_catalog.links.unpack import Unpacker
from resource_catalog.links.visit import Visit

PAGE = 256 * 1024
"""How much of a page is read, decompressed."""

DEEP_PAGE = 2 * 1024 * 1024
"""How much of a page is read to find a place in it."""

OTHER = 16 * 1024
"""How much is read of what is not a page: enough to tell what it is and that it comes."""

PICTURE = 64 * 1024
"""How much is read of a picture to learn its size."""


async def read_into(
    visit: Visit, answer: aiohttp.ClientResponse, limit: int, deadline: float
) -> None:
    """Read the beginning of the answer into the visit, as much as ``limit`` allows."""
    unpacker = Unpacker(answer.headers.get("Content-Encoding", ""))
    body = bytearray()
    visit.body = b""
    visit.complete = visit.broke_off = False
    if unpacker.foreign:
        return
    raw = 0
    try:
        async with asyncio.timeout(deadline):
            async for chunk in answer.content.iter_any():
                raw += len(chunk)
                body += unpacker.unpack(chunk, limit - len(body))
                visit.body = bytes(body[:limit])
                if len(body) >= limit or raw >= limit:
                    break
                if len(body) >= OTHER and limit >= PAGE and not _may_be_page(visit):
                    break
            else:
                visit.complete = True
    except TimeoutError:
        if not body:
            raise Failed("timeout", "it did not answer in time") from None
    except (aiohttp.ClientError, OSError) as error:
        if not body:
            raise Failed("reset", "it broke the connection off") from None
        # A page that ends sooner than announced is shown as it is; a file would be damaged.
        ended = isinstance(error, aiohttp.ClientPayloadError) and not _was_reset(error)
        visit.broke_off = not (ended and visit.is_html)
        visit.complete = not visit.broke_off
    visit.body = bytes(body[:limit])


def _was_reset(error: BaseException) -> bool:
    cause = error.__cause__ or error.__context__
    return isinstance(error, ConnectionError) or (cause is not None and _was_reset(cause))


def _may_be_page(visit: Visit) -> bool:
    return visit.is_html or visit.content_type in {"", "application/json", "text/plain"}
