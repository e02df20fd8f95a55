"""Translations of a catalog, field by field: what is current, and what a person has confirmed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from building import run_script
from golden import copy_of_good_catalog
from resource_catalog.contribute.translations.edit_translation import with_confirmed, with_stubs
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.translations.catalog_texts import text_states
from resource_catalog.model.translations.translatable_texts import texts_of, with_texts
from resource_catalog.model.translations.translation_state import fingerprint

SUMMARY = "What a micro-credential is, and what a first pilot takes."
FILE = f"""\
# Read by two people.
summary:  # not the title
  # {SUMMARY}
  text: "Qué es una microcredencial." # to be read
  of: {fingerprint(SUMMARY)}   # of the first edition
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The good catalog with one text in Spanish."""
    folder = copy_of_good_catalog(tmp_path)
    path = folder / "translations/es/entries/pilot-primer.yml"
    path.parent.mkdir(parents=True)
    path.write_text(FILE, encoding="utf-8")
    return folder


def translate(folder: Path, *arguments: str) -> tuple[int, str]:
    done = run_script("translate.py", "--catalog", str(folder), *arguments)
    return done.returncode, done.stdout + done.stderr


def states(folder: Path) -> dict[str, str]:
    catalog, problems = open_catalog(folder)
    assert catalog is not None, problems
    return {
        f"{text.file} {text.path}": text.state
        for text in text_states(catalog, catalog.translations["es"])
    }


def test_a_changed_source_marks_that_text_alone(folder: Path) -> None:
    before = states(folder)
    assert before["entries/pilot-primer summary"] == "current"
    path = folder / "entries/pilot-primer.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("first pilot", "first\n  pilot"), encoding="utf-8")
    assert states(folder) == before  # other line breaks are no change
    path.write_text(text.replace("first pilot", "frist pilot"), encoding="utf-8")
    assert states(folder) == before | {"entries/pilot-primer summary": "behind"}


def test_a_text_that_stays_as_it_is_is_told_from_one_that_waits(folder: Path) -> None:
    path = folder / "translations/es/vocabularies/topics.yml"
    path.parent.mkdir()
    path.write_text(f"label: {{text: Topics, of: {fingerprint('Topics')}}}\n", encoding="utf-8")
    assert states(folder)["vocabularies/topics label"] == "same"
    path.write_text("label: {text: …, of: 00000000}\n", encoding="utf-8")
    assert states(folder)["vocabularies/topics label"] == "missing"


def test_every_text_of_a_record_can_be_replaced_and_nothing_else(folder: Path) -> None:
    catalog, _problems = open_catalog(folder)
    assert catalog is not None
    stages = catalog.facets["stages"]
    shouted = with_texts(stages, lambda path, text: f"{path}: {text}")
    assert [t.text for t in texts_of(shouted)] == [f"{t.path}: {t.text}" for t in texts_of(stages)]
    assert [term.id for term in shouted.terms] == [term.id for term in stages.terms]
    assert shouted.by_id["ready-to-plan"] is shouted.terms[0]  # nothing is left of the source
    assert with_texts(stages, lambda _path, text: text) == stages


def test_a_stub_adds_what_is_missing_below_what_is_there(folder: Path) -> None:
    catalog, _problems = open_catalog(folder)
    assert catalog is not None
    sources = list(texts_of(catalog.facets["phases"]))
    text = with_stubs("", sources)
    assert text is not None
    assert text.startswith("label:\n  # Phases\n  text: …\n  of: ")
    assert with_stubs(text, sources) == text
    for ends in ("\n", "\r\n"):
        some = FILE.replace("\n", ends)
        more = with_stubs(some, sources)
        assert more is not None
        assert more.startswith(some)
        assert ends != "\r\n" or more.count("\n") == more.count("\r\n")
    assert with_stubs("not: [valid", sources) is None


@pytest.mark.parametrize(
    "before",
    [
        FILE,
        FILE.replace("\n", "\r\n"),
        FILE + "  by: Ana\n",
        'summary: {text: "Qué, es", of: 00000000}',
        FILE.rstrip(),
    ],
)
def test_confirming_changes_the_fingerprint_and_the_name_alone(before: str) -> None:
    after = with_confirmed(before, {"summary": "Another text."}, "Ana: Ruiz")
    assert after is not None
    of, new = fingerprint("Another text."), '"Ana: Ruiz"'
    kept = after.replace(of, "OF").replace(new, "BY")
    assert kept.count("OF") == kept.count("BY") == 1
    assert "Qué" in kept
    assert before.count("#") == after.count("#")
    unsigned = with_confirmed(before, {"summary": "Another text."}, None)
    assert unsigned is not None
    assert ("by: Ana" in unsigned) == ("by: Ana" in before)


def test_the_command_tells_writes_and_confirms(folder: Path) -> None:
    status, out = translate(folder, "--status", "--format", "json")
    told = json.loads(out)["es"]
    assert (status, told["texts"]["current"], told["signed"]) == (0, 1, 0)
    status, out = translate(folder, "--stub", "pilot-primer", "goal-worksheet", "--lang", "es")
    assert (status, out.splitlines()[0]) == (0, "translations/es/entries/goal-worksheet.yml")
    name = "pilot-primer.summary"
    status, out = translate(folder, "--confirm", name, "--lang", "es", "--by", "Ana Ruiz")
    assert (status, out.splitlines()[-1]) == (0, "1 text")
    assert "by: Ana Ruiz" in (folder / "translations/es/entries/pilot-primer.yml").read_text()
    status, out = translate(folder, "--confirm", "pilot-primer.sumary", "--lang", "es")
    assert (status, "Did you mean “summary”?" in out) == (1, True)
