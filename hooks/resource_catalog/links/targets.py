"""Input and output types of the link checker: targets, settings and findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from resource_catalog.links.judge.verdicts import Verdict

USER_AGENT = "Mozilla/5.0 (compatible; resource-catalog-link-watch/1.0)"
"""The User-Agent header. Some servers reject clients whose name does not start with Mozilla."""


@dataclass(frozen=True, slots=True)
class Target:
    """One link to check, and what is known about its resource.

    ``entry``, ``file`` and ``line`` are where it is written. ``known_title`` and ``known_type``
    are those of the page at an earlier check; without them drift cannot be detected.
    """

    url: str
    title: str = ""
    entry: str = ""
    file: str = ""
    line: int = 0
    access: str = "open"
    format: str = "html"
    known_title: str = ""
    known_type: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of checking one link.

    ``final_url`` is the permanent redirect target if the verdict is *moved*, else None; ``title``
    and ``content_type`` are those of the page; ``redirects`` are the status and target of each
    redirect followed.
    """

    url: str
    verdict: Verdict
    reason: str
    status: int | None = None
    final_url: str | None = None
    content_type: str = ""
    title: str = ""
    redirects: tuple[tuple[int, str], ...] = ()


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
    per_host_rate: int = 10
    per_host_parallel: int = 2
    parallel: int = 100
    user_agent: str = USER_AGENT
    allow_private: frozenset[str] = frozenset()
    resolve: Mapping[str, str] = field(default_factory=dict)
