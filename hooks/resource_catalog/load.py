"""Loading: a catalog folder to a Catalog and every problem found on the way.

The layout of the folder is known here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from resource_catalog import documents
from resource_catalog.catalog import Catalog
from resource_catalog.convert import to_record
from resource_catalog.documents import Document
from resource_catalog.model import (
    PHASES,
    STAGES,
    TYPES,
    VOCABULARY_KINDS,
    Entry,
    Identity,
    Term,
    Vocabulary,
)
from resource_catalog.problems import Problem
from resource_catalog.suggestions import did_you_mean
from resource_catalog.values import SLUG, suggest_slug

IDENTITY_FILE = "catalog.yml"
VOCABULARIES = "vocabularies"
ENTRIES = "entries"


@dataclass
class Loaded:
    """What came out of a catalog folder, whole or not.

    ``catalog`` holds whatever could be read, so that the rules across entries
    can be applied even while some files are broken; ``broken_ids`` are entries
    that exist but cannot be used yet. The documents tell where things stand.
    """

    folder: Path
    catalog: Catalog
    problems: list[Problem] = field(default_factory=list)
    broken_ids: frozenset[str] = frozenset()
    entry_documents: Mapping[str, Document] = field(default_factory=dict)
    facet_documents: Mapping[str, Document] = field(default_factory=dict)
    identity_document: Document | None = None


class UnusableFolder(Exception):
    """The folder is not a catalog at all. The message says why."""


def load(folder: Path) -> Loaded:
    """Read a catalog folder.

    Raises :class:`UnusableFolder` when there is nothing at ``folder`` that
    could be a catalog; every other fault is a problem in the result.
    """
    if not folder.exists():
        raise UnusableFolder(f"There is no folder {documents.shown(folder)}.")
    if not folder.is_dir():
        raise UnusableFolder(f"{documents.shown(folder)} is not a folder.")
    if not (folder / VOCABULARIES).is_dir() and not (folder / ENTRIES).is_dir():
        raise UnusableFolder(
            f"{documents.shown(folder)} is not a catalog: it has neither a folder "
            f"“{VOCABULARIES}” nor a folder “{ENTRIES}”."
        )
    problems: list[Problem] = []
    identity, identity_document = _identity(folder, problems)
    facets = _Facets(folder, problems)
    entries = _Entries(folder, facets, problems)
    return Loaded(
        folder=folder,
        catalog=Catalog(identity, facets.loaded, entries.loaded),
        problems=problems,
        broken_ids=frozenset(entries.documents.keys() | entries.unread) - entries.loaded.keys(),
        entry_documents=entries.documents,
        facet_documents=facets.documents,
        identity_document=identity_document,
    )


def _identity(folder: Path, problems: list[Problem]) -> tuple[Identity, Document | None]:
    """What ``catalog.yml`` says; a catalog without that file goes by the name of its folder."""
    unnamed = Identity(title=folder.resolve().name.replace("-", " ").title() or "Catalog")
    path = folder / IDENTITY_FILE
    if not path.exists():
        return unnamed, None
    document, found = documents.read(path)
    problems += found
    if document is None:
        return unnamed, None
    identity, found = to_record(Identity, document, document.data)
    problems += found
    return identity or unnamed, document


class _Facets:
    """The vocabularies of a folder."""

    def __init__(self, folder: Path, problems: list[Problem]) -> None:
        self.loaded: dict[str, Vocabulary[Term]] = {}
        self.documents: dict[str, Document] = {}
        self.keys: dict[str, str] = {}
        """The facet that each key of an entry belongs to, in both spellings of the key."""
        self._problems = problems
        root = folder / VOCABULARIES
        if root.is_dir():
            files, found = documents.find(root)
            problems += found
            for path in sorted(files, key=lambda p: (_order(p.stem), p.stem)):
                self._read(path)
        for facet in (PHASES, STAGES, TYPES):
            if facet not in self.keys.values():
                problems.append(
                    Problem(
                        documents.shown(root / f"{facet}.yml"),
                        1,
                        1,
                        "missing-file",
                        f"Every catalog needs the vocabulary “{facet}”.",
                        "Add this file with a label and at least one term.",
                    )
                )

    def _read(self, path: Path) -> None:
        facet = path.stem
        if not _good_name(path, self._problems):
            return
        document, found = documents.read(path)
        self._problems += found
        if document is None:
            # Its key is not known, so entries may use any likely one without being blamed for it.
            self._accept(facet, facet, facet.removesuffix("s"))
            return
        self.documents[facet] = document
        model = VOCABULARY_KINDS.get(facet, Vocabulary[Term])
        data = {"label": facet.replace("-", " ").capitalize(), **document.data}
        vocabulary, found = to_record(
            model, document, data, extra={"id": facet, "file": document.file}
        )
        self._problems += found
        key = document.data.get("key")
        self._accept(facet, key if isinstance(key, str) else facet)
        if vocabulary is not None:
            self.loaded[facet] = vocabulary

    def _accept(self, facet: str, *keys: str) -> None:
        for key in keys:
            self.keys[key] = facet
            self.keys[key.replace("-", "_")] = facet


class _Entries:
    """The entries of a folder."""

    def __init__(self, folder: Path, facets: _Facets, problems: list[Problem]) -> None:
        self.loaded: dict[str, Entry] = {}
        self.documents: dict[str, Document] = {}
        self.unread: set[str] = set()
        self._facets = facets
        self._problems = problems
        self._files: dict[str, Path] = {}
        root = folder / ENTRIES
        if not root.is_dir():
            problems.append(
                Problem(
                    documents.shown(root), 1, 1, "missing-file", "The folder of entries is missing."
                )
            )
            return
        files, found = documents.find(root)
        problems += found
        for path in files:
            self._read(path)

    def _read(self, path: Path) -> None:
        entry_id = path.stem
        other = self._files.setdefault(entry_id.casefold(), path)
        if other is not path:
            self._problems.append(
                Problem(
                    documents.shown(path),
                    1,
                    1,
                    "duplicate-id",
                    f"The id “{entry_id}” is also that of {documents.shown(other)}:1:1.",
                    "Rename one of the two files.",
                )
            )
            return
        self.unread.add(entry_id)
        if not _good_name(path, self._problems):
            return
        document, found = documents.read(path)
        self._problems += found
        if document is None:
            return
        self.documents[entry_id] = document
        tags, found = self._tags(document)
        self._problems += found
        entry, found = to_record(
            Entry,
            document,
            document.data,
            extra={"id": entry_id, "tags": tags, "file": document.file},
            also_known=self._facets.keys.keys(),
        )
        self._problems += found
        if entry is not None and entry.tags.get(TYPES):
            self.loaded[entry_id] = entry

    def _tags(self, document: Document) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
        tags: dict[str, tuple[str, ...]] = {}
        problems: list[Problem] = []
        for key, value in document.data.items():
            facet = self._facets.keys.get(key)
            if facet is None or value is None:
                continue
            vocabulary = self._facets.loaded.get(facet)
            if vocabulary is None:
                tags[facet] = ("?",)  # the vocabulary is broken, which has been said
                continue
            terms, found = _terms(document, key, value, vocabulary)
            problems += found
            tags[facet] = terms
        types = self._facets.loaded.get(TYPES)
        key = (types.key or TYPES) if types else TYPES
        if types and TYPES not in tags and key not in document.data:
            hint = f"Add a line “{key}: …” with one of: {', '.join(types.by_id)}."
            message = f"The key “{key}” is missing."
            problems.append(document.problem("missing-key", (), message, hint))
        return tags, problems


def _terms(
    document: Document, key: str, value: Any, vocabulary: Vocabulary[Term]
) -> tuple[tuple[str, ...], list[Problem]]:
    """The terms an entry names under one key, without the wrong ones."""
    problems: list[Problem] = []
    if vocabulary.single:
        if not isinstance(value, str):
            example = f"{key}: {next(iter(vocabulary.by_id))}"
            hint = f"An entry has one {vocabulary.one.lower()}: write “{example}”."
            message = f"{documents.kind_of(value).capitalize()} stands where one term belongs."
            return (), [document.problem("wrong-kind", (key,), message, hint)]
        named: list[tuple[tuple[str | int, ...], Any]] = [((key,), value)]
    elif isinstance(value, list):
        named = [((key, index), term) for index, term in enumerate(value) if term is not None]
    else:
        hint = f"Put it in square brackets: {key}: [{value}]." if isinstance(value, str) else ""
        message = f"{documents.kind_of(value).capitalize()} stands where a list belongs."
        return (), [document.problem("wrong-kind", (key,), message, hint)]
    terms: list[str] = []
    for path, term in named:
        if not isinstance(term, str):
            message = f"{documents.kind_of(term).capitalize()} stands where a term belongs."
            problems.append(document.problem("wrong-kind", path, message))
        elif term not in vocabulary.by_id:
            hint = did_you_mean(term, vocabulary.by_id)
            hint = hint or f"Known are: {', '.join(list(vocabulary.by_id)[:20])}."
            message = f"“{term}” is not one of the {vocabulary.label.lower()}."
            problems.append(document.problem("unknown-term", path, message, hint))
        elif term in terms:
            message = f"“{term}” is listed twice."
            problems.append(document.problem("duplicate-item", path, message, "Keep one of them."))
        else:
            terms.append(term)
    return tuple(terms), problems


def _good_name(path: Path, problems: list[Problem]) -> bool:
    if SLUG.fullmatch(path.stem) and len(path.stem) <= 120:
        return True
    better = suggest_slug(path.stem)[:120].strip("-") or "a-short-name"
    problems.append(
        Problem(
            documents.shown(path),
            1,
            1,
            "bad-name",
            f"The file name “{path.name}” cannot be part of an address.",
            f"Use small letters, digits and single hyphens: {better}.yml.",
        )
    )
    return False


def _order(facet: str) -> int:
    """Phases, stages and types come first wherever facets are listed; the rest by name."""
    first = (PHASES, STAGES, TYPES)
    return first.index(facet) if facet in first else len(first)
