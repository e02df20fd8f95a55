"""Find the texts that a command names, and make the changes to the files of their translations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from resource_catalog.contribute.translations.edit_translation import with_confirmed, with_stubs
from resource_catalog.loading.saving.file_changes import FileChange, changes_of
from resource_catalog.loading.translations.translation_folder import translation_path
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.did_you_mean import did_you_mean
from resource_catalog.model.field_types.languages import is_language
from resource_catalog.model.messages import _, listed
from resource_catalog.model.problems import quoted
from resource_catalog.model.records.record import Record
from resource_catalog.model.translations.catalog_texts import records_by_file
from resource_catalog.model.translations.translatable_texts import texts_of
from resource_catalog.model.translations.translated_text import WAITING


class UnknownTextError(Exception):
    """A command names something that is not there. The message says what, and what is near."""


class Changed(NamedTuple):
    """The changes of files, and the number of texts that they concern."""

    changes: list[FileChange]
    number: int


def stubs(folder: Path, catalog: Catalog, language: str, names: Sequence[str]) -> Changed:
    """Places for the missing texts of some files, or of all. Raises :class:`UnknownTextError`."""
    _require_other(catalog, language)
    records = dict(records_by_file(catalog))
    files = [_file(name, records) for name in names] or list(records)
    texts, before, number = {}, {}, 0
    for file in dict.fromkeys(files):
        path = translation_path(folder, language, file)
        old = _read(path)
        sources = list(texts_of(records[file]))
        if not sources:
            continue
        new = with_stubs(old or f"{_schema_line(file)}\n", sources)
        if new is None:
            raise UnknownTextError(_not_edited(path))
        if new != old:
            texts[path] = new
            number += new.count(f"text: {WAITING}") - (old or "").count(f"text: {WAITING}")
        if old is not None:
            before[path] = old
    return Changed(changes_of(folder, texts, before), number)


def confirmed(
    folder: Path, catalog: Catalog, language: str, names: Sequence[str], by: str | None
) -> Changed:
    """Translated texts as somebody has found them right. Raises :class:`UnknownTextError`."""
    _require_other(catalog, language)
    records = dict(records_by_file(catalog))
    chosen: dict[str, dict[str, str]] = {}
    for name in names:
        file, paths = _texts_named(name, catalog, language, records)
        chosen.setdefault(file, {}).update(paths)
    texts, before = {}, {}
    for file, sources in chosen.items():
        path = translation_path(folder, language, file)
        old = _read(path) or ""
        new = with_confirmed(old, sources, by)
        if new is None:
            raise UnknownTextError(_not_edited(path))
        if new != old:
            texts[path], before[path] = new, old
    return Changed(changes_of(folder, texts, before), sum(map(len, chosen.values())))


def _texts_named(
    name: str, catalog: Catalog, language: str, records: Mapping[str, Record]
) -> tuple[str, dict[str, str]]:
    """The file of some translated texts, and their sources by path."""
    start, _dot, path = name.partition(".")
    file = _file(start, records)
    translation = catalog.translations.get(language)
    found = translation.texts.get(file, {}) if translation else {}
    sources = {
        text.path: text.text
        for text in texts_of(records[file])
        if text.path in found and found[text.path].text != WAITING
    }
    if path in ("", "*") and sources:
        return file, sources
    if path not in sources:
        message = _("Nothing is translated as %(name)s yet.", name=quoted(name))
        raise UnknownTextError(f"{message} {did_you_mean(path, sources)}".rstrip())
    return file, {path: sources[path]}


def _file(name: str, records: Iterable[str]) -> str:
    """The file that a name means: all of it, or its last part where that is enough."""
    name = name.removesuffix(".yml")
    found = [file for file in records if name in (file, file.rpartition("/")[2])]
    if name in found or len(found) == 1:
        return name if name in found else found[0]
    if found:
        raise UnknownTextError(_("Several have this name: %(names)s.", names=listed(found)))
    message = _("The catalog has no %(file)s.", file=quoted(name))
    known = [*records, *(file.rpartition("/")[2] for file in records)]
    raise UnknownTextError(f"{message} {did_you_mean(name, known)}".rstrip())


def _schema_line(file: str) -> str:
    """The first line of a file of translations, by which editors find its schema."""
    up = "../" * (2 + file.count("/"))
    return f"# yaml-language-server: $schema={up}schema/translation.schema.json"


def _require_other(catalog: Catalog, language: str) -> None:
    if not is_language(language):
        raise UnknownTextError(_("%(value)s is not a language tag.", value=quoted(language)))
    if language == catalog.identity.language:
        raise UnknownTextError(
            _("%(value)s is the language of the catalog itself.", value=quoted(language))
        )


def _read(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.exists() else None


def _not_edited(path: Path) -> str:
    return _("%(file)s cannot be edited by a program; write into it yourself.", file=path)
