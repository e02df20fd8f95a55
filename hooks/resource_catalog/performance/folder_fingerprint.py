"""Tell by the bytes of all files whether anything in some folders has changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path


def fingerprint(folders: Iterable[Path], but: Iterable[Path]) -> bytes:
    """What the files in some folders are like, those in others left out."""
    digest = hashlib.sha256()
    for path in _files(folders, {*map(str, but)}):
        content = _content(path)
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def _content(path: str) -> bytes:
    """What is in a file; of what cannot be read, as the lock of an editor, where it leads."""
    try:
        if not os.path.isfile(path):
            return os.fsencode(os.readlink(path)) if os.path.islink(path) else b""
        with open(path, "rb") as file:
            return file.read()
    except OSError:  # it may be gone by now, or be somebody else's
        return b""


def _files(folders: Iterable[Path], but: Collection[str]) -> Iterator[str]:
    for folder in folders:
        if folder.is_file():
            yield str(folder)
        for here, inside, names in os.walk(folder):
            inside[:] = sorted(n for n in inside if os.path.join(here, n) not in but)
            yield from (os.path.join(here, name) for name in sorted(names))
