"""Add up how long several entries take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resource_catalog.model.records.entry import Entry


@dataclass(frozen=True)
class TotalDuration:
    """The sum of the known durations, and how many entries have an unknown one."""

    minutes: int
    unknown: int

    def __str__(self) -> str:
        """Such as ``1 h 15 min, and 3 without a known length``; empty if none is known."""
        if not self.minutes:
            return ""
        hours, rest = divmod(self.minutes, 60)
        parts = [f"{hours} h" if hours else "", f"{rest} min" if rest else ""]
        known = " ".join(part for part in parts if part)
        return f"{known}, and {self.unknown} without a known length" if self.unknown else known


def total_duration(entries: Sequence[Entry]) -> TotalDuration:
    """Add up the durations of entries."""
    known = [entry.minutes for entry in entries if entry.minutes]
    return TotalDuration(sum(known), len(entries) - len(known))
