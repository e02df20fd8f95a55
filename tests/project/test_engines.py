"""Programs that could build the site: all that run our hooks build the same one, others stop."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from building import HOST, ROOT, build
from sample_catalog import write_catalog
from sites import files_of

PROGRAMS = ("mkdocs", "properdocs")
FIXED = {"SOURCE_DATE_EPOCH": "1790000000", "NO_MKDOCS_2_WARNING": "1"}


def run(program: str, config: Path, site: Path, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", program, "build", "--config-file", config, "--site-dir", site]
    return subprocess.run(
        command,
        env={**os.environ, **FIXED, "SITE_URL": HOST, **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_build_in_which_the_hook_did_not_run_fails(program: str, tmp_path: Path) -> None:
    """Also when it is not strict: hand-written pages alone would make a site without a catalog."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# All by itself\n", encoding="utf-8")
    own = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "theme": {"custom_dir": str(ROOT / "overrides")},
        "docs_dir": str(tmp_path / "docs"),
        "nav": [{"Home": "index.md"}],
        "not_in_nav": "",
        "hooks": [],
        "watch": [],
    }
    config = tmp_path / "mkdocs.yml"
    config.write_text(yaml.safe_dump(own), encoding="utf-8")
    done = run(program, config, tmp_path / "site")
    assert done.returncode == 1
    assert "hooks/mkdocs_events.py has not run, so there is no catalog" in done.stderr
    assert not list((tmp_path / "site").rglob("*.html"))


def test_properdocs_builds_the_same_site(tmp_path: Path) -> None:
    """To the byte; MkDocs has had no release since 2024."""
    catalog = write_catalog(tmp_path / "catalog", {"one": {}, "two": {}})
    ours, theirs = tmp_path / "mkdocs", tmp_path / "properdocs"
    built = build(catalog, ours, **FIXED)
    assert built.returncode == 0, built.stderr
    done = run("properdocs", ROOT / "mkdocs.yml", theirs, CATALOG_DIR=str(catalog))
    assert done.returncode == 0, done.stderr
    one, other = dict(files_of(ours)), dict(files_of(theirs))
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert len(one) > 50


BROKE_BEFORE = ("pymdown-extensions", "markdown", "jinja2", "pygments", "click")


@pytest.mark.parametrize("name", BROKE_BEFORE)
def test_what_broke_builds_before_has_an_upper_bound_with_a_reason(name: str) -> None:
    """Of what is locked now, or the newest that is tried each week."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["site"]]
    (wanted,) = (one for one in map(Requirement, asked) if one.name == name)
    assert {bound.operator for bound in wanted.specifier} == {">=", "<"}
    (reason,) = re.findall(rf'^  "{name}>=.+", +# (.+)$', text, re.MULTILINE)
    assert len(reason) > len("of mkdocs")


def test_the_theme_has_no_known_hole() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '"mkdocs-material>=9.8.2,<10"' in text
