#!/usr/bin/env python3
"""Write requirements.lock: the exact versions that everything here is tested with.

Installs what pyproject.toml asks for into an empty environment of its own and
notes what came. Run it to take newer versions in, then run the tests.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"


def main() -> int:
    """Run the command; gives the exit status."""
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = next(Path(folder).glob("[bS]*/python*"))
        pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
        print("Installing into an empty environment …", file=sys.stderr)
        subprocess.run([*pip, "install", "--quiet", *wanted], check=True)
        listed = subprocess.run(
            [*pip, "freeze", "--exclude", "pip", "--exclude", "setuptools"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    LOCK.write_text(
        "# Exact versions, written by scripts/lock.py from pyproject.toml.\n" + listed,
        encoding="utf-8",
    )
    print(f"{LOCK.name}: {len(listed.splitlines())} packages", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
