"""Find the files of translations: a folder for each language, laid out like the catalog."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.loading.record_folder import find_files
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.loading.yaml.yaml_file import Document, display_path
from resource_catalog.model.field_types.languages import is_language, parse_language
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem, quoted

TRANSLATIONS = "translations"
"""The folder of a catalog that has one for each language."""

PAGES = "pages"


@dataclass
class LanguageFolder:
    """What lies in the folder of a language.

    ``documents`` are its YAML files with their paths, and ``pages`` its hand-written pages, by
    their names below the folder, without the ending.
    """

    language: str
    documents: dict[str, tuple[str, Document]] = field(default_factory=dict)
    pages: dict[str, Path] = field(default_factory=dict)


def translation_path(catalog: Path, language: str, name: str) -> Path:
    """Where the translation of a file is, given the name of that without its ending."""
    return catalog / TRANSLATIONS / language / f"{name}.yml"


def language_folders(
    catalog: Path, own_language: str, problems: list[Problem], cache: RecordCache
) -> Mapping[str, LanguageFolder]:
    """The folders of translations of a catalog by language; ``problems`` are added to.

    Files as they are in ``cache`` are not parsed.
    """
    folder = catalog / TRANSLATIONS
    if not os.path.lexists(folder):
        return {}
    found = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.stem.casefold() == "readme":
            continue
        if wrong := _wrong_language(path, own_language):
            problems.append(wrong)
        else:
            found[path.name] = _read(path, problems, cache)
    return found


def _wrong_language(path: Path, own_language: str) -> Problem | None:
    """What keeps something in the folder of translations from being read."""
    code, hint = "bad-language", ""
    if not path.is_dir():
        code, message = "stray-file", _("Nothing reads this file.")
        hint = _("Put it into the folder of its language.")
    elif not is_language(path.name):
        message = _("%(value)s is not a language tag.", value=quoted(path.name))
        better = parse_language(path.name) or "es"
        hint = _("Name the folder after its language: %(tag)s.", tag=better)
    elif path.name == own_language:
        message = _("%(value)s is the language of the catalog itself.", value=quoted(path.name))
        hint = _("A translation is into another one.")
    else:
        return None
    return Problem(display_path(path), 1, 1, code, message, hint)


def _read(folder: Path, problems: list[Problem], cache: RecordCache) -> LanguageFolder:
    found = LanguageFolder(folder.name)
    paths, strays = find_files(folder)
    pages = folder / PAGES
    problems += [stray for stray in strays if not stray.file.startswith(f"{display_path(pages)}/")]
    for path in paths:
        text, wrong = yaml_file.read_text(path)
        problems += wrong
        document = None
        if text is not None and (known := cache.translations.get(path)):
            document = known.document if known.document.text == text else None
        if text is not None and document is None:
            document, wrong = yaml_file.parse(display_path(path), text)
            problems += wrong
        if document is not None:
            name = path[len(str(folder)) + 1 :].replace(os.sep, "/")
            found.documents[os.path.splitext(name)[0]] = path, document
    inside = folder.parent.parent
    found.pages = {_name_below(path, folder): path for path in markdown_in(pages, inside)}
    return found


def markdown_in(pages: Path, catalog: Path) -> Iterator[Path]:
    """The pages in a folder, at any depth; none that is behind a link out of the catalog."""
    inside = catalog.resolve()
    for path in sorted(pages.rglob("*.md")):
        if path.is_file() and path.resolve().is_relative_to(inside):
            yield path


def translated_pages(catalog: Path, language: str = "*") -> Iterator[Path]:
    """The hand-written pages of a catalog in a language, or in all of them."""
    for pages in sorted(catalog.glob(f"{TRANSLATIONS}/{language}/{PAGES}")):
        yield from markdown_in(pages, catalog)


def _name_below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).with_suffix("").as_posix()
