"""Format the change of a file as a unified diff."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from resource_catalog.loading.saving.file_changes import FileChange
from resource_catalog.loading.yaml.yaml_file import display_path
from resource_catalog.model.messages import _
from resource_catalog.model.problems import printable


def format_diff(folder: Path, change: FileChange) -> str:
    """A unified diff of one change, preceded by a line about its new name if it has one."""
    old, new = display_path(folder / change.old), display_path(folder / change.new)
    lines = difflib.unified_diff(
        _lines(change.before or ""), _lines(change.after), old, new, n=1, lineterm=""
    )
    heading = [_("%(old)s is now %(new)s", old=old, new=new)] if old != new else []
    return "\n".join([*heading, *lines])


def _lines(text: str) -> list[str]:
    """The lines of a text with control characters escaped, so that a terminal ignores them."""
    lines = re.split(r"\r\n|\r|\n", text)
    return [printable(line) for line in (lines[:-1] if lines[-1] == "" else lines)]
