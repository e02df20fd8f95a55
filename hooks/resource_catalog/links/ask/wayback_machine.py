"""Find the newest good Wayback Machine capture of a page that is gone.

Uses the CDX API, which lists captures with their HTTP status; the availability API also returns
captures of error pages. A wrong copy is worse than none.
https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server
"""

from __future__ import annotations

import asyncio
import datetime
import json
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import aiohttp

from resource_catalog.links.ask.rate_limit import ARCHIVE_REQUESTS_PER_SECOND
from resource_catalog.links.ask.retries import retry_after
from resource_catalog.links.ask.settings import Settings
from resource_catalog.links.finding import Finding
from resource_catalog.links.target import Target
from resource_catalog.model.field_types import urls
from resource_catalog.model.ledger.link_ledger import LinkRecord, week_start

CDX_ENDPOINT = "https://web.archive.org/cdx/search/cdx"
REPLAY_PREFIX = "https://web.archive.org/web/"
MAX_CAPTURES = 12
"""How many captures of a URL are listed, newest first."""

MAX_CHECKED = 3
"""How many of them are fetched, where their content has to be checked."""

MAX_PAUSE = 120
"""The longest pause in seconds that is waited for; a longer one ends the search of this run."""

MAX_TRIES = 2

NEEDS_COPY = frozenset({"dead", "soft404", "transient", "tls", "drift", "parked", "login"})
"""Verdicts for which an archived copy is looked up."""

_STILL_ANSWERING = frozenset({"soft404", "drift", "parked", "login"})
"""Verdicts where the URL still returns status 200, so captures may show the wrong page too."""

_MAX_BYTES = 1_000_000
_TIMESTAMP = re.compile(r"[0-9]{14}")
_FIELDS = "timestamp,original,mimetype,statuscode"
_MEDIA_TYPES = {
    "html": ("text/html", "application/xhtml"),
    "pdf": ("application/pdf",),
    "image": ("image/",),
}

CheckTargets = Callable[[Sequence[Target], Settings], Awaitable[list[Finding]]]


@dataclass(frozen=True)
class Capture:
    """One row of a CDX response. ``timestamp`` is ``YYYYMMDDhhmmss``."""

    timestamp: str
    original_url: str
    media_type: str

    @property
    def day(self) -> datetime.date:
        """The day of the capture."""
        return datetime.date(
            int(self.timestamp[:4]), int(self.timestamp[4:6]), int(self.timestamp[6:8])
        )

    @property
    def replay_url(self) -> str:
        """The URL at which the capture is shown."""
        return f"{REPLAY_PREFIX}{self.timestamp}/{self.original_url}"


async def find_archived_urls(
    links: Iterable[tuple[Target, LinkRecord]],
    settings: Settings,
    check: CheckTargets,
    today: datetime.date,
    endpoint: str = CDX_ENDPOINT,
) -> dict[str, str]:
    """Map the URLs of links to those of archived copies, for the links that have a good one.

    ``check`` is the link checker, used on captures whose content has to be checked. A link whose
    captures cannot be listed because of a network error has no copy.
    """
    pace = _Pace()
    slow = replace(settings, per_host_rate=ARCHIVE_REQUESTS_PER_SECOND, per_host_parallel=1)
    timeout = aiohttp.ClientTimeout(total=settings.timeout * 2)
    found: dict[str, str] = {}

    async def one(session: aiohttp.ClientSession, target: Target, record: LinkRecord) -> None:
        async with pace.turn:
            cdx_json = await _query_cdx(session, target.url, settings.proxy, endpoint, pace)
            captures = matching_captures(cdx_json, target, record, today)
            if captures and needs_check(record, captures[0]):
                await pace.wait()
                captures = await _check_captures(captures[:MAX_CHECKED], target, slow, check)
            if captures:
                found[target.url] = captures[0].replay_url

    async with aiohttp.ClientSession(
        timeout=timeout,
        trust_env=settings.trust_env and not settings.proxy,
        headers={"User-Agent": settings.user_agent},
    ) as session:
        await asyncio.gather(*(one(session, target, record) for target, record in links))
    return found


