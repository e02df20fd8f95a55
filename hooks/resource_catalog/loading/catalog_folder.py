"""Load the folder of a catalog, and collect all problems found on the way."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from resource_catalog.loading.context.field_labels import field_name
from resource_catalog.loading.convert.record_conversion import to_record
from resource_catalog.loading.folder_layout import (
    CHANGE_LOG_FILE,
    CHECK_FILE,
    COLLECTIONS,
    ENTRIES,
    IDENTITY_FILE,
    REDIRECTS_FILE,
    SITUATIONS_FILE,
    SYNONYMS_FILE,
    TOOLS,
    ledger_path,
    require_catalog,
    stray_files,
)
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.loading.record_folder import RecordFolder, Records, read_folder
from resource_catalog.loading.tags import Facets
from resource_catalog.loading.translations.read_translations import read_translations
from resource_catalog.loading.vocabularies import (
    facets_of,
    in_order,
    missing_vocabularies,
    read_vocabularies,
)
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model import change_log, ledger_text, link_ledger
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_types.slugs import suggest_slug
from resource_catalog.model.markdown.parsed_body import PICTURE_SUFFIXES, PICTURES
from resource_catalog.model.messages import _, activate
from resource_catalog.model.messages.language_messages import ENGLISH
from resource_catalog.model.messages.own_words import with_words
from resource_catalog.model.messages.po_files import messages_in
from resource_catalog.model.own_fields import entry_type
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.catalog_settings import CatalogSettings
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.redirects import Redirects
from resource_catalog.model.records.self_check import SelfCheck
from resource_catalog.model.records.situations import Situations
from resource_catalog.model.records.synonyms import Synonyms
from resource_catalog.model.records.tool import Tool
from resource_catalog.model.records.vocabulary import (
    PHASES,
    STAGES,
    TYPES,
    Phase,
    Stage,
    Term,
    Vocabulary,
)
from resource_catalog.tools.kind_registry import any_tool, record_types

ENTRY_FOLDER = RecordFolder(ENTRIES, Entry, implied_facets=(TYPES,), partial=True)
RECORD_FOLDERS: tuple[RecordFolder[Any], ...] = (
    RecordFolder(COLLECTIONS, Collection),
    RecordFolder(
        TOOLS,
        Tool,
        variants=record_types,
        variant_key="kind",
        unknown_variant=any_tool,
        partial=True,
    ),
)
"""The folders that a catalog may have beside its vocabularies and entries."""

R = TypeVar("R", bound=Record)


@dataclass
class LoadedCatalog:
    """The result of loading a catalog folder, with its problems.

    ``catalog`` has everything that could be read, so that checks across entries
    run even if some files are broken. ``broken_ids`` are entries that cannot be
    used at all. ``doubtful_ids`` have problems, so nothing is reported as
    missing from them. Documents know the position of every key and value.
    ``other_records`` are the records of :data:`RECORD_FOLDERS` by type.
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
        """The records of one type in :data:`RECORD_FOLDERS`."""
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


def load(
    folder: Path,
    cache: RecordCache | None = None,
    record_folders: Iterable[RecordFolder[Any]] = RECORD_FOLDERS,
    *,
    today: datetime.date | None = None,
) -> LoadedCatalog:
    """Load a catalog folder; with a ``cache``, only records that have changed are parsed.

    With ``today``, hints on days know what day it is.
    Raises :class:`UnusableFolderError` if ``folder`` is not a catalog. Anything
    else that is wrong is a problem in the result.
    """
    require_catalog(folder)
    problems = stray_files(folder)
    identity_document, identity = _read_optional(folder / IDENTITY_FILE, CatalogSettings, problems)
    _say_in_language_of(identity)
    _, synonyms = _read_optional(folder / SYNONYMS_FILE, Synonyms, problems)
    redirects_document, redirects = _read_optional(folder / REDIRECTS_FILE, Redirects, problems)
    check_document, self_check = _read_optional(folder / CHECK_FILE, SelfCheck, problems)
    situations_document, situations = _read_optional(folder / SITUATIONS_FILE, Situations, problems)
    groups = synonyms.groups if synonyms else ()
    vocabularies = read_vocabularies(folder)
    facets = facets_of(vocabularies, groups)
    cache = cache or RecordCache()
    entry_folder = replace(_entry_folder(identity, identity_document, facets), today=today)
    cache.invalidate_if_changed(facets, entry_folder.record_type)
    entries = read_folder(folder, entry_folder, facets, cache)
    other_records: dict[type[Record], Records[Any]] = {
        record_folder.record_type: read_folder(
            folder, replace(record_folder, today=today), facets, cache
        )
        for record_folder in record_folders
    }
    problems += [*vocabularies.problems, *entries.problems]
    problems += [problem for records in other_records.values() for problem in records.problems]
    problems += missing_vocabularies(folder, facets, vocabularies.files, entries.documents.values())
    catalog = Catalog(
        identity or CatalogSettings(title=_default_title(folder)),
        in_order(vocabularies.by_id, identity.facets if identity else ()),
        entries.by_id,
        groups,
        link_ledger.with_former_urls(
            _read_ledger(folder, problems), addresses(entries.by_id.values())
        ),
        redirects.moved if redirects else (),
        {record_type: records.by_id for record_type, records in other_records.items()},
        _pictures(folder / PICTURES),
        self_check or SelfCheck(),
        situations.situations if situations else (),
        _read_change_log(folder / CHANGE_LOG_FILE, problems),
    )
    if translations := read_translations(folder, catalog, problems, cache):
        catalog = replace(catalog, translations=translations)
    return LoadedCatalog(
        folder=folder,
        catalog=catalog,
        vocabularies=vocabularies,
        other_records=other_records,
        identity_document=identity_document,
        entry_documents=entries.documents,
        redirects_document=redirects_document,
        check_document=check_document,
        situations_document=situations_document,
        broken_ids=entries.broken,
        doubtful_ids=frozenset(entries.doubtful),
        problems=problems,
    )


