"""The spool: contents in a file without a name instead of in memory, until they are asked for."""

from __future__ import annotations

import os
import tempfile
import weakref

Place = tuple[int, int]
"""Where a content begins, and how many bytes it has."""


class Spool:
    """Keeps contents; they are gone with it.

    Two processes may share one that was there before they parted, when only one adds to it.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 # open as long as this is there
        weakref.finalize(self, self._file.close)
        self._end = 0

    def add(self, content: bytes) -> Place:
        """Keep a content; gives the place to read it from."""
        place = (self._end, len(content))
        self._file.seek(self._end)
        self._file.write(content)
        self._file.flush()  # for the other process
        self._end += len(content)
        return place

    def read(self, place: Place) -> bytes:
        """The content at a place."""
        start, length = place
        if hasattr(os, "pread"):  # reads without moving to where the other process adds
            return os.pread(self._file.fileno(), length, start)
        self._file.seek(start)
        return self._file.read(length)
