"""Read entries in a worker from the last one on, while this process reads them from the first.

Where the two meet, all are read. Nothing waits: an entry that the worker has not read yet when it
is its turn is read here, and so is one with a problem.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from resource_catalog.loading.context.field_labels import field_name
from resource_catalog.loading.entry_folder import ENTRY_FOLDER
from resource_catalog.loading.folder_layout import ENTRIES
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.loading.record_folder import RecordFolder, Records, find_files, read_file
from resource_catalog.loading.tags import Facets
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.records.record import Record
from resource_catalog.performance import parallel

BATCH = 32
"""How many entries are handed over at a time."""


@dataclass
class ReadAhead(RecordCache):
    """The entries in a folder of a catalog, of which a worker reads as many as it can.

    Gives each once, and keeps none. With fewer than ``least`` entries there is no worker.
    """

    folder: Path = Path(ENTRIES)
    least: int = 0
    _type: type[Record] = Record
    _name_of: Callable[[str], str] = str
    _come: Callable[[], Iterator[bytes]] = lambda: iter(())
    _end: Callable[[], None] = lambda: None

    def invalidate_if_changed(self, facets: Facets, entry_type: type[Record]) -> None:
        """Begin, now that it is known what entries are like."""
        super().invalidate_if_changed(facets, entry_type)
        # What only this build knows is not handed over: a type with fields of the catalog's own.
        self._type, self._name_of = entry_type, partial(field_name, entry_type, facets)
        paths, _ = find_files(self.folder) if self.folder.is_dir() else ([], [])
        if len(paths) >= self.least:
            kind: RecordFolder[Any] = replace(ENTRY_FOLDER, record_type=cast("Any", entry_type))
            self._come, self._end = parallel.meanwhile(lambda: _read(paths[::-1], kind, facets))

    def get(self, path: str, text: str) -> tuple[Document, Record] | None:
        """The document and record of a file, if the worker has read the same text."""
        self._take()
        found = super().get(path, text)
        if found is not None:
            self._end()  # it has read all that follow
            del self.records[path]
        return found

    def put(self, path: str, document: Document, record: Record) -> None:
        """Keep nothing: no file is read twice."""

    def _take(self) -> None:
        """Add what the worker has read so far."""
        for batch in self._come():
            for path, file, text, data, state in pickle.loads(batch):  # noqa: S301 # our worker's
                record = self._type.__new__(self._type)
                record.__setstate__(state)
                self.records[path] = Document(file, text, data, self._name_of), record


def _read(paths: Sequence[str], kind: RecordFolder[Any], facets: Facets) -> Iterator[bytes]:
    """Read files in a worker; gives what makes the documents and records of those without problems.

    That is the path, what is in the document, and what pydantic keeps of the record.
    """
    for start in range(0, len(paths), BATCH):
        cache: RecordCache = RecordCache()
        for path in paths[start : start + BATCH]:
            read_file(path, kind, facets, cache, Records())
        read = [
            (path, document.file, document.text, document.data, record.__getstate__())
            for path, (document, record) in cache.records.items()
        ]
        yield pickle.dumps(read, pickle.HIGHEST_PROTOCOL)
