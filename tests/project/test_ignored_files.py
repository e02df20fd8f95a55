"""No module is hidden from git, and so from the wheel, nor from ruff, by a pattern too wide."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from building import ROOT

SOURCES = ("bench", "hooks", "scripts", "tests")

pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="only a clone knows what git ignores"
)


def git(*arguments: str, given: str = "") -> list[str]:
    """The lines that git prints; 1 is how ``check-ignore`` says that it found nothing."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=ROOT,
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.splitlines()


def ignored(*paths: str) -> list[str]:
    """Those of the paths that git would not take; they need not exist."""
    return git("check-ignore", "--no-index", "--stdin", given="\n".join(paths))


def python_files() -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for folder in SOURCES
        for path in (ROOT / folder).rglob("*.py")
    }


def test_git_knows_every_module() -> None:
    known = set(git("ls-files", "--cached", "--others", "--exclude-standard"))
    assert len(python_files()) > 200
    assert python_files() - known == set()


@pytest.mark.parametrize("name", ["site", "dist", "links", "site/search", "exports/dist"])
def test_a_package_may_have_any_name(name: str) -> None:
    assert ignored(f"hooks/resource_catalog/{name}/__init__.py") == []


def test_what_is_built_stays_out() -> None:
    built = ["site/index.html", "dist/offline.zip", "hooks/resource_catalog/__pycache__/a.pyc"]
    assert ignored(*built) == built


def test_ruff_looks_at_every_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--show-files"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    shown = {Path(line).resolve().relative_to(ROOT).as_posix() for line in done.stdout.splitlines()}
    assert python_files() - shown == set()
