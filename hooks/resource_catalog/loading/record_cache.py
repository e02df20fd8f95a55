"""Cache the records of a catalog that is read again and again, as while the site is served."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from resource_catalog.loading.tags import Facets
from resource_catalog.loading.yaml.files import Document
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.vocabulary import Term, Vocabulary


@dataclass
class RecordCache:
    """Records in which nothing was wrong, with their documents, by path.

    A record depends on the text of its file and on the facets, and on nothing else.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary[Term]] = field(default_factory=dict)
    records: dict[str, tuple[Document, Record]] = field(default_factory=dict)

    def invalidate_if_changed(self, facets: Facets) -> None:
        """Empty the cache when the facets are not the same any more."""
        if (self.keys, self.vocabularies) != (facets.keys, facets.vocabularies):
            self.keys, self.vocabularies, self.records = facets.keys, facets.vocabularies, {}

    def get(self, path: str, text: str) -> tuple[Document, Record] | None:
        """What was read from a file, if its text is still the same."""
        found = self.records.get(path)
        return found if found is not None and found[0].text == text else None

    def put(self, path: str, document: Document, record: Record) -> None:
        """Keep what was read from a file."""
        self.records[path] = document, record
