"""Names: files whose names cannot be part of an address, or that nothing reads for their ending."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from resource_catalog.problems import Problem
from resource_catalog.values import suggest_slug

_READ = ".yml"
_ENDINGS = (".yml.txt", ".yaml.txt", ".yml", ".yaml")
"""What an editor, or a hurry, makes of the ending; small letters or not."""


def renames(problems: Iterable[Problem], taken: Collection[str]) -> list[tuple[Path, Path]]:
    """Which files to rename, old and new; ``taken`` are ids that already belong to something.

    No file is given a name that another one has or asks for.
    """
    wanted: dict[Path, Path] = {}
    for problem in problems:
        path = Path(problem.file)
        ending = next((e for e in _ENDINGS if path.name.lower().endswith(e)), None)
        if problem.code not in ("bad-name", "stray-file") or problem.line != 1 or ending is None:
            continue
        if problem.code == "bad-name" and path.stem == suggest_slug(path.stem):
            continue  # a value in the first line, not the name
        stem = suggest_slug(path.name[: -len(ending)])
        if os.path.isfile(path) and stem:
            kept = path.suffix if path.suffix in (".yml", ".yaml") else _READ
            wanted[path] = path.with_name(stem + kept)
    asked = [new.stem for new in wanted.values()]
    return [
        (old, new)
        for old, new in wanted.items()
        if asked.count(new.stem) == 1 and new.stem not in taken and old != new
    ]
