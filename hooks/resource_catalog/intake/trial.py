"""Trial: what the check would say if an entry were in the catalog, without putting it there."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

from resource_catalog.check import open_catalog
from resource_catalog.load import ENTRIES
from resource_catalog.problems import Problem


def tried(folder: Path, name: str, text: str) -> list[Problem]:
    """The problems that a catalog folder without any would have with an entry.

    Files are named from the folder's parent.
    """
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / folder.resolve().name
        shutil.copytree(folder, copy)
        (copy / ENTRIES / f"{name}.yml").write_text(text, encoding="utf-8", newline="\n")
        with contextlib.chdir(place):
            return open_catalog(Path(copy.name))[1]
