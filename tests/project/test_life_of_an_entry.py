"""The life of an entry: ``hooks/README.md`` names the steps from file to page, in their order."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from building import ROOT
from sample_catalog import write_catalog

STEP = re.compile(r"^\d\. `([\w/.]+)` · `([\w.]+)`", re.MULTILINE)
STEPS = STEP.findall((ROOT / "hooks" / "README.md").read_text(encoding="utf-8"))

# Builds a site and notes in which order the functions of the steps return for the first time.
FOLLOW = """
import json, sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config

hooks, out, steps, site = Path("hooks").resolve(), sys.argv[1], json.loads(sys.argv[2]), sys.argv[3]
wanted = {(str(hooks / file), name): None for file, name in steps}
found = []

def follow(frame, event, argument):
    if event == "return":
        code = frame.f_code
        step = code.co_filename, code.co_qualname
        if step in wanted and step not in found:
            found.append(step)

config = load_config("mkdocs.yml", site_dir=site)
sys.setprofile(follow)
build(config)
sys.setprofile(None)
Path(out).write_text(json.dumps(found))
"""


def test_there_are_seven_steps_at_most() -> None:
    assert 5 <= len(STEPS) <= 7


def test_an_entry_takes_the_steps_in_this_order(tmp_path: Path) -> None:
    catalog = write_catalog(tmp_path / "catalog", {"ape": {"phases": ["first"]}})
    out = tmp_path / "found.json"
    command = [sys.executable, "-c", FOLLOW, out, json.dumps(STEPS), tmp_path / "site"]
    settings = {"CATALOG_DIR": str(catalog), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **settings, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    found = [(str(Path(file)), name) for file, name in json.loads(out.read_text())]
    assert found == [(str(ROOT / "hooks" / file), name) for file, name in STEPS]
    assert (tmp_path / "site" / "resources" / "ape" / "index.html").is_file()
