"""Canary: one address known good and one known bad, asked before all others.

A network that gets them wrong, such as a hotel's before anybody has signed in, would get
everything wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from resource_catalog.links.targets import Finding
from resource_catalog.model import Canary

GOOD = "https://www.iana.org/domains/reserved"
BAD = "https://www.iana.org/this-page-is-not-there-and-never-was"

_EXPECTED = (({"ok", "moved"}, "works"), ({"dead", "soft404"}, "does not"))


def addresses(own: Canary | None, good: str | None = None, bad: str | None = None) -> list[str]:
    """The good address and the bad one: as given, else the catalog's own, else ours."""
    return [good or (own.good if own else GOOD), bad or (own.bad if own else BAD)]


def misjudged(findings: Sequence[Finding]) -> tuple[Finding, str] | None:
    """The first of both findings that is wrong, and what the address surely does."""
    for finding, (verdicts, truth) in zip(findings, _EXPECTED, strict=True):
        if finding.verdict not in verdicts:
            return finding, truth
    return None
