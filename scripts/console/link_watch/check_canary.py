"""Check the canary URLs before a run, to detect a broken network."""

from __future__ import annotations

import asyncio

from console.link_watch.errors import CannotCheckError
from console.link_watch.options import Options
from resource_catalog.links.ask import canary
from resource_catalog.links.checker import check
from resource_catalog.links.target import Target
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.model.messages import _


def check_canary(options: Options, loaded: LoadedCatalog | None) -> None:
    """Check both canary URLs. Raises :class:`CannotCheckError` if a verdict is wrong."""
    own = loaded.catalog.identity.link_canary if loaded else None
    urls = canary.canary_urls(own, options.canary_good, options.canary_bad)
    found = asyncio.run(check([Target(url) for url in urls], options.settings))
    if wrong := canary.find_misjudged(found):
        finding, truth = wrong
        raise CannotCheckError(
            _(
                "The network is at fault, not the catalog: %(url)s certainly %(truth)s, but "
                "came out as “%(verdict)s” (%(reason)s). Nothing was checked and the ledger is "
                "unchanged. --no-canary runs the check anyway.",
                url=finding.url,
                truth=_(truth),
                verdict=finding.verdict,
                reason=finding.reason,
            )
        )
