"""Summarize visits as plain data, for tables and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Any

from bench.searches.index_time import IndexTime
from bench.searches.visits import BrowsingVisit, PageVisit, SearchVisit, TypingVisit

Figures = dict[str, Any]


def summarize_views(views: Sequence[PageVisit]) -> Figures:
    """Summarize first page views by the heaviest page."""
    heaviest = max(views, key=lambda view: view.bytes)
    return {
        "bytes": heaviest.bytes,
        "requests": heaviest.requests,
        "page": heaviest.path,
        "index_bytes": max(view.index_bytes for view in views),
    }


def summarize_searches(searches: Sequence[SearchVisit]) -> Figures:
    """Medians over the queries with results, and how many of each kind of query had a hit."""
    with_results = [search for search in searches if search.results]
    fast = [search for search in with_results if not search.slow]
    slow = [search for search in with_results if search.slow]
    queries = {(search.query, search.found) for search in searches}
    kinds = {query.kind for query, _ in queries}
    return {
        "bytes": _median([search.bytes for search in fast]),
        "most_bytes": max((search.bytes for search in fast), default=None),
        "requests": _median([search.requests for search in fast]),
        "ms": _median([search.ms for search in fast]),
        "slow_ms": _median([search.ms for search in slow]),
        "opened_ms": _median([ms for s in slow if (ms := s.ms_since_opened) is not None]),
        "asked": {kind: sum(q.kind == kind for q, _ in queries) for kind in sorted(kinds)},
        "found": {kind: sum(q.kind == kind and f for q, f in queries) for kind in sorted(kinds)},
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


def summarize_typing(visits: Sequence[TypingVisit]) -> Figures:
    """The median and worst time per keystroke.

    Each keystroke counts with its median over the visits, which leaves out noise of the machine.
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


def summarize_browsing(visits: Sequence[BrowsingVisit]) -> Figures:
    """Summarize visits to the browse page."""
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
        "typing": summarize_typing([visit.typing for visit in visits]),
    }


def summarize_index(measured: IndexTime) -> Figures:
    """Summarize the time to build the index."""
    return {"seconds": median(measured.seconds), "same_bytes": measured.same_bytes}


def _median(values: Sequence[float]) -> float | None:
    return median(values) if values else None
