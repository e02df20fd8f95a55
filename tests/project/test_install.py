"""Installing in parts: what make installs for which command, and what scripts say of the rest."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from building import ROOT, copy_of_catalog, copy_of_code
from parts import python_with

Done = subprocess.CompletedProcess[str]


def make(folder: Path, *arguments: str, **env: str) -> Done:
    """Run make there, as if nothing had called it."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", f"PYTHON={sys.executable}", *arguments],
        cwd=folder,
        env={**outside, **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What make and the scripts need of the project, where nothing is installed."""
    copy_of_code(tmp_path, "hooks", "scripts", "requirements", "overrides", "docs")
    copy_of_catalog(tmp_path)
    for name in ("Makefile", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("command", "parts"),
    [
        ("serve", "site"),
        ("site", "site"),
        ("offline", "site"),
        ("links", "site"),
        ("handouts", "site handouts"),
        ("check", "site check"),
        ("test", "test"),
        ("picture", "test"),
    ],
)
def test_a_command_installs_what_it_needs(clone: Path, command: str, parts: str) -> None:
    done = make(clone, "--dry-run", command)
    assert done.returncode == 0, done.stderr
    found = re.findall(r"--require-hashes -r requirements/(\w+)\.lock$", done.stdout, re.MULTILINE)
    assert found == parts.split()


def wheel(folder: Path) -> str:
    """Write a package; gives the line of a lock that names it."""
    path, info = folder / "tiny-1-py3-none-any.whl", "tiny-1.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("tiny.py", "")
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1\n")
        kind = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        archive.writestr(f"{info}/WHEEL", kind)
        archive.writestr(f"{info}/RECORD", "")
    return f"tiny==1 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def test_a_part_is_there_when_its_lock_is_installed_and_not_before(clone: Path) -> None:
    wheels, lock, mark = clone / "wheels", clone / "requirements/site.lock", clone / ".venv/site"
    wheels.mkdir()
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "PIP_CONFIG_FILE": os.devnull}
    right = wheel(wheels)

    lock.write_text(re.sub("[0-9a-f]{64}", "0" * 64, right), encoding="utf-8")
    broken = make(clone, ".venv/site", **offline)
    assert broken.returncode != 0
    assert "DO NOT MATCH THE HASHES" in broken.stderr
    assert (clone / ".venv/bin/python").exists()
    assert not mark.exists()

    lock.write_text(right, encoding="utf-8")
    done = make(clone, ".venv/site", **offline)
    assert done.returncode == 0, done.stderr
    assert run(clone / ".venv/bin/python", clone, "-c", "import tiny").returncode == 0
    assert make(clone, "--question", ".venv/site").returncode == 0

    os.utime(mark, (0, 0))  # as after a pull that brings a newer lock
    assert make(clone, "--question", ".venv/site").returncode == 1


def test_what_the_tests_install_is_not_installed_again_for_other_commands(clone: Path) -> None:
    (clone / "wheels").mkdir()
    right = wheel(clone / "wheels")
    for lock in (clone / "requirements").glob("*.lock"):
        lock.write_text(right, encoding="utf-8")
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(clone / "wheels")}
    done = make(clone, ".venv/test", **offline, PIP_CONFIG_FILE=os.devnull)
    assert done.returncode == 0, done.stderr
    for part in ("site", "handouts", "check", "test"):
        assert make(clone, "--question", f".venv/{part}").returncode == 0, part


def run(python: Path, folder: Path, *command: str) -> Done:
    return subprocess.run(
        [python, *command],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_site_is_built_and_checked_with_the_part_for_it(
    clone: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    python = python_with("site", tmp_path_factory)
    for command in (
        ["scripts/validate.py"],
        ["-m", "mkdocs", "build", "--strict"],
        ["scripts/check_site.py", "site"],
        ["scripts/check_addresses.py", "site"],
        ["scripts/make_offline.py"],
    ):
        done = run(python, clone, *command)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python that has nothing of the project."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, symlinks=True)
    return folder / "bin" / "python"


def test_a_script_says_how_to_set_the_project_up(clone: Path, bare: Path) -> None:
    for script in ("validate.py", "entry_from_issue.py", "make_handouts.py", "take_picture.py"):
        done = run(bare, clone, f"scripts/{script}", "--help")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "The project is not set up yet: run “make site” once.\n"


def test_a_script_says_how_to_install_the_part_it_needs(
    clone: Path, bare: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (clone / ".venv").symlink_to(python_with("site", tmp_path_factory).parent.parent)
    assert run(bare, clone, "scripts/check_links.py", "--help").returncode == 0
    for script, part in (("make_handouts.py", "handouts"), ("take_picture.py", "test")):
        done = run(bare, clone, f"scripts/{script}", "--help")
        assert (done.returncode, done.stdout) == (2, "")
        assert f"run “make .venv/{part}” once, or “pip install" in done.stderr
        assert (ROOT / f"requirements/{part}.lock").exists()
