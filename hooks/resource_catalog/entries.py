"""Entries: the files of a folder, each to a record, and those read before not read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from resource_catalog import documents
from resource_catalog.convert import to_record
from resource_catalog.documents import Document
from resource_catalog.facets import Facets
from resource_catalog.model import Entry, Term, Vocabulary
from resource_catalog.problems import Problem


@dataclass
class Remembered:
    """Entries as they were read before from files of the same bytes, for who reads a folder often.

    What an entry is depends on its bytes and on the facets, and on nothing else.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    facets: Mapping[str, Vocabulary[Term]] = field(default_factory=dict)
    entries: dict[str, tuple[bytes, Document, Entry]] = field(default_factory=dict)

    def heed(self, facets: Facets) -> None:
        """Forget everything when the facets are not the same any more."""
        if (self.keys, self.facets) != (facets.keys, facets.loaded):
            self.keys, self.facets, self.entries = facets.keys, facets.loaded, {}


class EntryFolder:
    """The entries in a folder.

    ``loaded`` are those that could be read, ``files`` all that are there; of ``doubtful`` ones
    something is wrong.
    """

    def __init__(
        self, folder: Path, facets: Facets, problems: list[Problem], remembered: Remembered
    ) -> None:
        self.loaded: dict[str, Entry] = {}
        self.documents: dict[str, Document] = {}
        self.files: dict[str, str] = {}
        self.doubtful: set[str] = set()
        self._facets = facets
        self._problems = problems
        self._remembered = remembered.entries
        paths, found = documents.find(folder)
        problems += found
        for path in paths:
            self._read(path)

    def _read(self, path: str) -> None:
        entry_id, found = documents.id_of(path)
        self._problems += found
        other = self.files.setdefault(entry_id, path)
        if other is not path:
            self._problems.append(documents.same_id(path, other, entry_id))
            self.doubtful.add(entry_id)
            return
        raw = documents.read_bytes(path)
        if path in self._remembered:
            before, document, entry = self._remembered[path]
            if before == raw:
                self.documents[entry_id], self.loaded[entry_id] = document, entry
                return
        read, found = documents.read(path, raw)
        if read is not None:
            self.documents[entry_id] = read
            tags, about_tags = self._facets.tags_of(read)
            record, about_keys = to_record(
                Entry,
                read,
                read.data,
                extra={"id": entry_id, "tags": tags, "file": read.file},
                also_known=self._facets.keys.keys(),
                partly=True,
            )
            found += about_tags + about_keys
            if record is not None:
                self.loaded[entry_id] = record
                if not found and isinstance(raw, bytes):
                    self._remembered[path] = raw, read, record
        if found:
            self.doubtful.add(entry_id)
        self._problems += found
