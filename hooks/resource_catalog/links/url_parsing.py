"""Parse and normalize URLs as browsers do, so that different spellings of one URL compare equal.

Follows the WHATWG URL Standard (https://url.spec.whatwg.org/) for http and https URLs.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, unquote, unquote_to_bytes, urljoin

import idna

from resource_catalog.model.addresses.tracking import is_tracking
from resource_catalog.model.field_types.urls import DEFAULT_PORTS

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_AFTER_SCHEME = re.compile(r"[/]*([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)
_C0_AND_SPACE = "".join(map(chr, range(33)))
_SAFE_IN_PATH = "%!$&'()*+,;=:@/~-._[]|^"
_SAFE_IN_QUERY = _SAFE_IN_PATH + "?`{}\\"
_PERCENT_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
_UNRESERVED = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_IPV4_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.IGNORECASE)
_FORBIDDEN_IN_HOST = re.compile(r"[\x00-\x20#%/:<>?@\[\\\]^|\x7f]")


class InvalidUrlError(ValueError):
    """The text is not an http or https URL. The message says why, as a clause without a period."""


@dataclass(frozen=True, slots=True)
class ParsedUrl:
    """A URL in parts. ``host`` is ASCII without a trailing dot, ``port`` None if the default."""

    scheme: str
    host: str
    port: int | None
    path: str
    query: str | None
    fragment: str

    @property
    def netloc(self) -> str:
        """Host and port as written in the URL, IPv6 addresses in brackets."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def request_url(self) -> str:
        """The URL without its fragment, as sent to the server."""
        return self.origin + self.path + ("" if self.query is None else f"?{self.query}")

    @property
    def host_and_port(self) -> str:
        """``host:port`` with an explicit port."""
        return f"{self.host}:{self.port or DEFAULT_PORTS[self.scheme]}"

    @property
    def segments(self) -> list[str]:
        """The path segments that are not empty."""
        return [part for part in self.path.split("/") if part]

    @property
    def dedup_key(self) -> str:
        """Equal for URLs of one resource: no fragment, no tracking parameters, plain escapes."""
        parts = (self.query or "").split("&")
        query = "&".join(p for p in parts if not is_tracking(p.partition("=")[0])).rstrip("&")
        return _normalize_escapes(f"{self.origin}{self.path}") + (
            f"?{_normalize_escapes(query)}" if query else ""
        )


def parse_url(url: str) -> ParsedUrl:
    """Parse a URL. Raises :class:`InvalidUrlError` if it cannot be requested."""
    text = re.sub(r"[\t\r\n]", "", url.strip(_C0_AND_SPACE + "\u00a0\u200b\ufeff"))
    scheme_found = _SCHEME.match(text)
    scheme = scheme_found[1].lower() if scheme_found else ""
    if scheme_found is None or scheme not in DEFAULT_PORTS:
        raise InvalidUrlError("it does not start with https:// or http://")
    rest = text[scheme_found.end() :]
    head, mark, tail = _split_at_first(rest, "?#")
    found = _AFTER_SCHEME.fullmatch(head.replace("\\", "/") + mark + tail)
    if found is None:  # cannot happen: the expression matches every text
        raise InvalidUrlError("no browser could read it")
    authority, path, query, fragment = found.groups()
    if "@" in authority:
        raise InvalidUrlError("it contains a user name or password")
    host, port = _parse_authority(authority)
    return ParsedUrl(
        scheme,
        host,
        None if port == DEFAULT_PORTS[scheme] else port,
        quote(_remove_dot_segments(path), safe=_SAFE_IN_PATH) or "/",
        None if not query else quote(query, safe=_SAFE_IN_QUERY),
        fragment or "",
    )


def join_url(base: ParsedUrl, location: str) -> ParsedUrl:
    """Resolve ``location`` against ``base``, whose fragment is kept if ``location`` has none.

    Raises :class:`InvalidUrlError`.
    """
    text = re.sub(r"[\t\r\n]", "", _escape_bytes(location).strip(_C0_AND_SPACE))
    head, mark, tail = _split_at_first(text, "?#")
    scheme = _SCHEME.match(head)
    if scheme is None or scheme[1].lower() in DEFAULT_PORTS:
        head = head.replace("\\", "/")
    try:
        target = parse_url(urljoin(base.request_url, head + mark + tail))
    except InvalidUrlError:
        raise
    except ValueError as error:
        raise InvalidUrlError("no browser could read it") from error
    if base.fragment and not target.fragment:
        return ParsedUrl(
            target.scheme, target.host, target.port, target.path, target.query, base.fragment
        )
    return target


