"""Read the locks of the installation parts, and create environments with one part only."""

from __future__ import annotations

import re
import venv
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from lock import LOCKS, pins
from sites import once


@cache
def releases(part: str) -> list[Requirement]:
    """The requirements in a lock and in the locks that it includes."""
    texts: dict[str, str] = {}
    wanted = [part]
    while wanted:
        name = wanted.pop()
        if name not in texts:
            texts[name] = (LOCKS / f"{name}.lock").read_text(encoding="utf-8")
            wanted += re.findall(r"^-r (\w+)\.lock$", texts[name], re.MULTILINE)
    return [requirement(pin) for text in texts.values() for pin in pins(text)]


def requirement(pin: str) -> Requirement:
    """Parse a pin of a lock, without its hashes."""
    return Requirement(pin.partition("\\")[0])


def python_with(part: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with one part and nothing else."""
    return once(tmp_path_factory, f"part-{part}", lambda folder: _environment(part, folder))


def _environment(part: str, folder: Path) -> Path:
    """Create an environment with links to the packages of a part in the current one."""
    venv.create(folder, symlinks=True)
    (library,) = folder.glob("lib/python*/site-packages")
    for release in releases(part):
        if release.marker is None or release.marker.evaluate():
            found = distribution(release.name)
            for top in {file.parts[0] for file in found.files or []} - {"..", "__pycache__"}:
                (library / top).symlink_to(str(found.locate_file(top)))
    return folder / "bin" / "python"
