"""List the texts of a whole catalog, and how each of them stands in a language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.situations import Situations
from resource_catalog.model.translations.translatable_texts import texts_of
from resource_catalog.model.translations.translated_text import TranslatedText, Translation
from resource_catalog.model.translations.translation_state import State, state_of


class TextState(NamedTuple):
    """How one text of a catalog stands in a language.

    ``file`` is where it is in the folder of the catalog and in that of the language, without the
    ending; ``found`` is its translation, if there is one.
    """

    file: str
    path: str
    source: str
    found: TranslatedText | None
    state: State


def records_by_file(catalog: Catalog) -> Iterator[tuple[str, Record]]:
    """The records of a catalog whose texts are translated, each with its file, without ending."""
    yield "catalog", catalog.identity
    for facet, vocabulary in catalog.facets.items():
        yield f"vocabularies/{facet}", vocabulary
    yield "check", catalog.self_check
    yield "situations", Situations.model_construct(situations=catalog.situations)
    for record_id, pack in catalog.collections.items():
        yield f"collections/{record_id}", pack
    for record_id, tool in catalog.tools.items():
        yield f"tools/{record_id}", tool
    for entry_id, entry in catalog.entries.items():
        yield f"entries/{entry_id}", entry


def text_states(catalog: Catalog, translation: Translation) -> Iterator[TextState]:
    """How every text of a catalog stands in a language, in the order of the catalog."""
    for file, record in records_by_file(catalog):
        known = translation.texts.get(file, {})
        for path, source, _record, _key in texts_of(record):
            found = known.get(path)
            yield TextState(file, path, source, found, state_of(source, found))
