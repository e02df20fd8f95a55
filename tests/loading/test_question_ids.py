"""Ids of questions: a catalog may have none, and so many that an address holds them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden import copy_of_good_catalog
from resource_catalog.loading.checks import open_catalog


def with_questions(folder: Path, number: int, length: int) -> list[str]:
    """The problems of a catalog with ``number`` questions whose ids have ``length`` letters."""
    ids = [f"{index:0{length}}" for index in range(number)]
    lines = [f'      - {{id: "{name}", text: Question {name}.}}' for name in ids]
    head = "label: Stages\nterms:\n  - id: early\n    label: Early\n    questions:\n"
    (folder / "vocabularies/stages.yml").write_text(head + "\n".join(lines) + "\n")
    for entry in (folder / "entries").glob("*.yml"):
        text = entry.read_text().splitlines()
        entry.write_text("\n".join(line for line in text if not line.startswith("stages:")) + "\n")
    _, problems = open_catalog(folder)
    return [f"{problem.code} {problem.line}" for problem in problems]


@pytest.mark.parametrize(("number", "found"), [(135, []), (136, ["too-long 6"])])
def test_all_ids_fit_into_an_address(tmp_path: Path, number: int, found: list[str]) -> None:
    assert with_questions(copy_of_good_catalog(tmp_path), number, length=7) == found


def test_a_catalog_needs_neither_ids_nor_the_file(tmp_path: Path) -> None:
    folder = copy_of_good_catalog(tmp_path)
    stages = folder / "vocabularies/stages.yml"
    stages.write_text(stages.read_text(encoding="utf-8").replace("        id: change\n", ""))
    catalog, problems = open_catalog(folder)
    assert problems == []
    assert catalog is not None
    assert [prompt.id for stage in catalog.stages for prompt in stage.questions] == [None]
    assert catalog.self_check.questions == ()
