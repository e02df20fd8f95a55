"""Keep the link checker from connecting to private networks (SSRF protection).

There are two checks. :func:`unsafe_reason` looks at the URL before a request;
:class:`PublicOnlyResolver` checks the IP addresses that the host resolves to, and the connection
is made to exactly those, so DNS rebinding gains nothing. Behind a proxy the proxy resolves hosts,
and only the first check is possible.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from aiohttp.abc import AbstractResolver, ResolveResult

from resource_catalog.links.url_parsing import ParsedUrl

_PRIVATE_HOSTS = re.compile(
    r"(?:.*\.)?(?:localhost|localdomain|local|internal|intranet|lan|corp|home|home\.arpa"
    r"|localtest\.me|lvh\.me|vcap\.me|lacolhost\.com|local\.gd|traefik\.me)"
)
_IPV4_IN_HOST = re.compile(
    r"(?:^|[.-])(\d{1,3})[.-](\d{1,3})[.-](\d{1,3})[.-](\d{1,3})\.(?:nip|sslip|xip)\.io"
)
_HEX_IPV4_IN_HOST = re.compile(r"(?:^|[.-])([0-9a-f]{8})\.(?:nip|sslip)\.io")
_DOCUMENTATION_NETWORKS = [  # RFC 5737 and RFC 3849: never assigned to a machine
    ipaddress.ip_network(text)
    for text in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
]
_NAT64_NETWORK = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052
_IPV4_COMPATIBLE_NETWORK = ipaddress.ip_network("::/96")  # RFC 4291
MAX_PARALLEL_LOOKUPS = 16
"""Limit of concurrent DNS lookups."""


class PrivateAddressError(OSError):
    """A host name resolves to a private IP address."""


def is_public_ip(text: str) -> bool:
    """Whether an IP address is a public one; IPv4 addresses embedded in IPv6 are unwrapped."""
    try:
        ip = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        embedded = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if embedded is None and (ip in _NAT64_NETWORK or ip in _IPV4_COMPATIBLE_NETWORK):
            embedded = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if embedded is not None:
            return is_public_ip(str(embedded))
        if ip.is_site_local:
            return False
    if any(ip in network for network in _DOCUMENTATION_NETWORKS if network.version == ip.version):
        return True
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not ip.is_unspecified


def unsafe_reason(url: ParsedUrl, allowed_private: frozenset[str] = frozenset()) -> str:
    """Why a URL must not be requested, as a clause; empty if it may be.

    ``allowed_private`` are host:port pairs that are let through.
    """
    if url.host_and_port in allowed_private:
        return ""
    host = url.host
    if ":" in host or re.fullmatch(r"[\d.]+", host):
        return "" if is_public_ip(host) else "it leads into a private network"
    if _PRIVATE_HOSTS.fullmatch(host) or "." not in host:
        return "its name is only known inside a private network"
    dotted, hex_ip = _IPV4_IN_HOST.search(host), _HEX_IPV4_IN_HOST.search(host)
    if dotted and not is_public_ip(".".join(dotted.groups())):
        return "it leads into a private network"
    if hex_ip and not is_public_ip(str(ipaddress.IPv4Address(int(hex_ip[1], 16)))):
        return "it leads into a private network"
    return ""


class PublicOnlyResolver(AbstractResolver):
    """DNS resolver for aiohttp that returns public IP addresses only.

    ``overrides`` maps a host (or host:port) to an ip:port, for tests; ``allowed_private`` are the
    host:port pairs that may be private.
    """

    def __init__(
        self,
        overrides: Mapping[str, str] | None = None,
        allowed_private: frozenset[str] = frozenset(),
    ) -> None:
        self._overrides = overrides or {}
        self._allowed_private = allowed_private
        self._pool = ThreadPoolExecutor(MAX_PARALLEL_LOOKUPS, "lookup")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Resolve ``host``. Raises :class:`PrivateAddressError` if any address is private."""
        override = self._overrides.get(f"{host}:{port}") or self._overrides.get(host)
        if override is not None:
            ip, _, override_port = override.rpartition(":")
            return [_resolve_result(host, ip, int(override_port), socket.AF_INET)]
        infos = await asyncio.get_running_loop().run_in_executor(
            self._pool, lambda: socket.getaddrinfo(host, port, family, socket.SOCK_STREAM)
        )
        results = []
        for info_family, _, _, _, sockaddr in infos:
            ip = str(sockaddr[0])
            if not is_public_ip(ip) and f"{host}:{port}" not in self._allowed_private:
                raise PrivateAddressError(f"its name stands for {ip}, inside a private network")
            results.append(_resolve_result(host, ip, port, info_family))
        return results

    async def close(self) -> None:
        """Shut the thread pool down."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _resolve_result(host: str, ip: str, port: int, family: int) -> ResolveResult:
    return ResolveResult(
        hostname=host,
        host=ip,
        port=port,
        family=family,
        proto=socket.IPPROTO_TCP,
        flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
    )
