"""The guard: keeps the link watch out of private networks, whatever a redirect or a name says.

An address is looked at twice. :func:`why_unsafe` reads it before anything is
asked; :class:`GuardedResolver` sees the numbers that its name stands for, and
the connection is made to just those numbers, so that a name which changes its
mind between look and connect gains nothing. Behind a proxy the proxy looks
names up, and only the first look is possible.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from aiohttp.abc import AbstractResolver, ResolveResult

from resource_catalog.links.spelling import Address

_PRIVATE_NAMES = re.compile(
    r"(?:.*\.)?(?:localhost|localdomain|local|internal|intranet|lan|corp|home|home\.arpa"
    r"|localtest\.me|lvh\.me|vcap\.me|lacolhost\.com|local\.gd|traefik\.me)"
)
_NUMBERS_IN_NAME = re.compile(
    r"(?:^|[.-])(\d{1,3})[.-](\d{1,3})[.-](\d{1,3})[.-](\d{1,3})\.(?:nip|sslip|xip)\.io"
)
_HEX_IN_NAME = re.compile(r"(?:^|[.-])([0-9a-f]{8})\.(?:nip|sslip)\.io")
_HARMLESS = [  # kept free for examples by agreement: no machine has them
    ipaddress.ip_network(text)
    for text in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
]
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")
LOOKUPS = 16
"""How many names are looked up at once."""


class Refused(OSError):
    """A name that stands for a private address."""


def is_public(number: str) -> bool:
    """Whether an IP address belongs to the public internet, wrapped ones unwrapped."""
    try:
        ip = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and (ip in _TRANSLATED or ip in _COMPATIBLE):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    if any(ip in network for network in _HARMLESS if network.version == ip.version):
        return True
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not ip.is_unspecified


def why_unsafe(address: Address, allowed: frozenset[str] = frozenset()) -> str:
    """Why an address must not be asked, as half a sentence; empty if it may."""
    if address.connects_to in allowed:
        return ""
    host = address.host
    if ":" in host or re.fullmatch(r"[\d.]+", host):
        return "" if is_public(host) else "it leads into a private network"
    if _PRIVATE_NAMES.fullmatch(host) or "." not in host:
        return "its name is only known inside a private network"
    numbers, hexadecimal = _NUMBERS_IN_NAME.search(host), _HEX_IN_NAME.search(host)
    if numbers and not is_public(".".join(numbers.groups())):
        return "it leads into a private network"
    if hexadecimal and not is_public(str(ipaddress.IPv4Address(int(hexadecimal[1], 16)))):
        return "it leads into a private network"
    return ""


class GuardedResolver(AbstractResolver):
    """Looks names up and gives out public addresses only.

    ``redirected`` sends hosts (or host:port) to an address:port of the test
    lab; ``allowed`` are the host:port pairs that may be private.
    """

    def __init__(
        self,
        redirected: Mapping[str, str] | None = None,
        allowed: frozenset[str] = frozenset(),
    ) -> None:
        self._redirected = redirected or {}
        self._allowed = allowed
        self._pool = ThreadPoolExecutor(LOOKUPS, "lookup")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of ``host``; raises :class:`Refused` if one of them is private."""
        lab = self._redirected.get(f"{host}:{port}") or self._redirected.get(host)
        if lab is not None:
            number, _, lab_port = lab.rpartition(":")
            return [_result(host, number, int(lab_port), socket.AF_INET)]
        found = await asyncio.get_running_loop().run_in_executor(
            self._pool, lambda: socket.getaddrinfo(host, port, family, socket.SOCK_STREAM)
        )
        results = []
        for kind, _, _, _, place in found:
            number = str(place[0])
            if not is_public(number) and f"{host}:{port}" not in self._allowed:
                raise Refused(f"its name stands for {number}, inside a private network")
            results.append(_result(host, number, port, kind))
        return results

    async def close(self) -> None:
        """Let the threads go."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _result(host: str, number: str, port: int, family: int) -> ResolveResult:
    return ResolveResult(
        hostname=host,
        host=number,
        port=port,
        family=family,
        proto=socket.IPPROTO_TCP,
        flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
    )
