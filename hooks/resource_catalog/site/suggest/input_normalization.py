"""Provide the browser's form with how values may be typed: what the model declares, as plain data.

What can only mean one thing is taken so, in the form as in every other way in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from resource_catalog.loading.catalog_checks.date_checks import (
    HAS_BEEN,
    MOST_AHEAD,
    NOT_OUT_YET,
    in_the_future,
)
from resource_catalog.model.addresses import private_hosts
from resource_catalog.model.addresses.wrapped_urls import PARAMETER_WRAPPERS
from resource_catalog.model.field_types import dates, languages, slugs, texts, urls
from resource_catalog.model.messages import _

READ_TYPES = ("date", "language")
"""The types of values that may be typed in several ways."""


NAMES = ("authors", "publishers", "contributors")
"""The keys of the questions for names, of which not every text is one."""


def readings() -> dict[str, Any]:
    """The patterns and words; each pattern is one of JavaScript, for a whole text."""
    return {
        "dates": [_pattern(known) for known in dates.WRITTEN_DATES],
        "months": dates.SHORT_MONTHS,
        "languages": languages.LANGUAGES,
        "tag": _pattern(languages.WRITTEN_TAG),
        "bareHost": _pattern(urls.BARE_HOST),
        "fileEndings": sorted(urls.FILE_ENDINGS),
        "noName": _pattern(texts.NO_NAME),
        "devices": sorted(slugs.DEVICE_NAMES),
        "wrappers": PARAMETER_WRAPPERS,
        "localName": _pattern(private_hosts.LOCAL_NAME),
        "accounts": [[_pattern(p) for p in known] for known in private_hosts.ACCOUNTS],
        "daysAhead": MOST_AHEAD.days,
        "firstYear": dates.FIRST_YEAR,
    }


def reading_messages() -> Mapping[str, Mapping[str, str]]:
    """What is said of addresses that lead nowhere, and of what is not out yet, as templates."""
    reasons = {
        "computer": private_hosts.ONE_COMPUTER,
        "network": private_hosts.ONE_NETWORK,
        "account": private_hosts.ONE_ACCOUNT,
    }
    found = {name: private_hosts.refusal("{value}", _(why)) for name, why in reasons.items()} | {
        "future": (in_the_future("{value}"), _(NOT_OUT_YET)),
        "ahead": (in_the_future("{value}"), _(HAS_BEEN)),
    }
    return {name: {"message": message, "hint": hint} for name, (message, hint) in found.items()}


def _pattern(known: re.Pattern[str]) -> str:
    """A pattern as JavaScript writes it."""
    return f"^(?:{known.pattern.replace('(?P<', '(?<')})$"
