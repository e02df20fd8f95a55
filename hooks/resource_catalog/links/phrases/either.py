"""Many ways of saying one thing, as one regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable

from resource_catalog.links.words import folded


def either(phrases: Iterable[str]) -> re.Pattern[str]:
    """One expression for all of some phrases."""
    return re.compile("|".join(f"(?:{folded(phrase)})" for phrase in phrases))
