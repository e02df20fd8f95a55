"""Say that a file could not be written."""

from __future__ import annotations

from pathlib import Path

from resource_catalog.loading.saving.file_changes import FileChangedError
from resource_catalog.loading.yaml.yaml_file import display_path
from resource_catalog.model.messages import _


def not_written(error: OSError, file: str | Path) -> str:
    """A sentence on the file and the reason; ``file`` is named if the error names none."""
    name = display_path(error.filename or file)
    return _("%(file)s cannot be written: %(reason)s.", file=name, reason=error.strerror)


def nothing_changed(error: FileChangedError | OSError, folder: str | Path) -> str:
    """Why none of several files in a folder was written, and what to do."""
    if isinstance(error, FileChangedError):
        return _("%(error)s Nothing was written; try again.", error=error)
    return "\n".join((not_written(error, folder), _("Nothing was changed.")))
