#!/usr/bin/env python3
"""Write the locks in requirements/: exact versions, with the hashes of every file of each release.

Each part of pyproject.toml has a lock, which names the locks of the parts that it contains and
lists what it adds. A lock holds for every Python that pyproject.toml allows, on Linux, macOS and
Windows. Takes in the newest versions; run the tests afterwards. uv finds them, which is installed
into a temporary environment of its own. Exit status: 0 written, 1 not, as pip or uv has said.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "pyproject.toml"
LOCKS = ROOT / "requirements"
BASE = "catalog"
PARTS = (BASE, "site", "handouts", "check", "test")
"""Every part, after those that it contains; the first are the dependencies of the package."""

_HEAD = """\
# Written by scripts/lock.py from pyproject.toml, which says what each package is for.
# Install with: python -m pip install --require-hashes -r requirements/{part}.lock
"""


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--keep", action="store_true", help="keep the versions locked now wherever they still fit"
    )
    given = parser.parse_args()
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    with tempfile.TemporaryDirectory() as folder:
        combined = Path(folder, "combined.lock")
        if given.keep:
            combined.write_text("".join(map(_read, sorted(LOCKS.glob("*.lock")))), encoding="utf-8")
        try:
            print("Installing uv into an empty environment …", file=sys.stderr)
            uv = _uv(Path(folder, "uv"), project["optional-dependencies"]["lock"])
            _resolve(uv, project, PARTS[-1], "--output-file", combined)
            resolved = {
                part: pins(_resolve(uv, project, part, "--constraints", combined)) for part in PARTS
            }
        except subprocess.CalledProcessError:
            return 1
    for part, text in locks(resolved, contained(project)).items():
        (LOCKS / f"{part}.lock").write_text(text, encoding="utf-8")
        print(f"{part}.lock: {len(resolved[part])} releases", file=sys.stderr)
    return 0


def contained(project: Mapping[str, Any]) -> dict[str, list[str]]:
    """The parts that each part contains directly, from ``project`` in pyproject.toml."""
    extras = project["optional-dependencies"]
    own = re.compile(rf"{re.escape(project['name'])}\[([\w, -]+)\]")
    found: dict[str, list[str]] = {BASE: []}
    for part in PARTS[1:]:
        named = [match[1].split(",") for match in map(own.fullmatch, extras[part]) if match]
        found[part] = [name.strip() for names in named for name in names] or [BASE]
    return found


def pins(text: str) -> list[str]:
    """The pins in a lock: each with its version, environment marker and hashes."""
    return re.findall(r"^[a-z0-9].*(?:\n .*)*\n", text, re.MULTILINE)


def locks(
    resolved: Mapping[str, Sequence[str]], contains: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """The text of each lock, from the pins of each part and the parts that it contains."""
    texts = {}
    for part, releases in resolved.items():
        parts = contains[part]
        inherited = {release for inner in parts for release in resolved[inner]}
        texts[part] = "".join(
            [
                _HEAD.format(part=part),
                *(f"-r {inner}.lock\n" for inner in parts),
                *(release for release in releases if release not in inherited),
            ]
        )
    return texts


def _uv(folder: Path, requirements: Sequence[str]) -> list[str]:
    """Install uv into a new environment in ``folder``; return the command that runs it."""
    builder = venv.EnvBuilder(with_pip=True)
    builder.create(folder)
    python: str = builder.ensure_directories(folder).env_exe
    pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", *requirements], check=True)
    return [python, "-m", "uv"]


def _resolve(uv: Sequence[str], project: Mapping[str, Any], part: str, *options: str | Path) -> str:
    """Resolve a part with uv; return the text of the lock.

    Raises ``CalledProcessError`` if there is no solution; uv prints the reason.
    """
    oldest_python = project["requires-python"].removeprefix(">=")
    command: list[str | Path] = [*uv, "pip", "compile", "--quiet", "--no-config", "--no-header"]
    command += [
        "--no-annotate",
        "--universal",
        "--python-version",
        oldest_python,
        "--generate-hashes",
    ]
    command += [PROJECT, *([] if part == BASE else ["--extra", part]), *options]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8", cwd=ROOT)
    return done.stdout


def _read(path: Path) -> str:
    return "".join(pins(path.read_text(encoding="utf-8")))


if __name__ == "__main__":
    sys.exit(main())
