"""Sound entries: the quick way from a file to its record, when there is nothing to say of it.

Nearly every entry is like that. At the first doubt ``entries`` reads it again, with care, and
that finds either the same record or the words for what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from resource_catalog.convert import keys_of
from resource_catalog.facets import Facets, Tags
from resource_catalog.model import TYPES, Entry, Term, Vocabulary
from resource_catalog.yaml_text import parse


class SoundEntries:
    """Reads entries that are tagged with the terms of some facets."""

    def __init__(self, facets: Facets) -> None:
        self._own = frozenset(keys_of(Entry))
        terms = {facet: _Terms(vocabulary) for facet, vocabulary in facets.loaded.items()}
        self._terms: Mapping[str, tuple[str, _Terms]] = {
            key: (facet, terms[facet]) for key, facet in facets.keys.items() if facet in terms
        }

    def read(self, entry_id: str, file: str, raw: bytes) -> Entry | None:
        """The entry in a file, or None at any doubt."""
        try:
            data, faults = parse(raw.decode("utf-8-sig"))
        except UnicodeDecodeError:
            return None
        if faults or type(data) is not dict:
            return None
        tags: Tags = {}
        fields: dict[str, Any] = {"id": entry_id, "tags": tags, "file": file}
        for key, value in data.items():
            if key in self._own:
                fields[key] = value
                continue
            facet, terms = self._terms.get(key, (None, None))
            named = terms.named(value) if terms else None
            if named is None or facet is None or facet in tags:
                return None
            tags[facet] = named
        if TYPES not in tags:
            return None
        try:
            return Entry.model_validate(fields)
        except ValidationError:
            return None


class _Terms:
    """The terms of a facet. Entries that name the same ones share them."""

    def __init__(self, vocabulary: Vocabulary[Term]) -> None:
        self._ids = {term: term for term in vocabulary.by_id}
        self._single = vocabulary.single
        self._seen: dict[tuple[Any, ...], tuple[str, ...]] = {}

    def named(self, value: Any) -> tuple[str, ...] | None:
        """What an entry names, or None where that is not right."""
        if type(value) is not (str if self._single else list):
            return None
        try:
            named = (value,) if self._single else tuple(value)
            if named not in self._seen:
                self._seen[named] = tuple(self._ids[term] for term in dict.fromkeys(named))
        except (KeyError, TypeError):  # no such term, or no text
            return None
        found = self._seen[named]
        return found if len(found) == len(named) else None
