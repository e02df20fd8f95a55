"""Check an entry as if it were in the catalog, without adding it."""

from __future__ import annotations

import contextlib
import datetime
import tempfile
from pathlib import Path

from resource_catalog.contribute.scratch_copy import copy_catalog
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.folder_layout import ENTRIES
from resource_catalog.model.problems import Problem


def dry_run(
    folder: Path, entry_id: str, text: str, today: datetime.date | None = None
) -> list[Problem]:
    """The problems that a valid catalog folder would have with an additional entry.

    The paths of files in the problems are relative to the parent of ``folder``.
    Without ``today``, days in the future are not checked.
    """
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / folder.resolve().name
        copy_catalog(folder, copy)
        path = copy / ENTRIES / f"{entry_id}.yml"
        path.parent.mkdir(exist_ok=True)  # a new catalog may have no entries
        path.write_text(text, encoding="utf-8", newline="\n")
        with contextlib.chdir(scratch):
            return open_catalog(Path(copy.name), today=today)[1]
