"""The theme's files: listed without its hidden ones, and otherwise as MkDocs lists them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from building import ROOT
from resource_catalog.performance.theme_files import list_visible_files


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    looks = tmp_path / "looks"
    for name in (".hidden/a.txt", "shown/.hidden/b.txt", "shown/c.txt", ".d.txt", "e.txt"):
        path = looks / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{{ 'template' }}", encoding="utf-8")
    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    config.theme.dirs.insert(0, str(looks))
    return config


def files(config: MkDocsConfig) -> list[tuple[str, str | None]]:
    found = Files([])
    found.add_files_from_theme(config.theme.get_env(), config)
    return [(file.src_uri, file.abs_src_path) for file in found]


def test_the_same_files_are_copied(config: MkDocsConfig) -> None:
    before = files(config)
    list_visible_files(config.theme)
    assert files(config) == before
    assert {"shown/c.txt", "e.txt"} <= {path for path, _ in before}


def test_hidden_files_are_not_listed(config: MkDocsConfig) -> None:
    list_visible_files(config.theme)
    names = config.theme.get_env().list_templates()
    assert {"main.html", ".d.txt"} <= set(names)
    assert not [name for name in names if name.startswith(".icons/") or ".hidden" in name]


def test_hidden_files_are_still_found_by_name(config: MkDocsConfig) -> None:
    list_visible_files(config.theme)
    list_visible_files(config.theme)  # the next build while the site is served
    env = config.theme.get_env()
    assert env.get_template("shown/.hidden/b.txt").render() == "template"
    assert "<svg" in env.get_template(".icons/material/file.svg").render()
