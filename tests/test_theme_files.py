"""The theme's files: those that are copied are the ones that MkDocs would find by itself."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from building import ROOT, settings
from mkdocs_theme import pass_over_hidden_files


def copied(theme: Theme, config: Path) -> list[tuple[str, str]]:
    """The files of a theme that go into the site, and where they are."""
    files = Files([])
    files.add_files_from_theme(theme.get_env(), load_config(str(config)))
    return [(file.src_uri, str(file.abs_src_path)) for file in files]


def test_no_file_to_copy_is_passed_over(tmp_path: Path) -> None:
    """Some are hidden, in a hidden folder, in one whose name says so later, or not at all."""
    looks = tmp_path / "looks"
    for name in ("seen.css", ".hidden.css", "a/.b/c.css", "a/b.c/d.css", ".d/e/f.css", "a/.g"):
        path = looks / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", encoding="utf-8")
    (looks / "main.html").write_text('{% extends "base.html" %}', encoding="utf-8")
    config = settings(tmp_path, looks)
    theme = load_config(str(config)).theme
    before = copied(theme, config)
    assert {"seen.css", "a/b.c/d.css"} <= {name for name, _ in before}
    pass_over_hidden_files(theme)
    assert copied(theme, config) == before


def test_icons_are_still_found_by_templates() -> None:
    theme = load_config(str(ROOT / "mkdocs.yml")).theme
    pass_over_hidden_files(theme)
    env = theme.get_env()
    assert env.get_template(".icons/material/file-outline.svg").render().startswith("<svg")
    assert not any(name.startswith(".icons") for name in env.list_templates())


def test_a_theme_of_a_kind_of_its_own_is_left_alone() -> None:
    class Own(Theme):
        def get_env(self) -> Environment:
            return Environment()  # noqa: S701 # nothing is rendered

    theme = Own(name="material")
    pass_over_hidden_files(theme)
    assert type(theme) is Own
