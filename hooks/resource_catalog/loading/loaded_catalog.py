"""Hold what was read of the folder of a catalog: its records, their documents and all problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from resource_catalog.loading.record_folder import Records
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.tool import Tool
from resource_catalog.model.records.vocabulary import (
    PHASES,
    STAGES,
    Phase,
    Stage,
    Term,
    Vocabulary,
)

R = TypeVar("R", bound=Record)


@dataclass
class LoadedCatalog:
    """The result of loading a catalog folder, with its problems.

    ``catalog`` has everything that could be read, so that checks across entries
    run even if some files are broken. ``broken_ids`` are entries that cannot be
    used at all. ``doubtful_ids`` have problems, so nothing is reported as
    missing from them. Documents know the position of every key and value.
    ``other_records`` are those of ``catalog_folder.RECORD_FOLDERS`` by type.
    """

    folder: Path
    catalog: Catalog
    vocabularies: Records[Vocabulary[Term]]
    other_records: Mapping[type[Record], Records[Any]]
    identity_document: Document | None
    entry_documents: Mapping[str, Document]
    redirects_document: Document | None
    check_document: Document | None
    situations_document: Document | None
    broken_ids: frozenset[str]
    doubtful_ids: frozenset[str]
    problems: list[Problem]

    @property
    def entries(self) -> Iterable[Entry]:
        """Every entry that could be read."""
        return self.catalog.entries.values()

    @property
    def known_ids(self) -> Set[str]:
        """The ids of all entries and tools, those that are broken included."""
        tools = self.records(Tool).files.keys()
        return self.catalog.entries.keys() | self.broken_ids | tools

    @property
    def facet_documents(self) -> Mapping[str, Document]:
        """The documents of the vocabularies by facet."""
        return self.vocabularies.documents

    def document_of(self, entry: Entry) -> Document:
        """The document of an entry."""
        return self.entry_documents[entry.id]

    def records(self, record_type: type[R]) -> Records[R]:
        """The records of one type in ``catalog_folder.RECORD_FOLDERS``."""
        return self.other_records.get(record_type) or Records()

    def each(self, record_type: type[R]) -> Iterator[tuple[R, Document]]:
        """Every record of one type that could be read, with its document."""
        records = self.records(record_type)
        for record_id, record in records.by_id.items():
            yield record, records.documents[record_id]

    def each_phase(self) -> Iterator[tuple[Phase, Document, YamlPath]]:
        """Every phase, with its document and its path in it."""
        for index, phase in enumerate(self.catalog.phases):
            yield phase, self.facet_documents[PHASES], ("terms", index)

    def each_stage(self) -> Iterator[tuple[Stage, Document, YamlPath]]:
        """Every stage, with its document and its path in it."""
        for index, stage in enumerate(self.catalog.stages):
            yield stage, self.facet_documents[STAGES], ("terms", index)
