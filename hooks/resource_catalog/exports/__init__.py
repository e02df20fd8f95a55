"""Exports: the catalog in formats that other programs read.

Each format is one file here. A new file joins the list in ``all_files.py``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ExportFile:
    """A file of the site: ``path`` below its root, and its whole content."""

    path: str
    content: str | bytes
