"""Describe the folder of entries, which may have fields that the catalog adds."""

from __future__ import annotations

from dataclasses import replace

from resource_catalog.loading.folder_layout import ENTRIES
from resource_catalog.loading.record_folder import RecordFolder
from resource_catalog.loading.tags import Facets
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.own_fields import entry_type
from resource_catalog.model.records.catalog_settings import CatalogSettings
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import TYPES

ENTRY_FOLDER = RecordFolder(ENTRIES, Entry, implied_facets=(TYPES,), partial=True)


def entry_folder_of(catalog: Catalog) -> RecordFolder[Entry]:
    """The folder of the entries of a catalog, which have the fields that it adds."""
    return replace(ENTRY_FOLDER, record_type=catalog.entry_type)


def entry_folder(
    identity: CatalogSettings | None, document: Document | None, facets: Facets
) -> RecordFolder[Entry]:
    """The folder of entries; the names of wrong fields in ``document`` are not unknown keys."""
    if identity is not None:
        own = tuple(known for known in identity.fields if known.name not in facets.keys)
        return replace(ENTRY_FOLDER, record_type=entry_type(own))
    given = document.data.get("fields") if document else None
    names = [own.get("name") for own in given if isinstance(own, dict)] if given else []
    return replace(ENTRY_FOLDER, other_keys=tuple(n for n in names if isinstance(n, str)))
