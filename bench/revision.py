"""Check out another revision of the project in a temporary git worktree."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.project import ROOT, BenchError


def resolve_commit(revision: str, root: Path = ROOT) -> str:
    """Resolve a revision to a commit hash. Raises :class:`BenchError`."""
    name = f"{revision}^{{commit}}"
    done = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if done.returncode:
        raise BenchError(f"git knows no revision “{revision}” here.")
    return done.stdout.strip()


@contextmanager
def temporary_worktree(revision: str, root: Path = ROOT) -> Iterator[Path]:
    """A worktree of the repository at ``root``, removed on exit; yields its folder.

    Raises :class:`BenchError`.
    """
    commit = resolve_commit(revision, root)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve() / "checkout"
        done = _git(root, "worktree", "add", "--quiet", "--detach", str(folder), commit)
        if done.returncode:
            raise BenchError(f"“{revision}” cannot be checked out: {done.stderr.strip()}")
        try:
            yield folder
        finally:
            _git(root, "worktree", "remove", "--force", str(folder))


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            ["git", "-C", str(root), *arguments],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise BenchError(f"git cannot be run: {error.strerror}.") from None
