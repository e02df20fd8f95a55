"""Copy a catalog into an empty folder, to try there what may be wrong with it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path


def copy_catalog(
    folder: Path, scratch: Path, is_wanted: Callable[[str], bool] = lambda _name: True
) -> list[str]:
    """Copy the regular files of a catalog, but hidden ones, as they are read: through links.

    ``is_wanted`` chooses among them by their names. What cannot be read is left out. Returns the
    paths of those that are in the catalog themselves. Raises ``OSError``.
    """
    inside = []
    for name, link in _files(folder, is_wanted):
        target = scratch / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with suppress(PermissionError):
            shutil.copyfile(folder / name, target)
            if not link:
                inside.append(name)
    for name in os.listdir(folder):  # empty ones as well
        if not name.startswith(".") and (folder / name).is_dir():
            (scratch / name).mkdir(parents=True, exist_ok=True)
    return inside


def links_out(folder: Path, is_wanted: Callable[[str], bool] = lambda _name: True) -> list[str]:
    """The links behind which files of a catalog are that are not in it themselves."""
    return sorted({link for _name, link in _files(folder, is_wanted) if link})


def _files(folder: Path, is_wanted: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """The path of each file below a folder, and the link to it that leads out, or nothing.

    Neither links that lead nowhere, which are the locks of some editors, nor pipes are files.
    """
    root = os.path.realpath(folder)
    links = {".": ""}
    seen = {root}
    for current, folders, names in os.walk(folder, followlinks=True):
        here = os.path.relpath(current, folder)
        for name in sorted(names):
            path, known = os.path.join(current, name), _joined(here, name)
            if not name.startswith(".") and is_wanted(name) and os.path.isfile(path):
                yield known, links[here] or _link_out(path, known, root)
        entered = []
        for name in sorted(folders):
            path, known = os.path.join(current, name), _joined(here, name)
            real = os.path.realpath(path)
            if not name.startswith(".") and real not in seen:  # or it contains itself
                seen.add(real)
                entered.append(name)
                links[os.path.relpath(path, folder)] = links[here] or _link_out(path, known, root)
        folders[:] = entered


def _joined(folder: str, name: str) -> str:
    return name if folder == "." else Path(folder, name).as_posix()


def _link_out(path: str, name: str, root: str) -> str:
    """The name of a link that leads out of ``root``; empty for all else."""
    if os.path.islink(path) and not Path(os.path.realpath(path)).is_relative_to(root):
        return name
    return ""
