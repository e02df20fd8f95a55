"""Sort entries by title, in the same order whatever the language, case and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from resource_catalog.model.records.entry import Entry


def title_sort_key(entry: Entry) -> tuple[str, str]:
    """A sort key for titles that ignores case, accents and punctuation.

    Translated titles are in the order of their sources, so that an order is the same everywhere.
    """
    title = entry.title
    return _normalized_title(getattr(title, "source", title)), entry.id


_PUNCTUATION = re.compile("[^a-z0-9 ]+")


@lru_cache(maxsize=100_000)
def _normalized_title(title: str) -> str:
    if title.isascii():
        return _PUNCTUATION.sub("", title.lower()).strip()
    plain = unicodedata.normalize("NFKD", title).casefold()
    return "".join(c for c in plain if c.isalnum() or c == " ").strip()
