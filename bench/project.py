"""Locate the project under test, and check which packages are installed."""

from __future__ import annotations

import shutil
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class BenchError(Exception):
    """A catalog or a site could not be built. The message gives the reason."""


def copy_synonyms(catalog: Path) -> None:
    """Give an invented catalog the synonyms of the real one, if that has any: it needs some."""
    synonyms = ROOT / "catalog" / "synonyms.yml"
    if synonyms.is_file():
        shutil.copy(synonyms, catalog)


def is_installed(name: str) -> bool:
    """Whether a package is installed."""
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True
