"""Addresses: which ones a reader can follow, and when two spellings are the same address."""

from __future__ import annotations

import contextlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit

# Parameters that only tell the host where a visitor came from.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid|_hs\w+|ref_src|si")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\"'<>\\^`{|}]")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def why_not_followable(url: str) -> str:
    """What keeps ``url`` from being a link for readers; empty when nothing does."""
    if _FORBIDDEN.search(url):
        return "The address holds a space, a quotation mark or another character it must not hold"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "This is not an address"
    if parts.scheme.lower() not in _DEFAULT_PORTS:
        return "The address must start with https:// or http://"
    if not parts.hostname:
        return "The address names no host"
    if "." not in parts.hostname.strip(".") and parts.hostname != "localhost":
        return "The host of the address is not complete"
    if parts.username is not None or parts.password is not None:
        return "The address holds a user name or password"
    if port is not None and not 0 < port < 65536:
        return "The port of the address is impossible"
    return ""


def same_address_key(url: str) -> str:
    """A key that is equal for spellings of one address.

    Scheme, ``www.``, host case, default port, a trailing slash, tracking
    parameters and an empty query or fragment make no difference. The key is
    for comparing only; it need not be a working address.
    """
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    with contextlib.suppress(UnicodeError):
        host = host.encode("idna").decode("ascii")
    port = parts.port
    if port is not None and port != _DEFAULT_PORTS.get(parts.scheme.lower()):
        host = f"{host}:{port}"
    query = urlencode(
        [
            (name, value)
            for name, value in parse_qsl(parts.query, keep_blank_values=True)
            if not _TRACKING.fullmatch(name)
        ]
    )
    key = host + parts.path.rstrip("/")
    if query:
        key += "?" + query
    if parts.fragment:
        key += "#" + parts.fragment
    return key


def host_of(url: str) -> str:
    """The host as a reader would say it, without ``www.``."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
