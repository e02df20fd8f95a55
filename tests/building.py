"""Building: the real site from a real catalog, with the commands that maintainers use."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
CATALOG = ROOT / "catalog"
HOST = "http://127.0.0.1:8000/"


def build(catalog: Path | None, site: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run ``mkdocs build --strict`` into ``site``; ``env`` adds to the environment.

    ``catalog`` is the folder to build, the real one when None. The outcome is
    the caller's to judge: a build that is meant to fail is a test as well.
    """
    settings = {"SITE_URL": HOST, "NO_MKDOCS_2_WARNING": "1"}
    if catalog is not None:
        settings["CATALOG_DIR"] = str(catalog)
    command = ["mkdocs", "build", "--strict", "--site-dir", str(site)]
    return run(command, {**settings, **env})


def settings(folder: Path, overrides: Path, *hooks: Path, **theme: Any) -> Path:
    """A file of settings like the project's own, with more hooks and a folder for looks.

    ``theme`` are options of the theme.
    """
    path = folder / "mkdocs.yml"
    own = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(ROOT / "docs"),
        "theme": {"custom_dir": str(overrides), **theme},
        "hooks": [str(ROOT / "hooks" / "mkdocs_events.py"), *map(str, hooks)],
        "watch": [],
    }
    path.write_text(yaml.safe_dump(own), encoding="utf-8")
    return path


def run_script(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a script of the project from its root, as the documentation says."""
    return _run([sys.executable, f"scripts/{name}", *map(str, arguments)], {})


def run(module: list[str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a module that is a command, such as ``mkdocs``, from the root of the project."""
    return _run([sys.executable, "-m", *module], env)


def copy_of_catalog(tmp_path: Path) -> Path:
    """The real catalog, copied to where a test may change it."""
    return shutil.copytree(CATALOG, tmp_path / "catalog")


def _run(command: list[str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
