"""A ruling: a verdict with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from resource_catalog.links.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict with its reason."""

    verdict: Verdict
    reason: str
