"""Choose and evaluate the canary: a good and a bad URL, checked before all others.

A network in which their verdicts are wrong, such as one with a captive portal, would give wrong
verdicts on all links.
"""

from __future__ import annotations

from collections.abc import Sequence

from resource_catalog.links.finding import Finding
from resource_catalog.model.messages import N_
from resource_catalog.model.records.catalog_settings import Canary

GOOD_URL = "https://www.iana.org/domains/reserved"
BAD_URL = "https://www.iana.org/this-page-is-not-there-and-never-was"

_EXPECTED = (({"ok", "moved"}, N_("works")), ({"dead", "soft404"}, N_("does not")))


def canary_urls(own: Canary | None, good: str | None = None, bad: str | None = None) -> list[str]:
    """The good and the bad URL: as given, else those of the catalog, else the defaults."""
    return [good or (own.good if own else GOOD_URL), bad or (own.bad if own else BAD_URL)]


def find_misjudged(findings: Sequence[Finding]) -> tuple[Finding, str] | None:
    """The first finding with a wrong verdict, and the truth about its URL; None if none."""
    for finding, (verdicts, truth) in zip(findings, _EXPECTED, strict=True):
        if finding.verdict not in verdicts:
            return finding, truth
    return None
