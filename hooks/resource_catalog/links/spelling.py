"""Spelling: reads an address the way a browser does, so that odd spellings of one address meet."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, unquote, unquote_to_bytes, urljoin

import idna

DEFAULT_PORTS = {"http": 80, "https": 443}

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_AUTHORITY = re.compile(r"[/]*([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)
_EDGES = "".join(map(chr, range(33)))
_IN_PATH = "%!$&'()*+,;=:@/~-._[]|^"
_IN_QUERY = _IN_PATH + "?`{}\\"
_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
_UNRESERVED = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.IGNORECASE)
_NOT_IN_HOST = re.compile(r"[\x00-\x20#%/:<>?@\[\\\]^|\x7f]")
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid)=[^&]*(?:&|$)")


class Unreadable(ValueError):
    """No address on the public web: why, as half a sentence."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address in parts; ``host`` is in ASCII without a final dot, ``port`` only if unusual."""

    scheme: str
    host: str
    port: int | None
    path: str
    query: str | None
    fragment: str

    @property
    def netloc(self) -> str:
        """Host and port as they stand in the address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def url(self) -> str:
        """What is sent to the server: everything but the fragment."""
        return self.origin + self.path + ("" if self.query is None else f"?{self.query}")

    @property
    def connects_to(self) -> str:
        """Host and port, the port always named."""
        return f"{self.host}:{self.port or DEFAULT_PORTS[self.scheme]}"

    @property
    def segments(self) -> list[str]:
        """The named parts of the path."""
        return [part for part in self.path.split("/") if part]

    @property
    def key(self) -> str:
        """Equal for addresses that need to be asked only once."""
        query = _TRACKING.sub("", self.query or "").rstrip("&")
        return _plain_escapes(f"{self.origin}{self.path}") + (
            f"?{_plain_escapes(query)}" if query else ""
        )


def read(url: str) -> Address:
    """The parts of ``url``; raises :class:`Unreadable` if it cannot be asked."""
    text = re.sub(r"[\t\r\n]", "", url.strip(_EDGES + "\u00a0\u200b\ufeff"))
    scheme_found = _SCHEME.match(text)
    scheme = scheme_found[1].lower() if scheme_found else ""
    if scheme_found is None or scheme not in DEFAULT_PORTS:
        raise Unreadable("it does not start with https:// or http://")
    rest = text[scheme_found.end() :]
    head, mark, tail = _split_before(rest, "?#")
    found = _AUTHORITY.fullmatch(head.replace("\\", "/") + mark + tail)
    if found is None:  # the expression matches every text
        raise Unreadable("no browser could read it")
    authority, path, query, fragment = found.groups()
    if "@" in authority:
        raise Unreadable("it holds a user name or password")
    host, port = _host_and_port(authority)
    return Address(
        scheme,
        host,
        None if port == DEFAULT_PORTS[scheme] else port,
        quote(_without_dots(path), safe=_IN_PATH) or "/",
        None if not query else quote(query, safe=_IN_QUERY),
        fragment or "",
    )


def join(base: Address, location: str) -> Address:
    """Where ``location``, found at ``base``, leads. Without a fragment of its own it keeps ours."""
    text = re.sub(r"[\t\r\n]", "", location.strip(_EDGES))
    head, mark, tail = _split_before(text, "?#")
    if not _SCHEME.match(head):
        head = head.replace("\\", "/")
    try:
        target = read(urljoin(base.url, head + mark + tail))
    except Unreadable:
        raise
    except ValueError as error:
        raise Unreadable("no browser could read it") from error
    if base.fragment and not target.fragment:
        return Address(
            target.scheme, target.host, target.port, target.path, target.query, base.fragment
        )
    return target


def _split_before(text: str, marks: str) -> tuple[str, str, str]:
    for index, character in enumerate(text):
        if character in marks:
            return text[:index], character, text[index + 1 :]
    return text, "", ""


def _host_and_port(authority: str) -> tuple[str, int | None]:
    bracketed = re.fullmatch(r"\[([^\]]*)\](?::(\d*))?", authority)
    if bracketed:
        try:
            host = str(ipaddress.IPv6Address(unquote(bracketed[1]).partition("%")[0]))
        except ValueError as error:
            raise Unreadable("its host is not an address") from error
        return host, _port(bracketed[2])
    name, colon, port = authority.rpartition(":")
    if not colon:
        name, port = authority, ""
    host = _ascii(unquote(name)).rstrip(".")
    if not host:
        raise Unreadable("it names no host")
    labels = host.split(".")
    if not all(labels) or len(host) > 253 or any(len(label) > 63 for label in labels):
        raise Unreadable("its host is not complete")
    if _NOT_IN_HOST.search(host):
        raise Unreadable("no browser could read its host")
    if _NUMBER.fullmatch(labels[-1]):
        host = _dotted(labels)
    return host, _port(port)


def _port(text: str | None) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or not 0 < int(text) < 65536:
        raise Unreadable("its port is impossible")
    return int(text)


def _ascii(name: str) -> str:
    """A host name as it is looked up: small letters, other scripts in their ASCII form."""
    if name.isascii():
        return name.lower()
    plain = unicodedata.normalize("NFKC", name).replace("\u3002", ".").lower()
    if plain.isascii():
        return plain
    try:
        return idna.encode(plain, uts46=True, transitional=False).decode()
    except (idna.IDNAError, UnicodeError):
        pass
    try:  # letters the standard leaves out, as in names made of pictures
        return ".".join(
            label if label.isascii() else "xn--" + label.encode("punycode").decode()
            for label in plain.split(".")
        )
    except UnicodeError as error:
        raise Unreadable("no browser could read its host") from error


def _dotted(labels: list[str]) -> str:
    """The usual form of an IPv4 address given in decimal, octal, hexadecimal or fewer parts."""
    if len(labels) > 4 or not all(_NUMBER.fullmatch(label) for label in labels):
        raise Unreadable("its host is not an address")
    try:
        numbers = [_number(label) for label in labels]
    except ValueError as error:
        raise Unreadable("its host is not an address") from error
    *first, last = numbers
    if any(number > 255 for number in first) or last >= 256 ** (4 - len(first)):
        raise Unreadable("its host is not an address")
    value = last + sum(number << 8 * (3 - place) for place, number in enumerate(first))
    return str(ipaddress.IPv4Address(value))


def _number(label: str) -> int:
    if label.lower().startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8) if label.startswith("0") and label != "0" else int(label)


def _without_dots(path: str) -> str:
    if "." not in path and "%2" not in path:
        return path
    kept: list[str] = []
    parts = path.split("/")
    for index, part in enumerate(parts):
        dots = re.sub("%2e", ".", part, flags=re.IGNORECASE)
        final = index == len(parts) - 1
        if dots == "..":
            if len(kept) > 1:
                kept.pop()
            if final:
                kept.append("")
        elif dots == ".":
            if final:
                kept.append("")
        else:
            kept.append(part)
    return "/".join(kept)


def _plain_escapes(text: str) -> str:
    """Percent signs only where they must be, in capital letters."""

    def plain(found: re.Match[str]) -> str:
        character = unquote_to_bytes(found[0]).decode("latin-1")
        return character if character in _UNRESERVED else found[0].upper()

    return _ESCAPE.sub(plain, text)
