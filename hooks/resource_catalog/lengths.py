"""Lengths: how long several entries take together, as far as that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resource_catalog.model import Entry


@dataclass(frozen=True)
class Length:
    """``minutes`` are those that are known; of ``unknown`` entries nobody has said a length."""

    minutes: int
    unknown: int

    def __str__(self) -> str:
        """``1 h 15 min, and 3 without a known length``; nothing where nothing is known."""
        if not self.minutes:
            return ""
        hours, rest = divmod(self.minutes, 60)
        parts = [f"{hours} h" if hours else "", f"{rest} min" if rest else ""]
        known = " ".join(part for part in parts if part)
        return f"{known}, and {self.unknown} without a known length" if self.unknown else known


def length_of(entries: Sequence[Entry]) -> Length:
    """How long entries take one after the other."""
    known = [entry.minutes for entry in entries if entry.minutes]
    return Length(sum(known), len(entries) - len(known))
