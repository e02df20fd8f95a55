"""Check an entry as if it were in the catalog, without adding it, and mend what is certain."""

from __future__ import annotations

import contextlib
import datetime
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from resource_catalog.contribute.autofix.replacements import apply_replacements
from resource_catalog.contribute.scratch_copy import copy_catalog
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.folder_layout import ENTRIES
from resource_catalog.loading.yaml import parser
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem, quoted

_MAX_ROUNDS = 3
"""A replacement may show what else is wrong with a value."""


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


def mended_dry_run(
    folder: Path, entry_id: str, text: str, today: datetime.date | None = None
) -> tuple[str, list[str], list[Problem]]:
    """An entry in which values that can only mean one thing are written so, with remarks on these.

    The problems are those that are left. Keys stay as they are: a misspelled one may be of those
    that only maintainers set. The rest is as for :func:`dry_run`.
    """
    before, problems = text, dry_run(folder, entry_id, text, today)
    for _round in range(_MAX_ROUNDS):
        own = [
            problem
            for problem in problems
            if Path(problem.file).stem == entry_id and problem.code != "unknown-key"
        ]
        fixed = apply_replacements(text, own)
        if fixed == text:
            break
        text, problems = fixed, dry_run(folder, entry_id, fixed, today)
    changed = _changed(parser.parse(before)[0], parser.parse(text)[0])
    remarks = [
        _("%(word)s was read as %(term)s.", word=quoted(old), term=quoted(new))
        for old, new in changed
    ]
    return text, remarks, problems


def _changed(before: Any, after: Any) -> Iterator[tuple[str, str]]:
    """The texts that differ in data of the same form."""
    if isinstance(before, dict):
        for key, value in before.items():
            yield from _changed(value, after[key])
    elif isinstance(before, list):
        for value, other in zip(before, after, strict=True):
            yield from _changed(value, other)
    elif before != after:
        yield str(before), str(after)
