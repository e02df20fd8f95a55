"""Notice saved files by looking at their sizes and dates, sooner than MkDocs and with less work.

MkDocs looks twice a second and then waits for a tenth of a second until nothing else changes. This
looks as often as a small share of a core allows, at all folders in one go. It asks the system for
no events: those of folders in a network, in containers and of some editors come late or never.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress

SHARE = 1 / 15
"""How much of the time it looks."""

SHORTEST, LONGEST = 0.1, 0.5
"""Seconds between two looks, at least and at most."""

SETTLED = 0.03
"""Seconds without a change after which what was saved is whole."""

Seen = dict[str, tuple[int, int, int]]
"""The date, size and number of each file."""


class FileWatcher:
    """Calls a function after files below some paths have changed, in a thread of its own.

    ``clock`` tells seconds. The methods are those of ``watchdog``'s observers that MkDocs calls.
    """

    def __init__(self, changed: Callable[[], None], clock: Callable[[], float]) -> None:
        self._changed, self._clock = changed, clock
        self._paths: tuple[str, ...] = ()
        self._before: Seen = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def schedule(self, _handler: object, path: str, **_options: object) -> str:
        """Watch a file, or a folder and all that is in it; gives what ``unschedule`` takes."""
        self._paths = (*self._paths, path)
        return path

    def unschedule(self, path: str) -> None:
        """Watch a path no longer."""
        self._paths = tuple(other for other in self._paths if other != path)

    def start(self) -> None:
        """Begin to watch; what has changed before that is not noticed."""
        self._before = seen(self._paths)
        self._thread.start()

    def stop(self) -> None:
        """Begin to end."""
        self._ended.set()

    def join(self) -> None:
        """Wait for the end."""
        self._thread.join()

    def _watch(self) -> None:
        pause = SHORTEST
        while not self._ended.wait(pause):
            start = self._clock()
            now = seen(self._paths)
            pause = min(max((self._clock() - start) / SHARE, SHORTEST), LONGEST)
            if now != self._before:
                while now != self._before:
                    self._before = now
                    self._ended.wait(SETTLED)
                    now = seen(self._paths)
                self._changed()


def seen(paths: tuple[str, ...]) -> Seen:
    """What the files at and below some paths look like; links are followed, each folder once."""
    found: Seen = {}
    folders: set[tuple[int, int]] = set()
    left = list(paths)
    while left:
        path = left.pop()
        with suppress(OSError):  # it may be gone by now, or be somebody else's
            status = os.stat(path)
            if not os.path.isdir(path):
                found[path] = status.st_mtime_ns, status.st_size, status.st_ino
            elif (here := (status.st_dev, status.st_ino)) not in folders:
                folders.add(here)
                with os.scandir(path) as inside:
                    left += _below(inside, found)
    return found


def _below(inside: Iterable[os.DirEntry[str]], found: Seen) -> list[str]:
    """Add the files of a folder to those that were ``found``; gives its folders."""
    folders = []
    for entry in inside:
        try:
            if entry.is_dir():
                folders.append(entry.path)
                continue
            status = entry.stat()
        except OSError:  # a link to nowhere, such as the lock of an editor
            status = entry.stat(follow_symlinks=False)
        found[entry.path] = status.st_mtime_ns, status.st_size, status.st_ino
    return folders
