"""Build sites and run scripts with the commands that maintainers use."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from warm import Warm

ROOT = Path(__file__).resolve().parent.parent
CATALOG = ROOT / "tests" / "known_catalog"
"""The catalog that tests know, whatever is in ``catalog/``: ours as it once was."""

IN_PLACE = ROOT / "catalog"
"""The catalog of this checkout, only for tests in ``catalog_in_place/`` and ``our_catalog/``."""

HOST = "http://127.0.0.1:8000/"

TIMEOUT = 120
"""The timeout of a command in seconds."""

Done = subprocess.CompletedProcess[str]


def build(catalog: Path | None, site: Path, *, afresh: bool = False, **env: str) -> Done:
    """Run ``mkdocs build --strict`` into ``site``; ``env`` adds to the environment.

    ``catalog`` is the folder to build, the known one if None. The exit status is not checked, since
    some builds are meant to fail. ``afresh`` starts a new Python instead of forking one, see
    ``warm.py``.
    """
    folder = str(catalog or CATALOG)
    settings = {"SITE_URL": HOST, "NO_MKDOCS_2_WARNING": "1", "CATALOG_DIR": folder}
    command = ["mkdocs", "build", "--strict", "--site-dir", str(site)]
    return run(command, {**settings, **env}, afresh=afresh)


def settings(folder: Path, overrides: Path, *hooks: Path, **theme: Any) -> Path:
    """Write a config file that extends the project's with hooks and a folder of overrides.

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


def run_script(
    name: str, *arguments: str | Path, answers: str = "", afresh: bool = False, **env: str
) -> Done:
    """Run a script of the project from its root, as the documentation says, on the known catalog.

    ``answers`` is the standard input; ``env`` is added to the environment.
    """
    return run_in(ROOT, f"scripts/{name}", *arguments, answers=answers, afresh=afresh, **env)


def run_in(
    folder: Path,
    *command: str | Path,
    answers: str = "",
    afresh: bool = False,
    **env: str,
) -> Done:
    """Run a script, or ``-m`` and a module, in a folder other than the root."""
    return _run([*map(str, command)], folder, env, answers, afresh)


def run(module: list[str], env: dict[str, str], *, afresh: bool = False) -> Done:
    """Run a module such as ``mkdocs`` as a command, from the root of the project."""
    return _run(["-m", *module], ROOT, {"XDG_CACHE_HOME": cache_folder(), **env}, "", afresh)


def copy_of_catalog(tmp_path: Path) -> Path:
    """Copy the known catalog to a folder where a test may change it."""
    return shutil.copytree(CATALOG, tmp_path / "catalog")


def copy_of_code(folder: Path, *names: str, without: Sequence[str] = ()) -> None:
    """Copy folders of the project into ``folder``, with what Python has compiled of them.

    ``without`` names files and folders to leave out.
    """
    # While another worker compiles a module, its file has a name of its own.
    left_out = shutil.ignore_patterns("*.pyc.*", *without)
    for name in names:
        shutil.copytree(ROOT / name, folder / name, ignore=left_out)


def _run(command: list[str], folder: Path, env: dict[str, str], answers: str, afresh: bool) -> Done:
    known = {"CATALOG_DIR": str(CATALOG)} if folder == ROOT else {}
    whole = {**os.environ, **known, **env}
    configures_python = any(name.startswith("PYTHON") for name in env)
    if sys.platform == "linux" and not afresh and not configures_python:
        return warm().run(command, folder, whole, answers, TIMEOUT)
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=whole,
        input=answers,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=TIMEOUT,
    )


@cache
def cache_folder() -> str:
    """A cache folder for builds, so that tests leave nothing in the user's."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return folder.name


@cache
def warm() -> Warm:
    """The fork server, one for all tests of a worker."""
    return Warm()
