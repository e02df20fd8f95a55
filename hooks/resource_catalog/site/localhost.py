"""Tell whether a site was built for an address that leads to this computer only, or for none."""

from __future__ import annotations

import ipaddress
from contextlib import suppress
from functools import lru_cache
from urllib.parse import urlsplit

from resource_catalog.model.messages import _


@lru_cache
def is_local(address: str | None) -> bool:
    """Whether an address is none, or one at which nobody else finds the site."""
    host = (urlsplit(address or "").hostname or "localhost").rstrip(".")
    with suppress(ValueError):
        ip = ipaddress.ip_address(host)
        return ip.is_loopback or ip.is_unspecified
    return host == "localhost" or host.endswith(".localhost")


def note_on_address(address: str | None) -> str | None:
    """What to know about a site before it is published; None if it has an address of its own."""
    if not is_local(address):
        return None
    return _(
        "Addresses in feeds, embeds, citations, and QR codes lead to this computer. To publish "
        "the site, write its address into catalog.yml, such as “site_url: "
        "https://library.example.org/”, or set SITE_URL."
    )
