"""Loading: a catalog folder to a Catalog and every problem found on the way.

The layout of the folder is known here and nowhere else.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from resource_catalog import documents
from resource_catalog.catalog import Catalog
from resource_catalog.convert import to_record
from resource_catalog.documents import Document
from resource_catalog.entries import EntryFolder, Remembered
from resource_catalog.facets import Facets
from resource_catalog.links import ledger
from resource_catalog.model import (
    PHASES,
    STAGES,
    Collection,
    Entry,
    Identity,
    Phase,
    Record,
    Stage,
    Synonyms,
)
from resource_catalog.moves import Redirects
from resource_catalog.problems import Problem
from resource_catalog.suggestions import did_you_mean
from resource_catalog.values import suggest_slug
from resource_catalog.yaml_text import Path as YamlPath

IDENTITY_FILE = "catalog.yml"
SYNONYMS_FILE = "synonyms.yml"
REDIRECTS_FILE = "redirects.yml"
LEDGER_FILE = "link-ledger.json"
VOCABULARIES = "vocabularies"
ENTRIES = "entries"
COLLECTIONS = "collections"

R = TypeVar("R", bound=Record)


@dataclass
class Loaded:
    """What came out of a catalog folder, whole or not.

    ``catalog`` holds whatever could be read, so that the rules across entries
    can be applied even while some files are broken. ``broken_ids`` are entries
    that exist but cannot be used at all; of ``doubtful_ids`` something is
    wrong, so what they seem to lack is not held against them. The documents
    tell where things stand.
    """

    folder: Path
    catalog: Catalog
    problems: list[Problem] = field(default_factory=list)
    broken_ids: frozenset[str] = frozenset()
    doubtful_ids: frozenset[str] = frozenset()
    entry_documents: Mapping[str, Document] = field(default_factory=dict)
    facet_documents: Mapping[str, Document] = field(default_factory=dict)
    collection_documents: Mapping[str, Document] = field(default_factory=dict)
    identity_document: Document | None = None
    moves_document: Document | None = None

    @property
    def entries(self) -> Iterable[Entry]:
        """Every entry that could be read."""
        return self.catalog.entries.values()

    def document_of(self, entry: Entry) -> Document:
        """Where an entry stands; made for who has something to say of it."""
        return self.entry_documents[entry.id]

    def each_collection(self) -> Iterator[tuple[Collection, Document]]:
        """Every collection that could be read, with its document."""
        for collection in self.catalog.collections.values():
            yield collection, self.collection_documents[collection.id]

    def each_phase(self) -> Iterator[tuple[Phase, Document, YamlPath]]:
        """Every phase, with its document and its place there."""
        if PHASES in self.catalog.facets:
            for index, phase in enumerate(self.catalog.phases):
                yield phase, self.facet_documents[PHASES], ("terms", index)

    def each_stage(self) -> Iterator[tuple[Stage, Document, YamlPath]]:
        """Every stage, with its document and its place there."""
        if STAGES in self.catalog.facets:
            for index, stage in enumerate(self.catalog.stages):
                yield stage, self.facet_documents[STAGES], ("terms", index)


class UnusableFolder(Exception):
    """The folder is not a catalog at all. The message says why."""


def load(folder: Path, remembered: Remembered | None = None) -> Loaded:
    """Read a catalog folder; with ``remembered``, only the entries that changed since.

    Raises :class:`UnusableFolder` when there is nothing at ``folder`` that
    could be a catalog; every other fault is a problem in the result.
    """
    name = documents.shown(folder)
    if not os.path.isdir(folder):
        what = "is not a folder" if os.path.exists(folder) else "is not there"
        raise UnusableFolder(f"The catalog {name} {what}.")
    for part in (VOCABULARIES, ENTRIES):
        if not os.path.isdir(folder / part):
            raise UnusableFolder(f"{name} is not a catalog: there is no folder “{part}” in it.")
        try:
            os.listdir(folder / part)
        except OSError as error:
            raise UnusableFolder(f"{name}/{part} cannot be opened: {error.strerror}.") from None
    problems = _misplaced(folder)
    identity_document, identity = _optional(folder / IDENTITY_FILE, Identity, problems)
    _, synonyms = _optional(folder / SYNONYMS_FILE, Synonyms, problems)
    moves_document, redirects = _optional(folder / REDIRECTS_FILE, Redirects, problems)
    groups = synonyms.groups if synonyms else ()
    facets = Facets(folder / VOCABULARIES, problems, groups)
    remembered = remembered or Remembered()
    remembered.heed(facets)
    entries = EntryFolder(folder / ENTRIES, facets, problems, remembered)
    collections = _Collections(folder / COLLECTIONS, problems)
    return Loaded(
        folder=folder,
        catalog=Catalog(
            identity or Identity(title=_title_of(folder)),
            facets.loaded,
            entries.loaded,
            groups,
            ledger.with_former_urls(
                _ledger(folder / LEDGER_FILE, problems), addresses(entries.loaded.values())
            ),
            redirects.moved if redirects else (),
            collections.loaded,
        ),
        problems=problems,
        broken_ids=frozenset(entries.files.keys() - entries.loaded.keys()),
        doubtful_ids=frozenset(entries.doubtful),
        entry_documents=entries.documents,
        facet_documents=facets.documents,
        collection_documents=collections.documents,
        identity_document=identity_document,
        moves_document=moves_document,
    )


def _title_of(folder: Path) -> str:
    """A catalog that does not say its name goes by that of its folder."""
    return suggest_slug(folder.resolve().name).replace("-", " ").title() or "Catalog"


def _misplaced(folder: Path) -> list[Problem]:
    """YAML files that lie beside the folders they belong in, where nothing reads them."""
    known = (IDENTITY_FILE, SYNONYMS_FILE, REDIRECTS_FILE)
    return [
        Problem(
            documents.shown(path),
            1,
            1,
            "stray-file",
            f"Nothing reads this file; only {', '.join(known[:-1])} and {known[-1]} lie here.",
            did_you_mean(path.name, known) or f"Does it belong in “{ENTRIES}”?",
        )
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in documents.SUFFIXES
        and path.name not in known
        and not path.name.startswith(".")
    ]


def _optional(
    path: Path, model: type[R], problems: list[Problem]
) -> tuple[Document | None, R | None]:
    """The document and record of a file that a catalog need not have."""
    if not os.path.lexists(path):
        return None, None
    document, found = documents.read(path)
    problems += found
    if document is None:
        return None, None
    record, found = to_record(model, document, document.data)
    problems += found
    return document, record


def addresses(entries: Iterable[Entry]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every address of a link, with those that it had before."""
    return ((link.url, link.formerly) for entry in entries for link in entry.links)


