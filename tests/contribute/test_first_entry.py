"""The first entry of a catalog that has nothing but its name: git keeps no empty folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import run_script
from resource_catalog.loading.catalog_folder import load


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    folder = tmp_path / "catalog"
    folder.mkdir()
    (folder / "catalog.yml").write_text("title: New\n", encoding="utf-8")
    return folder


def test_it_can_be_asked_for(bare: Path) -> None:
    given = ["--offline", "--url", "https://example.org/1", "--title", "One", "--summary", "First."]
    given += ["--use", "", "--id", "one"]
    run = run_script("new_entry.py", "--catalog", bare, *given)
    assert (run.returncode, run.stderr) == (0, "")
    assert [*load(bare).catalog.entries] == ["one"]


def test_it_can_come_from_a_table(bare: Path, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("title,url\nOne,https://example.org/1\n", encoding="utf-8")
    run = run_script("import_csv.py", tmp_path / "t.csv", bare)
    assert (run.returncode, run.stderr) == (0, "")
    loaded = load(bare)
    assert ([*loaded.catalog.entries], loaded.problems) == (["one"], [])
