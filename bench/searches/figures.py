"""Figures: what many visits come to, as plain data for a table or a JSON file."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Any

from bench.searches.index_time import IndexTime
from bench.searches.visits import Browsing, Search, Typing, View

Figures = dict[str, Any]


def of_views(views: Sequence[View]) -> Figures:
    """Pages as they are first seen; the heaviest counts."""
    heaviest = max(views, key=lambda view: view.bytes)
    return {
        "bytes": heaviest.bytes,
        "requests": heaviest.requests,
        "page": heaviest.path,
        "index_bytes": max(view.index_bytes for view in views),
    }


def of_searches(searches: Sequence[Search]) -> Figures:
    """Medians over the queries that gave a result, and what each kind of query found."""
    answered = [search for search in searches if search.results]
    near = [search for search in answered if not search.slow]
    far = [search for search in answered if search.slow]
    asked = {(search.query, search.found) for search in searches}
    kinds = {query.kind for query, _ in asked}
    return {
        "bytes": _median([search.bytes for search in near]),
        "most_bytes": max((search.bytes for search in near), default=None),
        "requests": _median([search.requests for search in near]),
        "ms": _median([search.ms for search in near]),
        "slow_ms": _median([search.ms for search in far]),
        "opened_ms": _median([ms for s in far if (ms := s.ms_since_opened) is not None]),
        "asked": {kind: sum(q.kind == kind for q, _ in asked) for kind in sorted(kinds)},
        "found": {kind: sum(q.kind == kind and f for q, f in asked) for kind in sorted(kinds)},
        "each": [
            {
                "query": search.query.text,
                "kind": search.query.kind,
                "slow": search.slow,
                "ms": round(search.ms, 1),
                "bytes": search.bytes,
                "results": search.results,
                "found": search.found,
            }
            for search in searches
        ],
    }


def of_typing(visits: Sequence[Typing]) -> Figures:
    """What a key costs, usually and at worst.

    Each key counts with its median over the visits: what slows it down every
    time is ours, what does so once is the machine's.
    """
    keys = [median(ms) for ms in zip(*(visit.ms for visit in visits), strict=True)]
    worst = max(keys)
    return {
        "keys": len(keys),
        "median_ms": median(keys),
        "worst_ms": worst,
        "slowest": visits[0].texts[keys.index(worst)],
        "long_tasks": min(len(visit.long_tasks) for visit in visits),
    }


def of_browsing(visits: Sequence[Browsing]) -> Figures:
    """The page with the filters."""
    presses = [median(ms) for ms in zip(*(visit.press_ms for visit in visits), strict=True)]
    return {
        "bytes": median(visit.bytes for visit in visits),
        "requests": median(visit.requests for visit in visits),
        "ms": median(visit.ms for visit in visits),
        "slow_ms": median(visit.slow_ms for visit in visits),
        "presses": len(presses),
        "press_ms": median(presses),
        "worst_press_ms": max(presses),
        "press_requests": max(visit.press_requests for visit in visits),
        "most_cards": max(visit.most_cards for visit in visits),
        "nodes": max(visit.nodes for visit in visits),
        "typing": of_typing([visit.typing for visit in visits]),
    }


def of_index(measured: IndexTime) -> Figures:
    """How long the index takes to make."""
    return {"seconds": median(measured.seconds), "same_bytes": measured.same_bytes}


def _median(values: Sequence[float]) -> float | None:
    return median(values) if values else None
