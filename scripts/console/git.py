"""Run git and return its output."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from resource_catalog.model.messages import _


class GitError(Exception):
    """Git cannot be run. The message gives the reason."""


def git_output(folder: Path, *arguments: str) -> bytes | None:
    """The output of git in a folder, None if it fails. Raises :class:`GitError`."""
    output: bytes | None = _git(folder, arguments)
    return output


def git_text(folder: Path, *arguments: str) -> str | None:
    """The same as text; bytes that are not UTF-8 are replaced. Raises :class:`GitError`."""
    output: str | None = _git(folder, arguments, encoding="utf-8", errors="replace")
    return output


def _git(folder: Path, arguments: tuple[str, ...], **options: Any) -> Any:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, **options)
    except OSError as error:
        raise GitError(_("git cannot be run: %(reason)s.", reason=error.strerror)) from None
    return done.stdout if done.returncode == 0 else None
