"""Tell code from data among the files of a change: code is run, so someone reads it first."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from resource_catalog.contribute.pull_request.base_catalog import Git, merge_base

_DATA = frozenset(
    ".yml .yaml .json .jsonl .csv .txt .md .po .css .pdf".split()
    + ".svg .png .jpg .jpeg .gif .webp .ico".split()
)
"""What a folder of data may hold; anything else there is taken for code."""

_PROSE = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE")
"""At the top of the repository."""


def changed_code(catalog: Path, ref: str, git: Git) -> list[str]:
    """The paths of code that HEAD changes since ``ref``, as in a pull request.

    ``catalog`` is the folder of the catalog in a working tree. Only commits are compared. Raises
    :class:`UnknownCommitError`.
    """
    base = merge_base(catalog, ref, git)
    changed = git(
        catalog, "diff", "--no-renames", "--name-only", "-z", "--no-relative", base, "HEAD"
    )
    prefix = (git(catalog, "rev-parse", "--show-prefix") or b"").decode("utf-8", "replace").strip()
    names = (changed or b"").decode("utf-8", "replace").split("\0")
    return [name for name in names if name and is_code(name, prefix.rstrip("/"))]


def is_code(name: str, catalog: str) -> bool:
    """Whether a path from the root of the repository is code. ``catalog`` is the catalog's."""
    path = PurePosixPath(name)
    if path.parts[0] == "docs" or (catalog and path.is_relative_to(catalog)):
        return path.suffix.lower() not in _DATA or path.name.startswith(".")
    return name not in _PROSE
