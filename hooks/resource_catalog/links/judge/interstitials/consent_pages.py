"""Recognize cookie consent pages and other gates, which readers just click through."""

from __future__ import annotations

import re
from urllib.parse import unquote

from resource_catalog.links.url_parsing import ParsedUrl

_CONSENT = re.compile(
    r"^(?:consent|guce|cookies|privacy-mgmt|cmp)\."
    r"|/(?:cookie-?consent|consent|cookie-?wall|gdpr|privacy-?gate|privacywall|myprivacy)(?:[./?]|$)",
    re.IGNORECASE,
)
_RETURN_URL_PARAMETER = re.compile(
    r"(?:^|[&;])(?:return|next|continue|dest|redir|target|back|go_?to|forward|r|to|origin|then)\w*="
    r"([^&]*)",
    re.IGNORECASE,
)


def is_consent_url(url: ParsedUrl) -> bool:
    """Whether a URL is that of a cookie consent page, which readers just click through."""
    return bool(_CONSENT.search(url.host) or _CONSENT.search(url.path))


def is_gate_url(url: ParsedUrl, requested: ParsedUrl) -> bool:
    """Whether a URL is that of an interstitial that links back to ``requested`` in its query."""
    if len(requested.path) < 2:
        return False
    return any(
        requested.path in unquote(return_url)
        for return_url in _RETURN_URL_PARAMETER.findall(url.query or "")
    )
