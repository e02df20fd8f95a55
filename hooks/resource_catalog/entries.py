"""Entries: the files of a folder, each to a record, and those read before not read again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from resource_catalog import documents
from resource_catalog.convert import to_record
from resource_catalog.documents import Document
from resource_catalog.facets import Facets
from resource_catalog.model import Entry, Term, Vocabulary
from resource_catalog.problems import Problem
from resource_catalog.sound_entries import SoundEntries


@dataclass
class Remembered:
    """Entries as they were read before from files of the same bytes, for who reads a folder often.

    What an entry is depends on its bytes and on the facets, and on nothing else.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    facets: Mapping[str, Vocabulary[Term]] = field(default_factory=dict)
    entries: dict[str, tuple[bytes, Entry]] = field(default_factory=dict)

    def heed(self, facets: Facets) -> None:
        """Forget everything when the facets are not the same any more."""
        if (self.keys, self.facets) != (facets.keys, facets.loaded):
            self.keys, self.facets, self.entries = facets.keys, facets.loaded, {}


class EntryDocuments(Mapping[str, Document]):
    """The documents of entries by their ids; that of a sound one is made when it is asked for."""

    def __init__(self) -> None:
        self.made: dict[str, Document] = {}
        self.sound: dict[str, tuple[str, bytes]] = {}

    def __getitem__(self, entry_id: str) -> Document:
        if entry_id not in self.made:
            document, _ = documents.read(*self.sound[entry_id])
            assert document is not None  # noqa: S101  # it could be read before
            self.made[entry_id] = document
        return self.made[entry_id]

    def __iter__(self) -> Iterator[str]:
        return iter({**self.sound, **self.made})

    def __len__(self) -> int:
        return len({**self.sound, **self.made})


class EntryFolder:
    """The entries in a folder.

    ``loaded`` are those that could be read, ``files`` all that are there; of ``doubtful`` ones
    something is wrong.
    """

    def __init__(
        self, folder: Path, facets: Facets, problems: list[Problem], remembered: Remembered
    ) -> None:
        self.loaded: dict[str, Entry] = {}
        self.documents = EntryDocuments()
        self.files: dict[str, str] = {}
        self.doubtful: set[str] = set()
        self._facets = facets
        self._problems = problems
        self._remembered = remembered.entries
        self._sound = SoundEntries(facets)
        self._folders = documents.Folders()
        paths, found = documents.find(folder)
        problems += found
        for path in paths:
            self._read(path)

    def _read(self, path: str) -> None:
        entry_id, found = documents.id_of(path)
        other = self.files.setdefault(entry_id, path)
        if other is not path:
            self._problems += [*found, documents.same_id(path, other, entry_id)]
            self.doubtful.add(entry_id)
            return
        raw = documents.read_bytes(path)
        if found or isinstance(raw, tuple):
            self._read_with_care(path, entry_id, raw, found)
            return
        before, entry = self._remembered.get(path, (None, None))
        if before != raw or entry is None:
            entry = self._sound.read(entry_id, self._folders.shown(path), raw)
        if entry is None:
            self._read_with_care(path, entry_id, raw, found)
            return
        self._remembered[path] = raw, entry
        self.documents.sound[entry_id] = path, raw
        self.loaded[entry_id] = entry

    def _read_with_care(
        self, path: str, entry_id: str, raw: bytes | tuple[str, str, str], found: list[Problem]
    ) -> None:
        """Read an entry of which there may be something to say."""
        self._problems += found
        document, found = documents.read(path, raw)
        if document is not None:
            self.documents.made[entry_id] = document
            tags, about_tags = self._facets.tags_of(document)
            entry, about_keys = to_record(
                Entry,
                document,
                document.data,
                extra={"id": entry_id, "tags": tags, "file": document.file},
                also_known=self._facets.keys.keys(),
                partly=True,
            )
            found += about_tags + about_keys
            if entry is not None:
                self.loaded[entry_id] = entry
                if not found and isinstance(raw, bytes):
                    self._remembered[path] = raw, entry
        if found:
            self.doubtful.add(entry_id)
        self._problems += found
