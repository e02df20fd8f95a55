"""Load the folder of a catalog, and collect all problems found on the way."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from resource_catalog.loading.context.field_labels import field_name
from resource_catalog.loading.convert.record_conversion import to_record
from resource_catalog.loading.entry_folder import entry_folder, entry_folder_of
from resource_catalog.loading.folder_layout import (
    CHECK_FILE,
    COLLECTIONS,
    IDENTITY_FILE,
    REDIRECTS_FILE,
    SITUATIONS_FILE,
    SYNONYMS_FILE,
    TOOLS,
    require_catalog,
    stray_files,
)
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.program_files import read_change_log, read_ledger
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.loading.record_folder import RecordFolder, Records, read_folder
from resource_catalog.loading.translations.read_translations import read_translations
from resource_catalog.loading.vocabularies import (
    facets_of,
    in_order,
    missing_vocabularies,
    read_vocabularies,
)
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_types.slugs import suggest_slug
from resource_catalog.model.ledger.link_ledger import with_former_urls
from resource_catalog.model.markdown.parsed_body import PICTURE_SUFFIXES, PICTURES
from resource_catalog.model.messages import activate
from resource_catalog.model.messages.language_messages import ENGLISH
from resource_catalog.model.messages.own_words import with_words
from resource_catalog.model.messages.po_files import messages_in
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.catalog_settings import CatalogSettings
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.redirects import Redirects
from resource_catalog.model.records.self_check import SelfCheck
from resource_catalog.model.records.situations import Situations
from resource_catalog.model.records.synonyms import Synonyms
from resource_catalog.model.records.tool import Tool
from resource_catalog.tools.kind_registry import any_tool, record_types

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
    of_entries = replace(entry_folder(identity, identity_document, facets), today=today)
    cache.invalidate_if_changed(facets, of_entries.record_type)
    entries = read_folder(folder, of_entries, facets, cache)
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
        with_former_urls(read_ledger(folder, problems), entries.by_id.values()),
        redirects.moved if redirects else (),
        {record_type: records.by_id for record_type, records in other_records.items()},
        _pictures(folder / PICTURES),
        self_check or SelfCheck(),
        situations.situations if situations else (),
        read_change_log(folder, problems),
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
