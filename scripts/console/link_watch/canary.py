"""The canary, asked before all others."""

from __future__ import annotations

import asyncio

from console.link_watch.options import CannotRun, Options
from resource_catalog.links import canary
from resource_catalog.links.checker import check
from resource_catalog.links.targets import Target
from resource_catalog.load import Loaded


def ask_canary(options: Options, loaded: Loaded | None) -> None:
    """Ask both addresses. Raises :class:`CannotRun` when the network gets one wrong."""
    own = loaded.catalog.identity.link_canary if loaded else None
    urls = canary.addresses(own, options.canary_good, options.canary_bad)
    found = asyncio.run(check([Target(url) for url in urls], options.settings))
    if wrong := canary.misjudged(found):
        finding, truth = wrong
        raise CannotRun(
            f"The network is at fault, not the catalog: {finding.url} surely {truth}, but is "
            f"judged “{finding.verdict}” ({finding.reason}). Nothing was checked and the "
            "ledger is left alone. --no-canary goes on all the same."
        )
