"""Cache functions of an entry (or a term) for one build, however many pages and files call them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from resource_catalog.site.site import Site

Result = TypeVar("Result")
More = ParamSpec("More")


def cached_per_entry(
    function: Callable[Concatenate[Any, Site, More], Result],
) -> Callable[Concatenate[Any, Site, More], Result]:
    """Cache ``function(entry, site, ...)`` as long as the site exists.

    The first argument is anything with an ``id``, or a sequence of ids; further arguments must be
    hashable. All results are in memory at the same time, so they should be small.
    """

    @wraps(function)
    def cached(thing: Any, site: Site, /, *more: More.args, **named: More.kwargs) -> Result:
        results = site.cached_results.setdefault(function, {})
        key = (getattr(thing, "id", None) or tuple(thing), *more, *named.items())
        if key not in results:
            results[key] = function(thing, site, *more, **named)
        result: Result = results[key]
        return result

    return cached
