"""Git, as far as commands ask it something."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any


class GitError(Exception):
    """Git cannot be run. The message says why."""


def git_output(folder: Path, *arguments: str) -> bytes | None:
    """What git prints in a folder, or None when it fails. Raises :class:`GitError`."""
    printed: bytes | None = _git(folder, arguments)
    return printed


def git_text(folder: Path, *arguments: str) -> str | None:
    """The same as text, with a mark for what is no UTF-8. Raises :class:`GitError`."""
    printed: str | None = _git(folder, arguments, encoding="utf-8", errors="replace")
    return printed


def _git(folder: Path, arguments: tuple[str, ...], **options: Any) -> Any:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, **options)
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}.") from None
    return done.stdout if done.returncode == 0 else None
