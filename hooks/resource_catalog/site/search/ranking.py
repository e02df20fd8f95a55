"""Rank documents for a single term as ``overrides/js/search/ranking/ranking.js`` does."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

IN_TITLE, FEATURED, CLOSED = 6, 1.1, 0.95
"""The least weight of a term in a title, and what is put forward or back; as in ``weights.js``."""


@dataclass(frozen=True)
class Ranking:
    """How ``ranking.js`` ranks documents for a single term."""

    featured: Container[int] = ()
    closed: Container[int] = ()

    def rank(self, number: int, weight: int) -> tuple[bool, float]:
        """The rank of a document with a term of some weight; the lowest comes first."""
        is_featured, is_closed = number in self.featured, number in self.closed
        score = (1 + weight) * (FEATURED if is_featured else 1) * (CLOSED if is_closed else 1)
        return is_closed and not is_featured and weight < IN_TITLE, -score