def matching_captures(
    cdx_json: str, target: Target, record: LinkRecord, today: datetime.date
) -> list[Capture]:
    """The captures that may show the page of a link, newest first.

    Status, URL and media type are checked here too: a proxy or mirror may ignore the filter.
    Captures from after the first failed check are skipped where they may show another page.
    """
    last_day = _last_good_day(record, today)
    key = urls.same_address_key(target.url.partition("#")[0])
    captures = []
    for capture in _parse_captures(cdx_json):
        media_types = _MEDIA_TYPES.get(target.format)
        if urls.same_address_key(capture.original_url) != key or capture.day > last_day:
            continue
        if media_types and capture.media_type and not capture.media_type.startswith(media_types):
            continue
        captures.append(capture)
    return sorted(captures, key=lambda capture: capture.timestamp, reverse=True)


def needs_check(record: LinkRecord, capture: Capture) -> bool:
    """Whether the content of a capture must be checked: it is newer than the last good check."""
    if record.last_verdict not in _STILL_ANSWERING:
        return False
    return not record.last_ok or capture.day > week_start(record.last_ok)


def _last_good_day(record: LinkRecord, today: datetime.date) -> datetime.date:
    if record.last_verdict in _STILL_ANSWERING and record.last_ok:
        return record.missed or record.since
    return today


def _parse_captures(cdx_json: str) -> Iterable[Capture]:
    try:
        rows = json.loads(cdx_json) if cdx_json.strip() else []
    except ValueError:
        return
    if not isinstance(rows, list) or not rows or not isinstance(rows[0], list):
        return
    names = [str(name) for name in rows[0]]
    for row in rows[1:]:
        fields: dict[str, Any] = dict(zip(names, row, strict=False))
        timestamp, original_url = str(fields.get("timestamp", "")), str(fields.get("original", ""))
        media_type = str(fields.get("mimetype", ""))
        if str(fields.get("statuscode", "")) != "200" or not _TIMESTAMP.fullmatch(timestamp):
            continue
        if urls.why_not_followable(original_url) or media_type == "warc/revisit":
            continue
        try:
            datetime.datetime.strptime(timestamp, "%Y%m%d%H%M%S")
        except ValueError:
            continue
        yield Capture(timestamp, original_url, media_type.lower())


class _Pace:
    """One request at a time and a second to the archive, until it asks for a longer pause."""

    def __init__(self) -> None:
        self.turn = asyncio.Semaphore(1)
        self.is_over = False
        self._next = 0.0

    async def wait(self) -> None:
        """Wait until the next request is allowed."""
        now = asyncio.get_running_loop().time
        await asyncio.sleep(max(0.0, self._next - now()))
        self._next = now() + 1 / ARCHIVE_REQUESTS_PER_SECOND

    async def obey(self, headers: Mapping[str, str]) -> bool:
        """Wait as long as ``Retry-After`` says; whether another try makes sense in this run."""
        seconds = retry_after(headers)
        if seconds is None or seconds > MAX_PAUSE:
            self.is_over = True
            return False
        await asyncio.sleep(seconds)
        return True


async def _query_cdx(
    session: aiohttp.ClientSession, url: str, proxy: str | None, endpoint: str, pace: _Pace
) -> str:
    parameters = {
        "url": url.partition("#")[0],
        "output": "json",
        "fl": _FIELDS,
        "filter": "statuscode:200",
        "limit": f"-{MAX_CAPTURES}",
    }
    for _ in range(MAX_TRIES):
        if pace.is_over:
            return ""
        await pace.wait()
        try:
            async with session.get(endpoint, params=parameters, proxy=proxy) as response:
                if response.status in {429, 503}:
                    if await pace.obey(response.headers):
                        continue
                    return ""
                if response.status != 200:
                    return ""
                body = await response.content.read(_MAX_BYTES)
                while not response.content.at_eof() and len(body) < _MAX_BYTES:
                    body += await response.content.read(_MAX_BYTES - len(body))
                return body.decode("utf-8", "replace")
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            return ""
    return ""


async def _check_captures(
    captures: Sequence[Capture], target: Target, settings: Settings, check: CheckTargets
) -> list[Capture]:
    """The captures whose raw content the link checker finds good."""
    targets = [
        Target(
            url=f"{REPLAY_PREFIX}{capture.timestamp}id_/{capture.original_url}",
            title=target.title,
            format=target.format,
            known_title=target.known_title,
            known_type=target.known_type,
        )
        for capture in captures
    ]
    findings = await check(targets, settings)
    return [c for c, f in zip(captures, findings, strict=True) if f.verdict == "ok"]
