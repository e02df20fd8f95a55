"""Together: several files written, or none of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


class ChangedMeanwhile(Exception):
    """A file is no longer as it was read. The message names it."""


def write_together(texts: Mapping[Path, str], before: Mapping[Path, str]) -> None:
    """Write each text to its path; when one cannot be written, take back the others.

    ``before`` is what the files hold that exist already. A file that is there
    though it is not named, or holds something else by now, is never replaced:
    raises :class:`ChangedMeanwhile`. Raises ``OSError`` when writing fails.
    """
    drafts = {path: path.with_name(f".{path.name}.new") for path in texts}
    done: list[Path] = []
    try:
        for path, text in texts.items():
            _write(drafts[path], text)
        for path in texts:
            _look_again(path, before.get(path))
        for path in texts:
            os.replace(drafts[path], path)
            done.append(path)
    except BaseException:
        for path in done:
            if path in before:
                _write(path, before[path])
            else:
                path.unlink(missing_ok=True)
        raise
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _look_again(path: Path, before: str | None) -> None:
    if before is None:
        if os.path.lexists(path):
            raise ChangedMeanwhile(f"{path.as_posix()} is there already.")
    elif path.read_bytes().decode("utf-8").removeprefix("\ufeff") != before.removeprefix("\ufeff"):
        raise ChangedMeanwhile(f"{path.as_posix()} was changed in the meantime.")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
