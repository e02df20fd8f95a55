"""Make ids of the labels of terms."""

from __future__ import annotations

from collections.abc import Sequence

from resource_catalog.model.field_types.slugs import suggest_slug

_SIGNS = {"+": " plus", "#": " sharp", "&": " and ", "@": " at ", "*": " star", "%": " percent"}


def ids_of_labels(labels: Sequence[str], taken: Sequence[str] = ()) -> list[str]:
    """An id for each label. Two labels never have the same: C++ is ``c-plus-plus``."""
    used = set(taken)
    found = []
    for label in labels:
        plain = "".join(_SIGNS.get(sign, sign) for sign in label)
        if plain.startswith("."):
            plain = f"dot {plain[1:]}"
        stem = suggest_slug(plain) or "term"
        name, number = stem, 1
        while name in used:
            number += 1
            name = f"{stem}-{number}"
        used.add(name)
        found.append(name)
    return found
