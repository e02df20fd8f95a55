"""Make the package ``bench`` importable, for the scripts that are its commands."""

from __future__ import annotations

import sys
from pathlib import Path


def add_bench() -> None:
    """Add the root of the project to the import path."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
