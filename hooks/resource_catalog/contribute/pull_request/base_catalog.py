"""Load the catalog of the merge base from git, to compare a pull request with."""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Callable
from pathlib import Path

from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.folder_layout import UnusableFolderError
from resource_catalog.model.catalog import Catalog

Git = Callable[..., bytes | None]
"""Runs git in a folder with arguments; returns its output, or None if it fails."""


class UnknownCommitError(Exception):
    """The commit to compare with does not exist."""


def merge_base(catalog: Path, ref: str, git: Git) -> str:
    """The commit that a change starts from: the last one that ``ref`` has in common with HEAD.

    Raises :class:`UnknownCommitError`.
    """
    if ref.startswith("-"):
        raise UnknownCommitError(f"“{ref}” is not a commit.")
    commit = git(catalog, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    if commit is None:
        raise UnknownCommitError(f"git knows no commit “{ref}” here.")
    base = git(catalog, "merge-base", commit.decode().strip(), "HEAD") or commit
    return base.decode().strip()


def base_catalog(catalog: Path, ref: str, scratch: Path, git: Git) -> Catalog | None:
    """The catalog at the merge base of HEAD and ``ref``; None if it has problems.

    ``catalog`` is its folder in a working tree; ``scratch`` is an empty folder, to extract the
    files into. Raises :class:`UnknownCommitError`.
    """
    base = merge_base(catalog, ref, git)
    root = git(catalog, "rev-parse", "--show-toplevel") or b"."
    place = git(catalog, "rev-parse", "--show-prefix") or b""
    name = f"{base}:{place.decode().strip().rstrip('/')}"
    packed = git(Path(os.fsdecode(root.rstrip(b"\n"))), "archive", "--format=tar", name)
    if packed is None:
        return None
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(scratch, filter="data")
    try:
        return open_catalog(scratch)[0]
    except UnusableFolderError:
        return None