def entries_again(folder: Path, catalog: Catalog, cache: RecordCache) -> Catalog | None:
    """A catalog with its entries and translations as their files are now.

    ``cache`` is that with which it was loaded; nothing else in its folder may have changed since.
    None if there is a problem in a file. What concerns several of them is not checked.
    """
    entries = read_folder(folder, entry_folder_of(catalog), cache.facets, cache)
    problems = list(entries.problems)
    catalog = replace(catalog, entries=entries.by_id)
    if not problems and catalog.translations:
        translations = read_translations(folder, catalog, problems, cache)
        catalog = replace(catalog, translations=translations)
    return None if problems else catalog


def entry_folder_of(catalog: Catalog) -> RecordFolder[Entry]:
    """The folder of the entries of a catalog, which have the fields that it adds."""
    return replace(ENTRY_FOLDER, record_type=catalog.entry_type)


def _entry_folder(
    identity: CatalogSettings | None, document: Document | None, facets: Facets
) -> RecordFolder[Entry]:
    """The folder of entries; the names of wrong fields in ``document`` are not unknown keys."""
    if identity is not None:
        own = tuple(known for known in identity.fields if known.name not in facets.keys)
        return replace(ENTRY_FOLDER, record_type=entry_type(own))
    given = document.data.get("fields") if document else None
    names = [own.get("name") for own in given if isinstance(own, dict)] if given else []
    return replace(ENTRY_FOLDER, other_keys=tuple(n for n in names if isinstance(n, str)))


def _say_in_language_of(identity: CatalogSettings | None) -> None:
    """From here on, problems and pages are in the language and the words of the catalog."""
    if identity is None:
        activate(ENGLISH)
    else:
        activate(with_words(messages_in(identity.language), identity.words))


def _default_title(folder: Path) -> str:
    """The title of a catalog without one: the name of its folder."""
    return suggest_slug(folder.resolve().name).replace("-", " ").title() or "Catalog"


def _pictures(folder: Path) -> dict[str, Path]:
    """The pictures below a folder, which need not exist, by their paths; no symbolic links."""
    if folder.is_symlink():
        return {}
    return {
        path.relative_to(folder).as_posix(): path
        for current, _, names in os.walk(folder)
        for path in (Path(current, name) for name in names)
        if path.suffix.lower() in PICTURE_SUFFIXES and path.is_file() and not path.is_symlink()
    }


def _read_optional(
    path: Path, model: type[R], problems: list[Problem]
) -> tuple[Document | None, R | None]:
    """Read an optional file: its document and its record, as far as they could be read."""
    if not os.path.lexists(path):
        return None, None
    document, found = yaml_file.read(path)
    problems += found
    if document is None:
        return None, None
    document = replace(document, name_of=partial(field_name, model, None))
    record, found = to_record(model, document, document.data)
    problems += found
    return document, record


def addresses(entries: Iterable[Entry]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The URL of every link, with its former URLs."""
    return ((link.url, link.formerly) for entry in entries for link in entry.watched_links)


def _read_ledger(folder: Path, problems: list[Problem]) -> link_ledger.Ledger:
    """Read the ledger of the link watch; an empty one if there is none."""
    path = ledger_path(folder)
    if path is None:
        return link_ledger.EMPTY
    file = yaml_file.display_path(path)
    raw = yaml_file.read_bytes(path, ledger_text.MAX_BYTES)
    if isinstance(raw, tuple):
        problems.append(Problem(file, 1, 1, *raw))
        return link_ledger.EMPTY
    try:
        return ledger_text.parse(raw)
    except ledger_text.DamagedLedgerError as error:
        hint = _("Restore the file from the last good commit, or delete it to start over.")
        problems += [
            Problem(
                *(file, fault.line, fault.column, "bad-ledger", fault.message),
                "" if error.is_conflict else hint,
            )
            for fault in error.faults
        ]
        return link_ledger.EMPTY


def _read_change_log(path: Path, problems: list[Problem]) -> dict[str, change_log.EntryState]:
    """Read what was recorded of each entry; nothing if there is no file."""
    if not os.path.lexists(path):
        return {}
    file = yaml_file.display_path(path)
    raw = yaml_file.read_bytes(path, change_log.MAX_BYTES)
    if isinstance(raw, tuple):
        problems.append(Problem(file, 1, 1, *raw))
        return {}
    try:
        return change_log.parse(raw.decode("utf-8", "replace"))
    except change_log.DamagedChangeLogError as error:
        hint = _("Restore the file from the last good commit, or delete it to start over.")
        problems.append(Problem(file, error.line, 1, "bad-change-log", str(error), hint))
        return {}
