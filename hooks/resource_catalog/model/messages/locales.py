"""Find what CLDR knows of a language by its tag, through Babel."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError

_WITHOUT_REGION = {"en-XA": "en", "es": "es-US"}
"""How a language is written whose tag names no region: our Spanish is that of the Americas."""


@cache
def locale_of(language: str) -> Locale:
    """What is known of a language, or of it in any region; English for an unknown one."""
    try:
        return Locale.parse(_WITHOUT_REGION.get(language, language), sep="-")
    except (UnknownLocaleError, ValueError):
        base = language.partition("-")[0]
        return Locale("en") if base == language else locale_of(base)
