"""Join phrases into one regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable

from resource_catalog.model.title_matching import fold_text


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile phrases into one regular expression that matches any of them."""
    return re.compile("|".join(f"(?:{fold_text(phrase)})" for phrase in phrases))
