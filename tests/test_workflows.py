"""Workflows: what runs on GitHub is checked here as far as that can be done without it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TOOLS = Path(sys.executable).parent


def workflow(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - text only
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


def test_the_linters_have_nothing_to_say() -> None:
    schema = [TOOLS / "check-jsonschema", "--builtin-schema", "vendor.github-workflows"]
    for command in ([*schema, *WORKFLOWS], [TOOLS / "zizmor", "--offline", "--quiet", *WORKFLOWS]):
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_scripts_are_shell(path: Path) -> None:
    for step in steps(path):
        if "run" in step:
            assert "${{" not in step["run"], "hand values over in env: text in a script is run"
            subprocess.run(["bash", "-n"], input=step["run"], text=True, check=True)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_rights_are_named(path: Path) -> None:
    for step in steps(path):
        if "uses" in step:
            assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"])
    assert "permissions" in workflow(path)
    for job in workflow(path)["jobs"].values():
        assert isinstance(job.get("permissions"), dict)


def test_a_pull_request_can_write_nothing_and_sees_no_secret() -> None:
    jobs = workflow(ROOT / ".github/workflows/links.yml")["jobs"]
    for name, job in jobs.items():
        if name == "change":
            assert job["permissions"] == {"contents": "read"}
            assert "secrets" not in json.dumps(job)
            assert "token" not in json.dumps(job).lower()
        else:
            reached = [
                *([job["needs"]] if "needs" in job else []),
                *([name] if "if" in job else []),
            ]
            assert reached, f"{name} runs on pull requests as well"


@pytest.mark.parametrize(("addresses", "shards"), [(0, 1), (9, 1), (10, 1), (21, 3), (999, 4)])
def test_the_work_is_shared_out(addresses: int, shards: int, tmp_path: Path) -> None:
    plan = workflow(ROOT / ".github/workflows/links.yml")["jobs"]["plan"]["steps"][-1]["run"]
    entries = tmp_path / "catalog" / "entries"
    entries.mkdir(parents=True)
    lines = [
        f"  - url: {'https://example.org' if n % 2 else chr(34)}http:" for n in range(addresses)
    ]
    (entries / "a.yml").write_text("links:\n" + "\n".join(lines) + "\n")
    output = tmp_path / "output"
    limits = {"ADDRESSES_A_MACHINE": "10", "MOST_MACHINES": "4", "GITHUB_OUTPUT": str(output)}
    shell = ["bash", "-e", "-c", plan]
    subprocess.run(shell, cwd=tmp_path, env={**os.environ, **limits}, check=True)
    found = json.loads(output.read_text().removeprefix("shards="))
    assert found == [f"{number}/{shards}" for number in range(1, shards + 1)]
