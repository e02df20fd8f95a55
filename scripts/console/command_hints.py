"""Write commands for people to copy."""

from __future__ import annotations

import shlex
from pathlib import Path

from environment import ROOT
from resource_catalog.loading.yaml import yaml_file


def command(script: str, folder: Path, *before: str | Path) -> str:
    """A command that runs a script of ours on a catalog, which is named unless it is the usual one.

    ``before`` is what stands between the script and the folder.
    """
    names = [str(word) for word in before]
    if folder.resolve() != ROOT / "catalog":
        names.append(yaml_file.display_path(folder))
    return shlex.join(["python", f"scripts/{script}", *names])