def _ledger(path: Path, problems: list[Problem]) -> ledger.Ledger:
    """What the link watch remembers; nothing when it never ran."""
    if not os.path.lexists(path):
        return ledger.EMPTY
    file = documents.shown(path)
    raw = documents.read_bytes(path, ledger.MAX_BYTES)
    if isinstance(raw, tuple):
        problems.append(Problem(file, 1, 1, *raw))
        return ledger.EMPTY
    try:
        return ledger.parse(raw)
    except ledger.DamagedLedgerError as damage:
        hint = "Take the file back from the last good commit, or delete it to start afresh."
        problems.append(Problem(file, damage.line, damage.column, "bad-ledger", str(damage), hint))
        return ledger.EMPTY


class _Collections:
    """The collections in a folder, which a catalog need not have."""

    def __init__(self, folder: Path, problems: list[Problem]) -> None:
        self.loaded: dict[str, Collection] = {}
        self.documents: dict[str, Document] = {}
        self._files: dict[str, str] = {}
        self._problems = problems
        if os.path.lexists(folder):
            paths, found = documents.find(folder)
            problems += found
            for path in paths:
                self._read(path)

    def _read(self, path: str) -> None:
        collection_id, found = documents.id_of(path)
        self._problems += found
        other = self._files.setdefault(collection_id, path)
        if other is not path:
            self._problems.append(documents.same_id(path, other, collection_id))
            return
        document, found = documents.read(path)
        self._problems += found
        if document is None:
            return
        collection, found = to_record(
            Collection,
            document,
            document.data,
            extra={"id": collection_id, "file": document.file},
        )
        self._problems += found
        if collection is not None:
            self.loaded[collection_id] = collection
            self.documents[collection_id] = document
