"""Name the fields of files in problems: the label that people know, and the key in the file."""

from __future__ import annotations

import re

from resource_catalog.loading.tags import Facets
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.records.record import Record


def field_name(record: type[Record], facets: Facets | None, key: str) -> str:
    """The name of the field under a key of a record: ``How to use it (recommended_use)``.

    A field whose label is its key has only one name: ``published``.
    """
    label = ""
    if declared := declared_fields(record).get(key):
        label = declared.translated(declared.label)
    elif facets and (vocabulary := facets.vocabularies.get(facets.keys.get(key, ""))):
        label = vocabulary.singular_label if vocabulary.single else vocabulary.label
    return f"{label} ({key})" if label and _words(label) != _words(key) else key


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold().replace("_", " "))
