"""The canary: one address known good and one known bad, asked before all others."""

from __future__ import annotations

import asyncio

from console.link_watch.options import CannotRun, Options
from resource_catalog.links.checker import check
from resource_catalog.links.targets import Target
from resource_catalog.load import Loaded

GOOD = "https://www.iana.org/domains/reserved"
BAD = "https://www.iana.org/this-page-is-not-there-and-never-was"


def sing(options: Options, loaded: Loaded | None) -> None:
    """Ask the canary. A network that gets it wrong would get everything wrong."""
    own = loaded.catalog.identity.link_canary if loaded else None
    good = options.canary_good or (own.good if own else GOOD)
    bad = options.canary_bad or (own.bad if own else BAD)
    found = asyncio.run(check([Target(url=good), Target(url=bad)], options.settings))
    expected = (({"ok", "moved"}, "works"), ({"dead", "soft404"}, "does not"))
    for finding, (verdicts, truth) in zip(found, expected, strict=True):
        if finding.verdict not in verdicts:
            raise CannotRun(
                f"The network is at fault, not the catalog: {finding.url} surely {truth}, but is "
                f"judged “{finding.verdict}” ({finding.reason}). Nothing was checked and the "
                "ledger is left alone. --no-canary goes on all the same."
            )
