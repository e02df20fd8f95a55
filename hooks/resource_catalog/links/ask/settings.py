"""The limits of the link checker, and the settings of a run with their defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from resource_catalog.links.ask.rate_limit import PARALLEL_REQUESTS, REQUESTS_PER_SECOND
from resource_catalog.links.ask.request_headers import USER_AGENT

PAGE_LIMIT = 256 * 1024
"""Bytes read of a page, after decompression."""

FRAGMENT_LIMIT = 2 * 1024 * 1024
"""Bytes read of a page to find the anchor of a fragment in it."""

NON_PAGE_LIMIT = 16 * 1024
"""Bytes read of other files: enough to sniff the type and see that data arrives."""

IMAGE_LIMIT = 64 * 1024
"""Bytes read of an image to find its dimensions."""

MAX_REDIRECTS = 20
"""Redirects followed from one address."""

CHAIN_TIMEOUT_FACTOR = 2
"""The timeout of a whole redirect chain, as a multiple of that of one response."""


@dataclass(frozen=True)
class Settings:
    """Settings of the link checker.

    ``timeout`` is in seconds per response. Without ``proxy``, the proxy environment variables are
    used if ``trust_env``. ``ca_file`` has certificates to trust beside the system's.
    ``per_host_rate`` is in requests per second. ``allow_private`` are host:port pairs that may be
    private, ``resolve`` maps a host (or host:port) to an ``ip:port``: both are for tests.
    """

    timeout: float = 20
    proxy: str | None = None
    trust_env: bool = True
    ca_file: str | None = None
    per_host_rate: int = REQUESTS_PER_SECOND
    per_host_parallel: int = PARALLEL_REQUESTS
    parallel: int = 100
    user_agent: str = USER_AGENT
    allow_private: frozenset[str] = frozenset()
    resolve: Mapping[str, str] = field(default_factory=dict)
