"""Free ids: a name for a new entry, made from its title, that nothing else goes by."""

from __future__ import annotations

import re
from collections.abc import Collection

from resource_catalog.values import suggest_slug

LONGEST = 60
"""A longer id is no pleasure to read, type or cite."""

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in "123456789")}
)
_OF_THE_SITE = re.compile(r"index|page-\d+")


def why_not_free(name: str, taken: Collection[str]) -> str:
    """What keeps an id from being used for something new, as half a sentence; empty if nothing."""
    if name in _DEVICES:
        return "Windows can have no file of that name"
    if _OF_THE_SITE.fullmatch(name):
        return "the site uses that name itself"
    return "it is the id, or an old id, of another entry" if name in taken else ""


def free_id(title: str, taken: Collection[str], spare: str = "new-entry") -> str:
    """An id that is free: from the title, so no sign of it can lead out of the folder.

    ``taken`` are the ids and old ids of all entries. ``spare`` helps out where
    the title holds nothing that an id can.
    """
    base = suggest_slug(title) or spare
    if why_not_free(base, ()):
        base = f"{base}-{spare}"
    if len(base) > LONGEST:
        base = base[: LONGEST + 1].rpartition("-")[0] or base[:LONGEST]
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name
