"""Join phrases into one regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable

from resource_catalog.model.title_matching import fold_text

_UNDECOMPOSED = str.maketrans({"ł": "l", "ı": "i", "ø": "o", "æ": "ae", "đ": "d", "œ": "oe"})


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile phrases into one regular expression that matches any of them."""
    return re.compile("|".join(f"(?:{fold_text(phrase)})" for phrase in phrases))


def plain(text: str) -> str:
    """Replace the letters that Unicode does not take apart, such as ł and ø."""
    return text if text.isascii() else text.translate(_UNDECOMPOSED)


def stems_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Like :func:`any_of`, to be matched against :func:`plain` text."""
    return any_of(plain(phrase) for phrase in phrases)
