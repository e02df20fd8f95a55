"""Providers that say over oEmbed whether they have something, one row each.

A new one is a row here and an example in tests/links/providers.yml. Endpoints are those that the
list of https://oembed.com names (Mixcloud’s is that of its own documentation). None of these
answers was seen live, so a provider that says “404” is believed only where its page is gone too,
unless its pages are alike for any address.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from resource_catalog.links.ask.providers.oembed import Fetch, ProviderResult, oembed_check
from resource_catalog.links.ask.settings import PAGE_LIMIT
from resource_catalog.links.url_parsing import ParsedUrl

Check = Callable[[ParsedUrl, str, Fetch], Awaitable[ProviderResult]]


@dataclass(frozen=True)
class OembedProvider:
    """One row: ``resource`` matches host and path, its group ``path`` is what to ask for.

    ``origin`` is that of the address that is asked for, ``endpoint`` ends with ``url=``. With
    ``pages_are_alike`` the endpoint alone decides.
    """

    name: str
    resource: str
    origin: str
    endpoint: str
    pages_are_alike: bool = False

    def resource_url(self, url: ParsedUrl) -> str:
        """The canonical URL of the resource at ``url``; empty if there is none."""
        found = re.fullmatch(self.resource, f"{url.host}{url.path}")
        return f"{self.origin}{found['path']}" if found else ""

    @property
    def check(self) -> Check:
        """The check of a resource."""
        gone = ProviderResult("dead", f"{self.name} says that it is gone")
        ask = oembed_check(self.name, self.endpoint, {404: gone, 410: gone})

        async def confirmed(url: ParsedUrl, resource_url: str, fetch: Fetch) -> ProviderResult:
            result = await ask(url, resource_url, fetch)
            if result.verdict != "dead" or self.pages_are_alike:
                return result
            page = await fetch(url, PAGE_LIMIT)
            if page.error is None and page.status in {404, 410}:
                return result
            return ProviderResult("unverified", f"{self.name} does not say", visit=result.visit)

        return confirmed


OEMBED_PROVIDERS: tuple[OembedProvider, ...] = (
    OembedProvider(
        "Spotify",
        r"open\.spotify\.com(?:/intl-\w+)?(?P<path>/(?:episode|show|track|album|playlist|artist)/\w+)/?",
        "https://open.spotify.com",
        "https://open.spotify.com/oembed?url=",
        pages_are_alike=True,
    ),
    OembedProvider(
        "Dailymotion",
        r"(?:www\.)?dailymotion\.com(?P<path>/(?:video|playlist)/\w+)/?",
        "https://www.dailymotion.com",
        "https://www.dailymotion.com/services/oembed?format=json&url=",
    ),
    OembedProvider(
        "TED",
        r"(?:www\.)?ted\.com(?P<path>/talks/\w+)(?:/[\w-]+)?/?",
        "https://www.ted.com",
        "https://www.ted.com/services/v1/oembed.json?url=",
    ),
    OembedProvider(
        "SlideShare",
        r"(?:www\.)?slideshare\.net(?P<path>/(?:slideshow/)?[\w-]+/[\w-]+)/?",
        "https://www.slideshare.net",
        "https://www.slideshare.net/api/oembed/2?format=json&url=",
    ),
    OembedProvider(
        "Flickr",
        r"(?:www\.)?flickr\.com(?P<path>/photos/[^/]+/\d+)(?:/.*)?",
        "https://www.flickr.com",
        "https://www.flickr.com/services/oembed/?format=json&url=",
    ),
    OembedProvider(
        "Mixcloud",
        r"(?:www\.)?mixcloud\.com(?P<path>/[\w-]+/[\w-]+/)",
        "https://www.mixcloud.com",
        "https://app.mixcloud.com/oembed/?format=json&url=",
    ),
)
