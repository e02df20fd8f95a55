"""Addresses: which ones a reader can follow, and when two spellings are the same address."""

from __future__ import annotations

import contextlib
import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit

# Parameters that only tell the host where a visitor came from.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|_hs\w+|_g[al]|ref_src|si|usp", re.IGNORECASE
)
_FORBIDDEN = re.compile(r"[ \"'<>\\^`{|}]")
# Most addresses: nothing about them needs a closer look, nor, of the second kind, another spelling.
_COMMON = re.compile(r"https?://(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[\w.~/%?=&+,:;@!#-]*)?", re.ASCII)
_PLAIN = re.compile(r"https?://(?:www\.)?+((?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[\w.~/-]*)?)", re.ASCII)
# What nearly all begin with, and takes a tenth of the time to take apart.
_PLAIN_HOST = re.compile(r"https?://(?:www\.)?([a-z0-9.-]+)(?:[/?#]|$)")
_DEFAULT_PORTS = {"http": 80, "https": 443}


def why_not_followable(url: str) -> str:
    """What keeps ``url`` from being a link for readers, as half a sentence; empty if nothing."""
    if _COMMON.fullmatch(url):
        return ""
    if _FORBIDDEN.search(url) or not url.isprintable():
        return "it holds a space, a quotation mark or another character that must not be in one"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "no browser could read it"
    if parts.scheme.lower() not in _DEFAULT_PORTS:
        return "it does not start with https:// or http://"
    if not parts.hostname:
        return "it names no host"
    labels = parts.hostname.removesuffix(".").split(".")
    if not all(labels) or (len(labels) < 2 and labels != ["localhost"]):
        return "its host is not complete"
    if parts.username is not None or parts.password is not None:
        return "it holds a user name or password"
    if port is not None and not 0 < port < 65536:
        return "its port is impossible"
    return ""


def same_address_key(url: str) -> str:
    """A key that is equal for spellings of one address.

    Scheme, ``www.``, host case, default port, a trailing slash, tracking
    parameters, percent signs that need not be and an empty query or fragment
    make no difference. The key is for comparing only; it need not be a working
    address.
    """
    plain = _PLAIN.fullmatch(url)
    return plain[1].rstrip("/") if plain else _same_address_key(url)


@lru_cache(maxsize=10_000)
def _same_address_key(url: str) -> str:
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
    path = "/".join(quote(unquote_to_bytes(part), safe="") for part in parts.path.split("/"))
    key = host + path.rstrip("/")
    if query:
        key += "?" + query
    if parts.fragment:
        key += "#" + parts.fragment
    return key


def typed(url: str) -> str:
    """An address as short as it can be typed: without its scheme and its last slash."""
    return re.sub(r"^https?://", "", url).rstrip("/")


def host_of(url: str) -> str:
    """The host as a reader would say it, without ``www.``."""
    plain = _PLAIN_HOST.match(url)
    if plain:
        return plain[1]
    return (urlsplit(url).hostname or "").removeprefix("www.")
