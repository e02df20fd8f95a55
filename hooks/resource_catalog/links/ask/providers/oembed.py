"""Check whether a resource exists through a provider's oEmbed endpoint (https://oembed.com)."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from resource_catalog.links.ask.settings import PAGE_LIMIT
from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.verdicts import Verdict
from resource_catalog.links.url_parsing import ParsedUrl, parse_url

Fetch = Callable[[ParsedUrl, int], Awaitable[Visit]]
"""Fetches a URL, reading at most so many bytes of the body."""


@dataclass(frozen=True, slots=True)
class ProviderResult:
    """What a provider's API returned about a resource."""

    verdict: Verdict
    reason: str
    title: str = ""
    visit: Visit | None = None


def oembed_check(
    name: str, endpoint: str, results: Mapping[int, ProviderResult]
) -> Callable[[ParsedUrl, str, Fetch], Awaitable[ProviderResult]]:
    """A check that queries an oEmbed endpoint; ``results`` maps its error statuses to results."""

    async def check(_: ParsedUrl, resource_url: str, fetch: Fetch) -> ProviderResult:
        visit = await fetch(parse_url(endpoint + quote(resource_url, safe="")), PAGE_LIMIT)
        if visit.error is not None or visit.status is None:
            return ProviderResult(
                "transient", f"{name} could not be asked: {visit.error_detail}", visit=visit
            )
        if visit.status == 200:
            try:
                data = json.loads(visit.body)
                title = str(data.get("title") or "")
            except (ValueError, AttributeError):
                return ProviderResult(
                    "unverified", f"{name} gave an answer that could not be read", visit=visit
                )
            return ProviderResult("ok", f"{name} knows it", title, visit)
        result = results.get(visit.status)
        if result is not None:
            return ProviderResult(result.verdict, result.reason, visit=visit)
        if visit.status == 429:
            return ProviderResult("blocked", f"{name} is asked too often", visit=visit)
        if visit.status >= 500:
            return ProviderResult(
                "transient", f"{name} has trouble of its own ({visit.status})", visit=visit
            )
        return ProviderResult("unverified", f"{name} does not say", visit=visit)

    return check
