"""Derive an unused id for a new entry from its title."""

from __future__ import annotations

import re
from collections.abc import Collection

from resource_catalog.model.field_types.slugs import is_device_name, suggest_slug
from resource_catalog.model.messages import _

MAX_ID_LENGTH = 60
"""Longer ids are hard to read, type and cite."""

_RESERVED_BY_SITE = re.compile(r"index|page-\d+")


def why_not_free(name: str, taken: Collection[str]) -> str:
    """Why an id cannot be used for a new entry, as a clause for a message; empty if it can."""
    if is_device_name(name):
        return _("Windows can have no file of that name")
    if _RESERVED_BY_SITE.fullmatch(name):
        return _("the site uses that name itself")
    return _("it is the id, or an old id, of another entry") if name in taken else ""


def shorten_slug(slug: str) -> str:
    """The first words of a slug, at most :data:`MAX_ID_LENGTH` characters."""
    if len(slug) <= MAX_ID_LENGTH:
        return slug
    return slug[: MAX_ID_LENGTH + 1].rpartition("-")[0] or slug[:MAX_ID_LENGTH]


def free_id(title: str, taken: Collection[str], fallback: str = "new-entry") -> str:
    """An unused id made from a title; as a slug, it is safe to use as a file name.

    ``taken`` are the ids and former ids of all entries. ``fallback`` is used if the title
    has no character that is allowed in an id.
    """
    stem = suggest_slug(title) or fallback
    if why_not_free(stem, ()):
        stem = f"{stem}-{fallback}"
    stem = shorten_slug(stem)
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name
