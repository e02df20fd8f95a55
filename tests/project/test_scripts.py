"""Scripts: each starts by itself, in a Python that has loaded nothing, and says what it does."""

from __future__ import annotations

import os
import subprocess
import sys
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


def test_a_crash_is_never_taken_for_a_finding(tmp_path: Path) -> None:
    """Status 1 means that problems were found; Python itself ends with it for any fault."""
    script = tmp_path / "fails.py"
    script.write_text("from environment import enter\nenter('catalog')\nprint('so far')\n1 / 0\n")
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (70, "so far\n")
    assert "ZeroDivisionError" in done.stderr


def test_nothing_that_is_printed_reaches_a_terminal_as_more_than_text(tmp_path: Path) -> None:
    script = tmp_path / "prints.py"
    text = "\x1b]0;owned\x07 \x9b31m \u202e 日本"
    script.write_text(
        "import sys\nfrom environment import enter\n"
        f"def say():\n    print({text!r}); print({text!r}, file=sys.stderr)\n"
        f"enter('catalog')\nsay()\nraise ValueError({text!r})\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
    )
    shown = "\\u001b]0;owned\\u0007 \\u009b31m \\u202e 日本"
    assert done.stdout == f"{shown}\n"
    assert done.stderr.count(shown) == 2  # one of them in the traceback
