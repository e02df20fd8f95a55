"""Add up how long several entries take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resource_catalog.model.field_types.durations import format_minutes
from resource_catalog.model.messages import _, number
from resource_catalog.model.records.entry import Entry


@dataclass(frozen=True)
class TotalDuration:
    """The sum of the known durations, and how many entries have an unknown one.

    ``minutes`` adds up the longer ends of ranges, ``at_least`` the shorter ones if there are any.
    """

    minutes: int
    unknown: int
    at_least: int | None = None

    def __str__(self) -> str:
        """Such as ``1 h 15 min, not counting 3 with no time listed``; empty if none is known.

        Where ranges are among them, such as ``45 min to 1 h 15 min``.
        """
        if not self.minutes:
            return ""
        known = format_minutes(self.minutes)
        if self.at_least is not None and self.at_least < self.minutes:
            shortest = format_minutes(self.at_least)
            known = _("%(shortest)s to %(longest)s", shortest=shortest, longest=known)
        if not self.unknown:
            return known
        return _(
            "%(duration)s, not counting %(number)s with no time listed",
            duration=known,
            number=number(self.unknown),
        )


def total_duration(entries: Sequence[Entry]) -> TotalDuration:
    """Add up the durations of entries, if at least half of them are known.

    A sum of fewer would be taken for much less than it is.
    """
    known = [entry for entry in entries if entry.minutes]
    unknown = len(entries) - len(known)
    if len(known) < unknown:
        return TotalDuration(0, unknown)
    longest = sum(entry.minutes or 0 for entry in known)
    shortest = sum(entry.shortest_minutes or 0 for entry in known)
    return TotalDuration(longest, unknown, shortest if shortest < longest else None)
