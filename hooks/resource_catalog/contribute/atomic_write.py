"""Write several files atomically: either all of them or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from resource_catalog.model.messages import _


class FileChangedError(Exception):
    """A file has changed since it was read. The message names it."""


def write_files_atomically(texts: Mapping[Path, str], before: Mapping[Path, str]) -> None:
    """Write each text to its path; if one cannot be written, restore the others.

    ``before`` has the text of each file that existed when it was read. Raises
    :class:`FileChangedError`, before anything is replaced, if such a file has another text
    by now or another file has appeared. Raises ``OSError`` if writing fails.
    """
    temp_files = {path: path.with_name(f".{path.name}.new") for path in texts}
    replaced: list[Path] = []
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(temp_files[path], text)
        for path in texts:
            _check_unchanged(path, before.get(path))
        for path in texts:
            os.replace(temp_files[path], path)
            replaced.append(path)
    except BaseException:
        for path in replaced:
            if path in before:
                _write(path, before[path])
            else:
                path.unlink(missing_ok=True)
        raise
    finally:
        for temp_file in temp_files.values():
            temp_file.unlink(missing_ok=True)


def _check_unchanged(path: Path, before: str | None) -> None:
    if before is None:
        if os.path.lexists(path):
            raise FileChangedError(_("%(file)s is there already.", file=path.as_posix()))
    elif path.read_bytes().decode("utf-8").removeprefix("\ufeff") != before.removeprefix("\ufeff"):
        raise FileChangedError(_("%(file)s was changed in the meantime.", file=path.as_posix()))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
