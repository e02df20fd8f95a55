"""Providers whose own pages say in a mark of their own that something is gone, one row each.

A new one is a row here and an example in tests/links/providers.yml. None of these pages was seen
live. YouTube’s alerts are as programs read them that list its playlists: an ``alertRenderer`` of
type ERROR stands for what is gone, but one “with button” asks visitors as well whether they are a
robot. “Item cannot be found” is what users of tubeup saw at the Internet Archive
(https://github.com/bibanon/tubeup/issues/49); its other words, and Dropbox’s, are from memory.
SharePoint’s words, and that it leads to Doc.aspx and its like where a link is good, are as
programs have them that open such links. Google’s own error page has “Error 404 (Not Found)” in its
title, also where the status says otherwise.
Whatever is not recognized is “ok” only with status 200, else *unverified*, never *dead*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from resource_catalog.links.ask.providers.oembed import Fetch, ProviderResult
from resource_catalog.links.ask.settings import FRAGMENT_LIMIT
from resource_catalog.links.judge.interstitials.consent_pages import is_consent_url
from resource_catalog.links.judge.interstitials.sign_in_pages import is_sign_in_url
from resource_catalog.links.judge.page.html_facts import extract_facts
from resource_catalog.links.url_parsing import ParsedUrl


@dataclass(frozen=True)
class PageProvider:
    """One row: ``resource`` matches host and path; ``gone`` is a mark of pages of what is gone.

    ``gone_error`` is one of pages with an error status, ``asks`` one of pages that ask to sign in,
    and ``unclear`` one of pages that may stand in the place of what is there. ``shown`` is one of
    the addresses at which things that are there are shown; nothing else is “ok” then. With
    ``is_judged`` pages that say none of this are judged like any other.
    """

    name: str
    resource: str
    gone: str = r"(?!)"
    gone_error: str = r"(?!)"
    asks: str = r"(?!)"
    unclear: str = r"(?!)"
    shown: str = ""
    is_judged: bool = False

    def resource_url(self, url: ParsedUrl) -> str:
        """The URL of the resource at ``url``; empty if there is none."""
        return url.request_url if re.fullmatch(self.resource, f"{url.host}{url.path}") else ""

    async def check(self, url: ParsedUrl, _: str, fetch: Fetch) -> ProviderResult | None:
        """Look at the page of the resource; None if it is to be judged like any other."""
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
        is_led_to_sign_in = any(is_sign_in_url(step.target) for step in visit.redirects)
        if status == 401 or is_led_to_sign_in or re.search(self.asks, html, re.IGNORECASE):
            return ProviderResult("login", f"{self.name} asks to sign in", visit=visit)
        if status == 429:
            return ProviderResult("blocked", f"{self.name} is asked too often", visit=visit)
        if status >= 500:
            return ProviderResult(
                "transient", f"{self.name} has trouble of its own ({status})", visit=visit
            )
        if self.is_judged:
            return None
        is_elsewhere = bool(self.shown) and not re.search(self.shown, visit.url.path, re.IGNORECASE)
        if status >= 400 or is_elsewhere or re.search(self.unclear, html):
            return ProviderResult("unverified", f"{self.name} does not say", visit=visit)
        is_page = visit.is_html and visit.body and not is_consent_url(visit.url)
        title = extract_facts(visit).title if is_page else ""
        return ProviderResult("ok", f"{self.name} shows it", title, visit)


_SHAREPOINT_GONE = (
    r"this link has (?:been removed|expired)"
    r"|access (?:to|through) this (?:link|document) has been removed"
)

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
        gone=r"<h1[^>]*>\s*(?:the |this )?item is no longer available",
        gone_error=r"item not available|item cannot be found"
        r"|<(?:h1|title)[^>]*>\s*(?:the )?item (?:is )?unavailable"
        r"|the item (?:you have requested )?(?:is not available|has been (?:removed|taken down))",
    ),
    PageProvider(
        "Dropbox",
        r"(?:www\.)?dropbox\.com/(?:s|sh|scl|t)/.+",
        gone=r"this item was deleted|(?:file|folder|link) (?:was|has been) (?:deleted|removed)"
        r"|<title>\s*dropbox - (?:(?:file|folder|link) (?:deleted|removed|expired|not found)|404)"
        r"|(?:file|folder|link) isn(?:'|’|&#0?39;)t (?:here|available) any ?more",
        asks=r"sign in to (?:view|access) th|you need (?:access|permission)",
    ),
    PageProvider(
        "SharePoint",
        r"[\w-]+\.sharepoint\.com/:\w:/.+",
        gone=_SHAREPOINT_GONE,
        gone_error=_SHAREPOINT_GONE,
        asks=r'you need (?:access|permission)|name="txtPassword"',
        shown=r"/_layouts/15/(?:doc2?|wopiframe2?|onedrive|stream|download)\.aspx$",
    ),
    PageProvider(
        "Google Sites",
        r"sites\.google\.com/.+",
        gone=r"<title>\s*Error 404 \(Not Found\)",
        is_judged=True,
    ),
)
