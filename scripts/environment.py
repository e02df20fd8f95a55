"""The project's own environment: scripts run in it whichever Python they are started with."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_NEEDED = {
    "catalog": ("jinja2", "pydantic", "ruamel", "segno", "yaml"),
    "site": ("aiohttp", "material", "selectolax"),
    "handouts": ("playwright",),
    "test": ("PIL",),
}
"""Modules that show a part of the installation to be there; each part contains those above it."""
_PYTHONS = (".venv/bin/python", ".venv/Scripts/python.exe")


def enter(part: str = "site") -> None:
    """Make the catalog package importable, with everything that a script needs.

    ``part`` names the part of the installation that it needs. Started with a
    Python that lacks it, the script is run again with the one in ``.venv/``;
    when it is not there either, exits with status 2 and says how to install it.
    """
    sys.path.insert(0, str(ROOT / "hooks"))
    missing = _missing(part)
    if not missing:
        return
    for name in _PYTHONS:
        python = ROOT / name
        if python.exists() and Path(sys.prefix) != python.parent.parent:
            sys.exit(subprocess.run([str(python), *sys.argv], check=False).returncode)
    if missing in ("catalog", "site"):
        print("The project is not set up yet: run “make site” once.", file=sys.stderr)
    else:
        print(
            f"A part of the project is not installed yet: run “make .venv/{part}” once, or "
            f"“pip install -r requirements/{part}.lock” where there is no make.",
            file=sys.stderr,
        )
    sys.exit(2)


def _missing(part: str) -> str | None:
    """The first part that is not installed of those that ``part`` contains, itself included."""
    for name, modules in _NEEDED.items():
        if not all(importlib.util.find_spec(module) for module in modules):
            return name
        if name == part:
            break
    return None
