"""Fix the names of files: those that are not a slug, and those with a wrong suffix."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from resource_catalog.model.field_types.slugs import suggest_slug
from resource_catalog.model.problems import Problem

_DEFAULT_SUFFIX = ".yml"
_SUFFIXES = (".yml.txt", ".yaml.txt", ".yml", ".yaml")
"""The suffixes of files that are meant to be YAML, in any case."""


def plan_renames(
    problems: Iterable[Problem], aliases: Mapping[str, str]
) -> list[tuple[Path, Path]]:
    """The files to rename, as pairs of old and new path. ``aliases`` are ids by former ones.

    A translation follows its source.

    A file is not renamed if its new name is taken or if two files would get the same name.
    """
    targets: dict[Path, Path] = {}
    for problem in problems:
        path = Path(problem.file)
        if problem.code == "unknown-source" and problem.line == 1 and path.stem in aliases:
            targets[path] = path.with_name(aliases[path.stem] + path.suffix)
            continue
        suffix = next((e for e in _SUFFIXES if path.name.lower().endswith(e)), None)
        if problem.code not in ("bad-name", "stray-file") or problem.line != 1 or suffix is None:
            continue
        if problem.code == "bad-name" and path.stem == suggest_slug(path.stem):
            continue  # the problem is a value in the first line, not the file name
        stem = suggest_slug(path.name[: -len(suffix)])
        if os.path.isfile(path) and stem:
            kept_suffix = path.suffix if path.suffix in (".yml", ".yaml") else _DEFAULT_SUFFIX
            targets[path] = path.with_name(stem + kept_suffix)
    stems = [new.stem for new in targets.values()]
    return [
        (old, new)
        for old, new in targets.items()
        if stems.count(new.stem) == 1 and new.stem not in aliases and old != new
    ]
