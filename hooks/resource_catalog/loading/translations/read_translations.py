"""Read the translations of a catalog, with all problems at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from resource_catalog.loading.convert.record_conversion import to_record, why_invalid
from resource_catalog.loading.folder_layout import SYNONYMS_FILE
from resource_catalog.loading.record_cache import RecordCache, TranslatedFile
from resource_catalog.loading.translations.translated_pages import read_pages
from resource_catalog.loading.translations.translation_folder import (
    LanguageFolder,
    language_folders,
)
from resource_catalog.loading.yaml.yaml_file import Document, display_path, type_name
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.did_you_mean import certain_match, did_you_mean
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.markdown.parsed_body import parse_body
from resource_catalog.model.messages import _, listed
from resource_catalog.model.problems import Problem, quoted
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.synonyms import Synonyms
from resource_catalog.model.translations.catalog_texts import records_by_file
from resource_catalog.model.translations.translatable_texts import SourceText, texts_of
from resource_catalog.model.translations.translated_text import WAITING, TranslatedText, Translation
from resource_catalog.model.translations.translation_state import FINGERPRINT

_SYNONYMS = Path(SYNONYMS_FILE).stem
_KEYS = ("text", "of", "by")
_PLACES = re.compile(r"\[[a-z0-9-]+\](?!\()|\{\w+\}")
"""Where a value comes into a text, which has to stay; no link in Markdown."""


def read_translations(
    folder: Path, catalog: Catalog, problems: list[Problem], cache: RecordCache | None = None
) -> Mapping[str, Translation]:
    """The translations of a catalog by language; ``problems`` are added to.

    With a ``cache``, only files are checked that have changed, or the record that they are of.

    Nothing is said of texts whose source has a problem among them: it may lack keys for that.
    """
    cache = cache or RecordCache()
    folders = language_folders(folder, catalog.identity.language, problems, cache)
    if not folders:
        return {}
    records = dict(records_by_file(catalog))
    renamed = {
        alias: Path(name).name
        for name, record in records.items()
        for alias in getattr(record, "aliases", ())
    }
    broken = {problem.file for problem in problems}
    found = {}
    for language, one in folders.items():
        texts: dict[str, Mapping[str, TranslatedText]] = {}
        _path, listing = one.documents.pop(_SYNONYMS, ("", None))
        synonyms = _synonyms(listing, problems)
        for name, (path, document) in one.documents.items():
            if broken and display_path(folder / f"{name}.yml") in broken:
                continue
            if name not in records:
                problems.append(_no_source(document, name, one, records))
            else:
                texts[name] = _texts_again(path, document, records[name], renamed, problems, cache)
        pages = read_pages(one, folder, problems)
        found[language] = Translation(language, texts, pages, synonyms)
    return found


def _synonyms(document: Document | None, problems: list[Problem]) -> tuple[tuple[str, ...], ...]:
    """The groups of words that a language has for the search, besides those of the catalog."""
    if document is None:
        return ()
    synonyms, wrong = to_record(Synonyms, document, document.data)
    problems += wrong
    return synonyms.groups if synonyms else ()


def _no_source(
    document: Document, name: str, folder: LanguageFolder, records: Mapping[str, Record]
) -> Problem:
    message = _("The catalog has no %(file)s.", file=f"{name}.yml")
    unused = [known for known in records if known not in folder.documents]
    hint = did_you_mean(name, unused) or _("Remove this file, or name it after its source.")
    return Problem(document.file, 1, 1, "unknown-source", message, hint)


def _texts_again(
    path: str,
    document: Document,
    record: Record,
    renamed: Mapping[str, str],
    problems: list[Problem],
    cache: RecordCache,
) -> Mapping[str, TranslatedText]:
    """The translated texts of one file, from ``cache`` if it has those of the same record."""
    known = cache.translations.get(path)
    if known and known.document is document and known.record is record:
        return known.texts
    before = len(problems)
    texts = _texts(document, record, renamed, problems)
    if len(problems) == before:
        cache.translations[path] = TranslatedFile(document, record, texts)
    return texts


def _texts(
    document: Document, record: Record, renamed: Mapping[str, str], problems: list[Problem]
) -> dict[str, TranslatedText]:
    """The translated texts of one file by their paths; ``renamed`` are ids by former ones."""
    known = {text.path: text for text in texts_of(record)}
    found = {}
    for path, given in document.data.items():
        if path not in known:
            problems.append(_unknown_path(document, path, known, renamed))
        elif given is not None:  # else it has been reported
            wrong = list(_faults(document, path, given, known[path]))
            problems += wrong
            if not wrong:
                found[path] = TranslatedText(given["text"], given["of"], given.get("by"))
    return found


def _unknown_path(
    document: Document, path: str, known: Mapping[str, SourceText], renamed: Mapping[str, str]
) -> Problem:
    message = _("The source has no text %(path)s to translate.", path=quoted(path))
    unused = [other for other in known if other not in document.data]
    now = ".".join(renamed.get(part, part) for part in path.split("."))
    hint = did_you_mean(path, unused) or _("Remove it.")
    return document.problem(
        "unknown-source",
        (path,),
        message,
        hint,
        key=True,
        replacement=now if now in unused else certain_match(path, unused),
    )


def _faults(document: Document, path: str, given: Any, source: SourceText) -> Iterator[Problem]:
    """What is wrong with one translated text."""
    if not isinstance(given, dict):
        message = _(
            "%(Found)s is where %(wanted)s belongs.",
            found=type_name(given),
            wanted=_("a group of keys"),
        )
        hint = _("Write it with its keys, such as “%(key)s: …”.", key=_KEYS[0])
        yield document.problem("wrong-kind", (path,), message, hint)
        return
    for key in given:
        if key not in _KEYS:
            message = _("%(key)s is not a known key here.", key=quoted(key))
            hint = did_you_mean(key, _KEYS) or _("Known here are: %(known)s.", known=listed(_KEYS))
            replacement = certain_match(key, [known for known in _KEYS if known not in given])
            yield document.problem(
                "unknown-key", (path, key), message, hint, key=True, replacement=replacement
            )
        elif given[key] is not None and not isinstance(given[key], str):
            message = _(
                "%(Found)s is where %(wanted)s belongs.",
                found=type_name(given[key]),
                wanted=_("text"),
            )
            hint = _("Write it as one line of text.")
            yield document.problem("wrong-kind", (path, key), message, hint)
    for key in _KEYS[:2]:
        if key not in given:
            yield document.missing_key((path,), key)
    text, of = given.get("text"), given.get("of")
    if isinstance(of, str) and not FINGERPRINT.fullmatch(of):
        message = _("%(value)s is no fingerprint of a text.", value=quoted(of))
        hint = _("It is eight characters from 0 to 9 and a to f: scripts/translate.py writes it.")
        yield document.problem("bad-fingerprint", (path, "of"), message, hint)
    if isinstance(text, str) and text != WAITING:
        for code, message, hint in _wrong_text(text, source):
            yield document.problem(code, (path, "text"), message, hint)


def _wrong_text(text: str, source: SourceText) -> Iterator[tuple[str, str, str]]:
    """The code, message and hint of what keeps a text from standing in place of its source."""
    declared = declared_fields(source.record)[source.key]
    value: Any = (text,) if declared.is_list else text
    if source.path.rpartition(".")[2] != source.key and not declared.is_list:
        value = {source.path.partition(".")[2]: text}  # one of several words by their names
    if wrong := why_invalid(source.record, source.key, value):
        yield wrong
        return
    before, after = set(_PLACES.findall(source.text)), set(_PLACES.findall(text))
    if declared.value_type == "markdown":
        old, new = parse_body(source.text), parse_body(text)
        before = {*old.urls, *old.entry_ids, *old.pictures}
        after = {*new.urls, *new.entry_ids, *new.pictures}
        before &= after  # a link that is left out harms nobody
    for lost in sorted(before - after):
        message = _("%(value)s of the source is missing here.", value=quoted(lost))
        yield "lost-value", message, _("Write it as in the source; only the words change.")
    for new_value in sorted(after - before):
        message = _("%(value)s is not in the source.", value=quoted(new_value))
        yield "lost-value", message, _("Write it as in the source; only the words change.")
