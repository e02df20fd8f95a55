"""Say that a file could not be written."""

from __future__ import annotations

from pathlib import Path

from resource_catalog.model.messages import _


def not_written(file: str | Path | None, error: OSError) -> str:
    """A sentence on the file and the reason."""
    return _("%(file)s cannot be written: %(reason)s.", file=file, reason=error.strerror)
