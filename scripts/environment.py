"""The project's own environment: scripts run in it whichever Python they are started with."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_NEEDED = ("aiohttp", "jinja2", "material", "pydantic", "ruamel", "selectolax", "yaml")
_PYTHONS = (".venv/bin/python", ".venv/Scripts/python.exe")


def enter() -> None:
    """Make the catalog package importable, with everything that it needs.

    Started with a Python that lacks what the project needs, the script is run
    again with the one in ``.venv/``; when there is none, exits with status 2
    and says how to make it.
    """
    sys.path.insert(0, str(ROOT / "hooks"))
    if all(importlib.util.find_spec(name) for name in _NEEDED):
        return
    for name in _PYTHONS:
        python = ROOT / name
        if python.exists() and Path(sys.prefix) != python.parent.parent:
            sys.exit(subprocess.run([str(python), *sys.argv], check=False).returncode)
    print("The project is not set up yet: run “make site” once.", file=sys.stderr)
    sys.exit(2)
