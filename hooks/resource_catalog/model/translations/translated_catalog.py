"""Lay the texts of a language over a catalog, which is the same in all else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar, cast

from resource_catalog.model.catalog import Catalog, ShownLanguage
from resource_catalog.model.messages.own_words import is_name
from resource_catalog.model.records.catalog_settings import CatalogSettings
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.self_check import SelfCheck
from resource_catalog.model.records.situations import Situations
from resource_catalog.model.records.tool import Tool
from resource_catalog.model.translations.catalog_texts import records_by_file
from resource_catalog.model.translations.shown_texts import (
    Outdated,
    ShownText,
    Untranslated,
)
from resource_catalog.model.translations.translatable_texts import with_texts
from resource_catalog.model.translations.translated_text import Translation
from resource_catalog.model.translations.translation_state import state_of

R = TypeVar("R", bound=Record)


def translated_catalog(catalog: Catalog, language: str) -> Catalog:
    """The catalog in another language: the same ids, terms, links and orders, in other words.

    Texts without a translation stay as they are, and are marked as such. The catalog's own words
    for texts of the site count only where they have a name, and are translated.
    """
    translation = catalog.translations.get(language) or Translation(language)
    source = catalog.identity.language
    shown = {
        file: _shown(record, file, translation, source) for file, record in records_by_file(catalog)
    }
    identity = cast("CatalogSettings", shown["catalog"])
    words = {
        name: text
        for name, text in identity.words.items()
        if is_name(name) and not isinstance(text, Untranslated)
    }
    kept = {key: getattr(identity, key) for key in type(identity).model_fields}
    identity = type(identity).model_construct(**kept | {"language": language, "words": words})
    return replace(
        catalog,
        identity=identity,
        facets=_in(shown, "vocabularies", catalog.facets),
        synonyms=(*catalog.synonyms, *translation.synonyms),
        entries=_in(shown, "entries", catalog.entries),
        other_records={
            **catalog.other_records,
            Collection: _in(shown, "collections", catalog.collections),
            Tool: _in(shown, "tools", catalog.tools),
        },
        self_check=cast("SelfCheck", shown["check"]),
        situations=cast("Situations", shown["situations"]).situations,
        shown_in=ShownLanguage(catalog, is_signed=_is_signed(translation)),
    )


def _shown(record: R, file: str, translation: Translation, source_language: str) -> R:
    known = translation.texts.get(file, {})

    def convert(path: str, source: str) -> str:
        found = known.get(path)
        state = state_of(source, found)
        if found is None or state == "missing":
            return Untranslated.written_in(source_language, source)
        kind = Outdated if state == "behind" else ShownText
        return kind.of(found.text, source)

    return with_texts(record, convert)


def _is_signed(translation: Translation) -> bool:
    """Whether a native reader has signed every text of a language that there is."""
    texts = [text for file in translation.texts.values() for text in file.values()]
    return all(text.by for text in (*texts, *translation.pages.values()))


def _in(shown: Mapping[str, Record], folder: str, records: Mapping[str, R]) -> dict[str, R]:
    return {name: shown[f"{folder}/{name}"] for name in records}  # type: ignore[misc]
