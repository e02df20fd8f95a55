"""Providers whose own pages say in a mark of their own that something is gone, one row each.

A new one is a row here and an example in tests/links/providers.yml. None of these pages was seen
live. YouTube’s alerts are as programs read them that list its playlists: an ``alertRenderer`` of
type ERROR stands for what is gone, but one “with button” asks visitors as well whether they are a
robot. “Item cannot be found” is what users of tubeup saw at the Internet Archive
(https://github.com/bibanon/tubeup/issues/49); its other words, and Dropbox’s, are from memory.
Whatever is not recognized is “ok” only with status 200, else *unverified*, never *dead*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from resource_catalog.links.ask.providers.oembed import Fetch, ProviderResult
from resource_catalog.links.ask.response_body import FRAGMENT_LIMIT
from resource_catalog.links.judge.interstitials.consent_pages import is_consent_url
from resource_catalog.links.judge.page.html_facts import extract_facts
from resource_catalog.links.judge.url_normalization import ParsedUrl


@dataclass(frozen=True)
class PageProvider:
    """One row: ``resource`` matches host and path; ``gone`` is a mark of pages of what is gone.

    ``gone_error`` is one of pages with an error status, ``asks`` one of pages that ask to sign in,
    and ``unclear`` one of pages that may stand in the place of what is there.
    """

    name: str
    resource: str
    gone: str = r"(?!)"
    gone_error: str = r"(?!)"
    asks: str = r"(?!)"
    unclear: str = r"(?!)"

    def resource_url(self, url: ParsedUrl) -> str:
        """The URL of the resource at ``url``; empty if there is none."""
        return url.request_url if re.fullmatch(self.resource, f"{url.host}{url.path}") else ""

    async def check(self, url: ParsedUrl, _: str, fetch: Fetch) -> ProviderResult:
        """Look at the page of the resource."""
        visit = await fetch(url, FRAGMENT_LIMIT)
        status = visit.status
        if visit.error is not None or status is None:
            return ProviderResult(
                "transient", f"{self.name} could not be asked: {visit.error_detail}", visit=visit
            )
        html = visit.body.decode("utf-8", "replace")
        mark = self.gone_error if status >= 400 else self.gone
        if status in {404, 410} or re.search(mark, html, re.IGNORECASE):
            return ProviderResult("dead", f"{self.name} says that it is gone", visit=visit)
        if status == 401 or re.search(self.asks, html, re.IGNORECASE):
            return ProviderResult("login", f"{self.name} asks to sign in", visit=visit)
        if status == 429:
            return ProviderResult("blocked", f"{self.name} is asked too often", visit=visit)
        if status >= 500:
            return ProviderResult(
                "transient", f"{self.name} has trouble of its own ({status})", visit=visit
            )
        if status >= 400 or re.search(self.unclear, html):
            return ProviderResult("unverified", f"{self.name} does not say", visit=visit)
        is_page = visit.is_html and visit.body and not is_consent_url(visit.url)
        title = extract_facts(visit).title if is_page else ""
        return ProviderResult("ok", f"{self.name} shows it", title, visit)


PAGE_PROVIDERS: tuple[PageProvider, ...] = (
    PageProvider(
        "YouTube",
        r"(?:(?:www|m)\.)?youtube\.com/(?:(?:channel|c|user)/[^/]+|@[^/]+)(?:/.*)?",
        # An alert in the data of the page; those of another type are news only.
        gone=r'"alertRenderer"\s*:\s*\{\s*"type"\s*:\s*"ERROR"',
        unclear=r'"alertWithButtonRenderer"\s*:\s*\{\s*"type"\s*:\s*"ERROR"',
    ),
    PageProvider(
        "The Internet Archive",
        r"(?:www\.)?archive\.org/(?:details|download|embed|stream)/[^/]+(?:/.*)?",
        gone_error=r"item not available|item cannot be found"
        r"|<(?:h1|title)[^>]*>\s*(?:the )?item (?:is )?unavailable"
        r"|the item (?:you have requested )?(?:is not available|has been (?:removed|taken down))",
    ),
    PageProvider(
        "Dropbox",
        r"(?:www\.)?dropbox\.com/(?:s|sh|scl|t)/.+",
        gone=r"this item was deleted|(?:file|folder|link) (?:was|has been) (?:deleted|removed)",
        asks=r"sign in to (?:view|access) th|you need (?:access|permission)",
    ),
)
