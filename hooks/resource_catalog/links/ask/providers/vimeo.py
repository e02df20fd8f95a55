"""Check whether a Vimeo video exists."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

from resource_catalog.links.ask.providers.oembed import Fetch, ProviderResult, oembed_check
from resource_catalog.links.ask.settings import PAGE_LIMIT
from resource_catalog.links.url_parsing import ParsedUrl

_ask = oembed_check(
    "Vimeo",
    "https://vimeo.com/api/oembed.json?url=",
    {
        404: ProviderResult("dead", "Vimeo says that it is gone"),
        403: ProviderResult("login", "the video is private"),
        401: ProviderResult("login", "the video is private"),
    },
)


async def check_vimeo(url: ParsedUrl, resource_url: str, fetch: Fetch) -> ProviderResult:
    """Ask oEmbed, and look at the page: a film that its maker hid is known to oEmbed alone."""
    result = await _ask(url, resource_url, fetch)
    if result.verdict != "ok":
        return result
    page = await fetch(url, PAGE_LIMIT)
    if page.error is None and page.status in {404, 410}:
        return ProviderResult("dead", "the maker of the film has hidden it", visit=page)
    return result


def vimeo_resource(url: ParsedUrl) -> str:
    """The canonical URL of the video at ``url``; empty if there is none."""
    if url.host not in {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}:
        return ""
    found = re.search(
        r"^/(?:video/|channels/[^/]+/|groups/[^/]+/videos/)?(\d{4,})(/[0-9a-f]{6,})?/?$",
        url.path,
    )
    if not found:
        return ""
    secret = found[2] or ""
    hash_parameter = parse_qs(url.query or "").get("h")
    if hash_parameter and not secret:
        secret = f"/{hash_parameter[0]}"
    return f"https://vimeo.com/{found[1]}{secret}"
