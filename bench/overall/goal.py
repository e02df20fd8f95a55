"""Define Goal, one row of the table: a limit and what was measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """A figure that is to stay at or below a limit.

    ``unit`` stands behind both. ``measured`` is None if it could not be measured, and ``detail``
    has the figures that it was worked out from, or says what was missing. Without a ``limit``, the
    figure is reported only.
    """

    text: str
    limit: float | None
    unit: str
    measured: float | None
    detail: str = ""

    @property
    def verdict(self) -> str:
        """``met``, ``missed``, ``not measured``, or nothing for a figure without a limit."""
        if self.measured is None:
            return "not measured"
        if self.limit is None:
            return ""
        return "met" if self.measured <= self.limit else "**missed**"
