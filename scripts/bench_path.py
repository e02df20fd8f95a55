"""The path to ``bench/``, for the scripts that are its commands."""

from __future__ import annotations

import sys
from pathlib import Path


def add_bench() -> None:
    """Make the package ``bench``, beside the folder of scripts, importable."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
