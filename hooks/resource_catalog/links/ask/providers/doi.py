"""Ask the registry of DOIs whether it knows one, before the page that the DOI leads to.

The registry answers as its handbook says: {"responseCode": 1} where it knows the DOI, 100 with
status 404 where it does not, and 200 where it has no address for it
(https://doi.info/doi-handbook/HTML/rest-api-response-format.html). Not seen live.
"""

from __future__ import annotations

import json
import re

from resource_catalog.links.ask.providers.oembed import Fetch, ProviderResult
from resource_catalog.links.ask.settings import PAGE_LIMIT
from resource_catalog.links.url_parsing import ParsedUrl, parse_url

_HOSTS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
_NOT_FOUND, _NO_VALUES = 100, 200


def doi_url(url: ParsedUrl) -> str:
    """The canonical URL of the DOI at ``url``; empty if it is none."""
    is_doi = url.host in _HOSTS and re.fullmatch(r"/10\.\d{3,}[\d.]*/.+", url.path)
    return f"https://doi.org{url.path}" if is_doi else ""


async def check_doi(_: ParsedUrl, resource_url: str, fetch: Fetch) -> ProviderResult | None:
    """Ask the registry; None if the page that the DOI leads to decides."""
    doi = resource_url.removeprefix("https://doi.org/")
    visit = await fetch(parse_url(f"https://doi.org/api/handles/{doi}?type=URL"), PAGE_LIMIT)
    try:
        code = json.loads(visit.body).get("responseCode") if visit.error is None else None
    except (ValueError, AttributeError, RecursionError):
        return None
    if visit.status == 404 and code == _NOT_FOUND:
        return ProviderResult("dead", "the registry of DOIs does not know it", visit=visit)
    if visit.status == 200 and code == _NO_VALUES:
        return ProviderResult(
            "unverified", "the registry of DOIs has no address for it", visit=visit
        )
    return None