def _escape_bytes(location: str) -> str:
    """Escape the bytes of a header that is not UTF-8, as browsers do."""
    if not any("\udc80" <= character <= "\udcff" for character in location):
        return location
    raw = location.encode("utf-8", "surrogateescape")
    return "".join(chr(byte) if byte < 128 else f"%{byte:02X}" for byte in raw)


def _split_at_first(text: str, marks: str) -> tuple[str, str, str]:
    for index, character in enumerate(text):
        if character in marks:
            return text[:index], character, text[index + 1 :]
    return text, "", ""


def _parse_authority(authority: str) -> tuple[str, int | None]:
    bracketed = re.fullmatch(r"\[([^\]]*)\](?::(\d*))?", authority)
    if bracketed:
        try:
            host = str(ipaddress.IPv6Address(unquote(bracketed[1]).partition("%")[0]))
        except ValueError as error:
            raise InvalidUrlError("its host is not an address") from error
        return host, _parse_port(bracketed[2])
    name, colon, port = authority.rpartition(":")
    if not colon:
        name, port = authority, ""
    host = _host_to_ascii(unquote(name)).rstrip(".")
    if not host:
        raise InvalidUrlError("it names no host")
    labels = host.split(".")
    if not all(labels) or len(host) > 253 or any(len(label) > 63 for label in labels):
        raise InvalidUrlError("its host is not complete")
    if _FORBIDDEN_IN_HOST.search(host):
        raise InvalidUrlError("no browser could read its host")
    if _IPV4_NUMBER.fullmatch(labels[-1]):
        host = _dotted_ipv4(labels)
    return host, _parse_port(port)


def _parse_port(text: str | None) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or not 0 < int(text) < 65536:
        raise InvalidUrlError("its port is impossible")
    return int(text)


def _host_to_ascii(name: str) -> str:
    """The host name in lower-case ASCII, non-ASCII labels in Punycode (IDNA, UTS 46)."""
    if name.isascii():
        return name.lower()
    normalized = unicodedata.normalize("NFKC", name).replace("\u3002", ".").lower()
    if normalized.isascii():
        return normalized
    try:
        return idna.encode(normalized, uts46=True, transitional=False).decode()
    except (idna.IDNAError, UnicodeError):
        pass
    try:  # code points that IDNA disallows, such as emoji
        return ".".join(
            label if label.isascii() else "xn--" + label.encode("punycode").decode()
            for label in normalized.split(".")
        )
    except UnicodeError as error:
        raise InvalidUrlError("no browser could read its host") from error


def _dotted_ipv4(labels: list[str]) -> str:
    """An IPv4 address as dotted decimal, from decimal, octal, hexadecimal or fewer than 4 parts."""
    if len(labels) > 4 or not all(_IPV4_NUMBER.fullmatch(label) for label in labels):
        raise InvalidUrlError("its host is not an address")
    try:
        numbers = [_parse_ipv4_number(label) for label in labels]
    except ValueError as error:
        raise InvalidUrlError("its host is not an address") from error
    *first, last = numbers
    if any(number > 255 for number in first) or last >= 256 ** (4 - len(first)):
        raise InvalidUrlError("its host is not an address")
    value = last + sum(number << 8 * (3 - position) for position, number in enumerate(first))
    return str(ipaddress.IPv4Address(value))


def _parse_ipv4_number(label: str) -> int:
    if label.lower().startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8) if label.startswith("0") and label != "0" else int(label)


def _remove_dot_segments(path: str) -> str:
    if "." not in path and "%2" not in path:
        return path
    kept: list[str] = []
    parts = path.split("/")
    for index, part in enumerate(parts):
        decoded = re.sub("%2e", ".", part, flags=re.IGNORECASE)
        is_last = index == len(parts) - 1
        if decoded == "..":
            if len(kept) > 1:
                kept.pop()
            if is_last:
                kept.append("")
        elif decoded == ".":
            if is_last:
                kept.append("")
        else:
            kept.append(part)
    return "/".join(kept)


def _normalize_escapes(text: str) -> str:
    """Decode needless percent escapes and upper-case the others (RFC 3986, 6.2.2)."""

    def unescape(found: re.Match[str]) -> str:
        character = unquote_to_bytes(found[0]).decode("latin-1")
        return character if character in _UNRESERVED else found[0].upper()

    return _PERCENT_ESCAPE.sub(unescape, text)
