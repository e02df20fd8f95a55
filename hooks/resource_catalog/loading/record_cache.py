"""Cache the records of a catalog between builds while the site is served."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from resource_catalog.loading.tags import Facets
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.vocabulary import Term, Vocabulary
from resource_catalog.model.translations.translated_text import TranslatedText


@dataclass(frozen=True)
class TranslatedFile:
    """A file of a translation without problems: its texts by path, and the record they are of."""

    document: Document
    record: Record
    texts: Mapping[str, TranslatedText]


@dataclass
class RecordCache:
    """Records without problems, and their documents, by path; beside them those of translations.

    A record depends only on the text of its file, on the facets and on the type of entries.
    """

    facets: Facets | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary[Term]] = field(default_factory=dict)
    entry_type: type[Record] | None = None
    records: dict[str, tuple[Document, Record]] = field(default_factory=dict)
    translations: dict[str, TranslatedFile] = field(default_factory=dict)

    def invalidate_if_changed(self, facets: Facets, entry_type: type[Record]) -> None:
        """Clear the cache if the facets or the fields of entries have changed."""
        self.facets = facets
        known = self.keys, self.vocabularies, self.entry_type
        if known != (facets.keys, facets.vocabularies, entry_type):
            self.keys, self.vocabularies, self.records = facets.keys, facets.vocabularies, {}
            self.entry_type = entry_type

    def get(self, path: str, text: str) -> tuple[Document, Record] | None:
        """The document and record of a file, if its text has not changed."""
        found = self.records.get(path)
        return found if found is not None and found[0].text == text else None

    def put(self, path: str, document: Document, record: Record) -> None:
        """Store the document and record of a file."""
        self.records[path] = document, record
