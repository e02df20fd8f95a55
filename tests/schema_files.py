"""Check files of a catalog against its JSON Schemas, with a program that is not ours."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from check_jsonschema import main
from click.testing import CliRunner

_TOOL = Path(sys.executable).with_name("check-jsonschema")


def judged(schema: Path, *files: Path) -> dict[str, list[str]]:
    """What it says of files, by their names."""
    arguments = ["--output-format", "json", "--schemafile", str(schema), *map(str, files)]
    run = CliRunner().invoke(main, arguments)  # in this process: it takes half a second to start
    found: dict[str, list[str]] = {file.name: [] for file in files}
    report = json.loads(run.stdout)
    assert not report.get("parse_errors")
    for error in report["errors"]:
        found[Path(error["filename"]).name].append(error["message"])
    return found


def accepted_by_github(folder: Path) -> None:
    """GitHub's own schemas have nothing against the issue forms in a folder."""
    config = folder / "config.yml"
    forms = [path for path in folder.glob("*.yml") if path != config]
    assert len(forms) == 3
    for schema, files in (("issue-forms", forms), ("issue-config", [config])):
        command = [_TOOL, "--builtin-schema", f"vendor.github-{schema}"]
        done = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
