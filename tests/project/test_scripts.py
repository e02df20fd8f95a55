"""Scripts: each starts by itself, in a Python that has loaded nothing, and says what it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import ROOT, run_script

SCRIPTS = [
    path for path in sorted((ROOT / "scripts").glob("*.py")) if "__main__" in path.read_text()
]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_starts_and_says_what_it_does(path: Path) -> None:
    done = run_script(path.name, "--help", afresh=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"usage: {path.name}")
    assert len(done.stdout.splitlines()) > 4


def test_the_scripts_are_found() -> None:
    assert len(SCRIPTS) > 15
