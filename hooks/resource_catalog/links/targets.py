"""Targets, findings and settings: what goes into the link watch and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from resource_catalog.links.verdicts import Verdict

USER_AGENT = "Mozilla/5.0 (compatible; resource-catalog-link-watch/1.0)"
"""How the link watch introduces itself; the first words keep simple-minded servers calm."""


@dataclass(frozen=True, slots=True)
class Target:
    """One address to look at, and what is known of the thing that should be there.

    ``known_title`` and ``known_type`` are what the ledger noted while the link
    was fine; without them nothing can have drifted.
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
    """What was found at one address.

    ``final_url`` is the permanent target for *moved* and otherwise nothing;
    ``title`` and ``content_type`` are those of the page as seen; ``redirects``
    are the status and target of each redirect that was followed.
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
    """How to ask.

    ``timeout`` is seconds for one answer. Without ``proxy``, the usual
    environment variables are followed if ``trust_env``. ``ca_file`` is trusted
    in addition to what the system trusts. ``allow_private`` names host:port
    pairs that may be reached although they are private, and ``resolve`` sends
    a host (or host:port) to an ``address:port``: both are for tests.
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
