"""Find the address inside of one that mail programs, search engines or networks have put around it.

Such an address counts or checks who comes, often names the person who was sent it, and expires.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

MAX_LAYERS = 5

PARAMETER_WRAPPERS: tuple[tuple[str, str, str], ...] = (
    (r"(?:[\w-]+\.)*safelinks\.protection\.(?:outlook\.\w+|office365\.us)", r"/.*", "url"),
    (r"(?:www\.)?google(?:\.[a-z]{2,3}){1,2}", r"/url", "q"),
    (r"(?:www\.)?google(?:\.[a-z]{2,3}){1,2}", r"/url", "url"),
    (r"scholar\.google(?:\.[a-z]{2,3}){1,2}", r"/scholar_url", "url"),
    (r"lm?\.(?:facebook|messenger)\.com", r"/l\.php", "u"),
    (r"l\.instagram\.com", r"/?", "u"),
    (r"(?:www\.)?linkedin\.com", r"/(?:redir/redirect|safety/go)/?", "url"),
    (r"(?:www\.)?youtube\.com", r"/redirect", "q"),
    (r"slack-redir\.net", r"/link", "url"),
    (r"out\.reddit\.com", r"/.*", "url"),
    (r"(?:www\.|m\.)?vk\.com", r"/away(?:\.php)?", "to"),
    (r"t\.umblr\.com", r"/redirect", "z"),
    (r"search\.app", r"/?", "link"),
    (r"(?:www\.)?yandex\.\w+", r"/clck/jsredir", "url"),
    (r"deref-(?:gmx|web-02|web|mail)\.\w+", r"/mail/client/.*", "redirectUrl"),
    (r"linkprotect\.cudasvc\.com", r"/url", "a"),
    (r"(?:www\.)?duckduckgo\.com", r"/l/?", "uddg"),
    (r"urldefense\.proofpoint\.com", r"/v1/url", "u"),
    (r"(?:[\w-]+\.)*(?:ezproxy|libproxy)\.[\w.-]+", r"/login", "url"),
    (r"(?:login|go)\.openathens\.net", r"/redirector/.*", "url"),
)
"""Hosts and paths of wrappers, and the parameter that has the address; patterns of whole names."""

_PARAMETERS = tuple(
    (re.compile(host), re.compile(path), name) for host, path, name in PARAMETER_WRAPPERS
)
_GOOGLE = re.compile(r"(?:www\.)?google(?:\.[a-z]{2,3}){1,2}")
_PROOFPOINT = re.compile(r"https?://urldefense\.(?:com|us)/v3/__(?P<url>.+?)__;(?P<signs>[\w-]*)")
_IN_BROWSER = re.compile(
    r"(?:view-source:|chrome-extension://[a-z]{32}/|moz-extension://[0-9a-f-]{36}/\S*?(?=https?:)"
    r"|about:reader\?url=)(?P<url>https?(?::|%3A).+)",
    re.IGNORECASE,
)


_HINTS = (
    "safelinks google. /l.php instagram linkedin youtube.com/redirect slack-redir cudasvc "
    "duckduckgo urldefense proxy openathens bing.com r.search secure-web extension: view-source "
    "about: reddit vk.com/away umblr search.app yandex deref-"
).split()


def may_be_wrapped(url: str) -> bool:
    """Whether it is worth looking for an address inside; a quick look."""
    lower = url.lower()
    return any(hint in lower for hint in _HINTS)


def unwrapped(url: str) -> str | None:
    """The address inside of a wrapped one, without any of its layers; None if it is not wrapped."""
    found = None
    if not may_be_wrapped(url):
        return None
    for _layer in range(MAX_LAYERS):
        inside = _inside(found or url)
        if not inside or not re.match(r"https?://[^/\s]", inside, re.IGNORECASE):
            return found
        found = inside
    return found


def _inside(url: str) -> str | None:
    if match := _IN_BROWSER.fullmatch(url):
        inside = match["url"]
        return unquote(inside) if "%3A" in inside[:9].upper() else inside
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    for host_pattern, path, name in _PARAMETERS:
        if host_pattern.fullmatch(host) and path.fullmatch(parts.path):
            values = parse_qs(parts.query).get(name)
            if values and values[0].lower().startswith("http"):
                return values[0]
    for known in _OTHERS:
        if inside := known(host, parts, url):
            return inside
    return None


def _google_cache(host: str, parts: SplitResult, _url: str) -> str | None:
    """``google.com/amp/s/example.org/x``."""
    match = re.fullmatch(r"/amp/(s/)?(.+)", parts.path)
    if not match or not _GOOGLE.fullmatch(host):
        return None
    query = f"?{parts.query}" if parts.query else ""
    return f"http{'s' if match[1] else ''}://{match[2]}{query}"


def _bing(host: str, parts: SplitResult, _url: str) -> str | None:
    value = parse_qs(parts.query).get("u", [""])[0]
    if host not in ("bing.com", "www.bing.com") or parts.path != "/ck/a" or value[:2] != "a1":
        return None
    return _from_base64(value[2:])


def _yahoo(host: str, parts: SplitResult, _url: str) -> str | None:
    match = re.search(r"/RU=([^/]+)/", parts.path)
    return unquote(match[1]) if match and host == "r.search.yahoo.com" else None


def _cisco(host: str, parts: SplitResult, _url: str) -> str | None:
    match = re.search(r"/(https?%3A%2F%2F[^/]+)$", parts.path, re.IGNORECASE)
    return unquote(match[1]) if match and host == "secure-web.cisco.com" else None


def _proofpoint_2(host: str, parts: SplitResult, _url: str) -> str | None:
    value = parse_qs(parts.query).get("u", [""])[0]
    if host != "urldefense.proofpoint.com" or parts.path != "/v2/url":
        return None
    return unquote(value.replace("-", "%").replace("_", "/"))


def _proofpoint_3(_host: str, _parts: SplitResult, url: str) -> str | None:
    """A star stands for a sign that is in the list behind the address, in Base64."""
    match = _PROOFPOINT.match(url)
    if not match:
        return None
    inside, signs = match["url"], match["signs"]
    inside = re.sub(r"^(https?:/)(?=[^/])", r"\1/", inside)
    if "*" not in inside:
        return inside
    replaced = _from_base64(signs)
    if replaced is None or "**" in inside or inside.count("*") != len(replaced):
        return None
    letters = iter(replaced)
    return re.sub(r"\*", lambda _star: next(letters), inside)


def _from_base64(text: str) -> str | None:
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        return raw.decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None


_OTHERS: tuple[Callable[[str, SplitResult, str], str | None], ...] = (
    _google_cache,
    _bing,
    _yahoo,
    _cisco,
    _proofpoint_2,
    _proofpoint_3,
)
