"""Words of a catalog in place of ours: their names are checked, and what is out of date is told."""

from __future__ import annotations

from pathlib import Path

from building import ROOT, run_script
from resource_catalog.contribute.outdated_own_words import outdated_words
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.messages import _
from resource_catalog.model.messages.own_words import NAMES
from resource_catalog.model.messages.po_files import note_on
from sample_catalog import IDENTITY, write_catalog


def catalog(folder: Path, words: dict[str, str]) -> Path:
    return write_catalog(folder / "catalog", {}, identity={**IDENTITY, "words": words})


def test_words_of_a_catalog_are_said(tmp_path: Path) -> None:
    words = {"entry.one": "tool", "Total time: {duration}.": "In all {duration}."}
    found, problems = open_catalog(catalog(tmp_path, words))
    assert found, problems
    assert _("Cite this resource") == "Cite this tool"
    assert _("Total time: %(duration)s.", duration="2 h") == "In all 2 h."


def test_a_name_must_be_known(tmp_path: Path) -> None:
    words = {"entry.two": "tools", "Home.packs": "Sets", "nav_phases": "Steps", "x.y": "x"}
    _catalog, found = open_catalog(catalog(tmp_path, words))
    assert {problem.code for problem in found} == {"unknown-key"}
    assert [problem.hint for problem in found[:3]] == [
        "Did you mean “entry.one”?",
        "Did you mean “home.packs”?",
        "Did you mean “nav.phases”?",
    ]
    assert found[3].hint.startswith("Known are: entry.one, ")


def test_a_text_can_only_hold_the_values_of_the_one_it_replaces(tmp_path: Path) -> None:
    words = {"Total time: {duration}.": "In all {time}."}
    _catalog, (problem,) = open_catalog(catalog(tmp_path, words))
    assert problem.message == "Nothing gives the value of time here."
    assert _("Total time: %(duration)s.", duration="2 h") == "Total time: 2 h.", "nothing breaks"


def test_a_text_that_is_not_said_any_more_is_told_and_stops_nothing(tmp_path: Path) -> None:
    folder = catalog(tmp_path, {"Total time: {time} in all.": "x", "Cite this resource": "Cite"})
    (problem,) = outdated_words(folder)
    assert problem.message == "The site has no text “Total time: {time} in all.”."
    assert problem.hint == "Is it now “Total time: {duration}.”?"
    done = run_script("validate.py", folder)
    assert done.returncode == 0, done.stdout
    assert "Note: " in done.stderr
    assert "Total time: {duration}." in done.stderr


def test_a_language_without_messages_is_noted_and_stops_nothing(tmp_path: Path) -> None:
    identity = {**IDENTITY, "language": "cy"}
    done = run_script("validate.py", write_catalog(tmp_path / "catalog", {}, identity=identity))
    assert done.returncode == 0, done.stdout
    note = "language: cy: the site's own words are in English; see docs/contribute/words.md"
    assert done.stderr.splitlines() == [f"Note: {note}"]
    assert note_on("cy-GB").startswith("language: cy-GB: ")
    assert [note_on(tag) for tag in ("en", "en-GB", "en-XA")] == ["", "", ""]


def test_every_name_is_documented() -> None:
    table = (ROOT / "docs" / "contribute" / "words.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"`{name}`" not in table] == []
