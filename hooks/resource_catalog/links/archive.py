"""Archive: the newest good capture of a lost page in the Wayback Machine, or none.

Asked through the CDX API, which lists captures with their status; the availability API hands out
captures of error pages as well. A wrong copy is worse than none.
https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server
"""

from __future__ import annotations

import asyncio
import datetime
import json
import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp

from resource_catalog import urls
from resource_catalog.links.ledger import LinkRecord, week_start
from resource_catalog.links.targets import Finding, Settings, Target

ENDPOINT = "https://web.archive.org/cdx/search/cdx"
COPIES = "https://web.archive.org/web/"
NEWEST = 12
"""How many captures are looked at, newest first."""

TRIED = 3
"""How many of them are opened, when opening them is needed."""

WANTED = frozenset({"dead", "soft404", "transient", "tls", "drift", "parked", "login"})
"""Verdicts after which a reader needs a copy."""

_DOUBTFUL = frozenset({"soft404", "drift", "parked", "login"})
"""Here the address goes on answering with status 200, so captures may show what is there now."""

_MAX_BYTES = 1_000_000
_PARALLEL = 2
_STAMP = re.compile(r"[0-9]{14}")
_FIELDS = "timestamp,original,mimetype,statuscode"
_TYPES = {
    "html": ("text/html", "application/xhtml"),
    "pdf": ("application/pdf",),
    "image": ("image/",),
}

Check = Callable[[Sequence[Target], Settings], Awaitable[list[Finding]]]


@dataclass(frozen=True)
class Capture:
    """One line of the list of captures."""

    stamp: str
    original: str
    kind: str

    @property
    def day(self) -> datetime.date:
        """The day it was taken."""
        return datetime.date(int(self.stamp[:4]), int(self.stamp[4:6]), int(self.stamp[6:8]))

    @property
    def url(self) -> str:
        """Where a reader finds it."""
        return f"{COPIES}{self.stamp}/{self.original}"


async def copies(
    wanted: Iterable[tuple[Target, LinkRecord]],
    settings: Settings,
    check: Check,
    today: datetime.date,
    endpoint: str = ENDPOINT,
) -> dict[str, str]:
    """The address of a copy for each of the links that has a good one.

    A network that does not let us through is no reason to fail: there is no copy then.
    """
    limit = asyncio.Semaphore(_PARALLEL)
    timeout = aiohttp.ClientTimeout(total=settings.timeout * 2)
    found: dict[str, str] = {}

    async def one(session: aiohttp.ClientSession, target: Target, record: LinkRecord) -> None:
        async with limit:
            text = await _listed(session, target.url, settings.proxy, endpoint)
            good = candidates(text, target, record, today)
            if good and needs_opening(record, good[0]):
                good = await _opened(good[:TRIED], target, settings, check)
            if good:
                found[target.url] = good[0].url

    async with aiohttp.ClientSession(
        timeout=timeout,
        trust_env=settings.trust_env and not settings.proxy,
        headers={"User-Agent": settings.user_agent},
    ) as session:
        await asyncio.gather(*(one(session, target, record) for target, record in wanted))
    return found


def candidates(
    text: str, target: Target, record: LinkRecord, today: datetime.date
) -> list[Capture]:
    """The captures that may show what the link promised, newest first.

    Status, address and kind are looked at once more: a proxy or a mirror may
    not have understood the filter. Nothing is taken from after the page was
    first missed, for by then it may have been something else.
    """
    last = _last_good_day(record, today)
    key = urls.same_address_key(target.url.partition("#")[0])
    found = []
    for capture in _captures(text):
        wanted = _TYPES.get(target.format)
        if urls.same_address_key(capture.original) != key or capture.day > last:
            continue
        if wanted and capture.kind and not capture.kind.startswith(wanted):
            continue
        found.append(capture)
    return sorted(found, key=lambda capture: capture.stamp, reverse=True)


def needs_opening(record: LinkRecord, capture: Capture) -> bool:
    """Whether only a look at the capture can tell that it shows the right thing."""
    if record.last_verdict not in _DOUBTFUL:
        return False
    return not record.last_ok or capture.day > week_start(record.last_ok)


def _last_good_day(record: LinkRecord, today: datetime.date) -> datetime.date:
    if record.last_verdict in _DOUBTFUL and record.last_ok:
        return record.missed or record.since
    return today


def _captures(text: str) -> Iterable[Capture]:
    try:
        rows = json.loads(text) if text.strip() else []
    except ValueError:
        return
    if not isinstance(rows, list) or not rows or not isinstance(rows[0], list):
        return
    names = [str(name) for name in rows[0]]
    for row in rows[1:]:
        fields: dict[str, Any] = dict(zip(names, row, strict=False))
        stamp, original = str(fields.get("timestamp", "")), str(fields.get("original", ""))
        kind = str(fields.get("mimetype", ""))
        if str(fields.get("statuscode", "")) != "200" or not _STAMP.fullmatch(stamp):
            continue
        if urls.why_not_followable(original) or kind == "warc/revisit":
            continue
        try:
            datetime.datetime.strptime(stamp, "%Y%m%d%H%M%S")
        except ValueError:
            continue
        yield Capture(stamp, original, kind.lower())


async def _listed(
    session: aiohttp.ClientSession, url: str, proxy: str | None, endpoint: str
) -> str:
    asked = {
        "url": url.partition("#")[0],
        "output": "json",
        "fl": _FIELDS,
        "filter": "statuscode:200",
        "limit": f"-{NEWEST}",
    }
    try:
        async with session.get(endpoint, params=asked, proxy=proxy) as answer:
            if answer.status != 200:
                return ""
            body = await answer.content.read(_MAX_BYTES)
            while not answer.content.at_eof() and len(body) < _MAX_BYTES:
                body += await answer.content.read(_MAX_BYTES - len(body))
            return body.decode("utf-8", "replace")
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return ""


async def _opened(
    captures: Sequence[Capture], target: Target, settings: Settings, check: Check
) -> list[Capture]:
    """Those of some captures that show the right page."""
    raw = [
        Target(
            url=f"{COPIES}{capture.stamp}id_/{capture.original}",
            title=target.title,
            format=target.format,
            known_title=target.known_title,
            known_type=target.known_type,
        )
        for capture in captures
    ]
    findings = await check(raw, settings)
    return [c for c, f in zip(captures, findings, strict=True) if f.verdict == "ok"]
