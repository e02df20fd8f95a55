"""Run scripts in the project's environment, whichever Python starts them."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parent.parent
_PROBES = {
    "catalog": ("idna", "jinja2", "pydantic", "ruamel", "yaml"),
    "site": ("aiohttp", "material", "selectolax"),
    "handouts": ("playwright",),
    "test": ("PIL",),
}
"""Modules that prove a part to be installed; each part contains those above it."""
_PYTHONS = (".venv/bin/python", ".venv/Scripts/python.exe")


def default_catalog() -> str:
    """The folder of the catalog, where a command is given none; builds use the same variable."""
    return os.environ.get("CATALOG_DIR") or "catalog"


EXIT_CRASHED = 70
"""The exit status of a script that failed in a way that was not foreseen (EX_SOFTWARE)."""


def _report_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Print what was not foreseen, and end with a status that means nothing else."""
    sys.__excepthook__(kind, error, trace)
    if issubclass(kind, KeyboardInterrupt):
        return
    print("This is a fault of the program: please report it with the lines above.", file=sys.stderr)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(EXIT_CRASHED)  # Python itself would end with 1, which means that problems were found


def enter(part: str = "site") -> None:
    """Make the package importable, with the dependencies that a script needs.

    ``part`` is the part of the installation that the script needs. If this Python lacks it, the
    script is run again with the Python in ``.venv/``; if that lacks it too, exits with status 2 and
    a message on how to install it.
    """
    sys.excepthook = _report_crash
    sys.path.insert(0, str(ROOT / "hooks"))
    missing = _missing(part)
    if not missing:
        from console.streams import protect_terminal

        protect_terminal()
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
    """The first part that is missing, among ``part`` and those that it contains."""
    for name, modules in _PROBES.items():
        if not all(importlib.util.find_spec(module) for module in modules):
            return name
        if name == part:
            break
    return None
