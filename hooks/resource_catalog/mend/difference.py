"""Differences: what a change does to a file, as programmers and pull requests show it."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from resource_catalog.documents import display_path
from resource_catalog.mend.folder import Change
from resource_catalog.problems import printable


def difference(folder: Path, change: Change) -> str:
    """A unified diff of one change, preceded by its new name where a file gets one."""
    old, new = display_path(folder / change.old), display_path(folder / change.new)
    lines = difflib.unified_diff(
        _lines(change.before), _lines(change.after), old, new, n=1, lineterm=""
    )
    said = [f"{old} is now {new}"] if old != new else []
    return "\n".join([*said, *lines])


def _lines(text: str) -> list[str]:
    """The lines as they can be shown: nothing in them that a terminal would obey."""
    lines = re.split(r"\r\n|\r|\n", text)
    return [printable(line) for line in (lines[:-1] if lines[-1] == "" else lines)]
