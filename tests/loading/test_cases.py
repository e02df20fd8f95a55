"""Golden cases: each bad example gives exactly the problems it must give, and in these words."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from golden import Case, all_cases, copy_of_good_catalog, read_case
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.problem_examples import FOLDER, ProblemExample, all_examples
from resource_catalog.loading.theme_icons import theme_icons
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.problems import RULES, as_text

CASES = all_cases()

TODAY = datetime.date(2026, 11, 27)

NOT_A_TEXT = {"not-a-file", "unreadable-file", "file-too-large", "not-utf8"}
"""What no text in a case can show; ``test_documents.py`` has these."""

NEEDS_A_SITE = {"unknown-page"}
"""What is checked when all else is right; ``test_brand.py`` has it."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good catalog as the working folder, so that files are named from there."""
    monkeypatch.chdir(copy_of_good_catalog(tmp_path))
    return Path()


def test_good_catalog_has_no_problems(folder: Path) -> None:
    catalog, problems = open_catalog(folder, theme_icons(), today=TODAY)
    assert as_text(problems) == ""
    assert catalog is not None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case, folder: Path) -> None:
    case.write(folder)
    catalog, problems = open_catalog(folder, theme_icons(), today=TODAY)
    assert as_text(problems).splitlines() == list(case.problems)
    assert (catalog is None) == bool(problems)
    if case.reads:
        assert catalog is not None
        for entry_id, fields in case.reads.items():
            assert {name: read(catalog, entry_id, name) for name in fields} == fields


def read(catalog: Catalog, entry_id: str, name: str) -> str | list[str]:
    value = getattr(catalog.entries[entry_id], name)
    return list(value) if isinstance(value, tuple) else value


def test_every_code_has_a_case_and_no_case_an_unknown_code() -> None:
    shown = {code for case in CASES for code in case.codes}
    assert shown | NOT_A_TEXT | NEEDS_A_SITE == RULES.keys()


def test_every_code_has_an_example_and_no_example_is_of_another() -> None:
    assert all_examples().keys() == RULES.keys()
    for code, example in all_examples().items():
        shown = read_case(FOLDER / f"{code}.yml").codes if example.problems else {code}
        assert shown == {code}
        assert bool(example.problems) == bool(example.mended) != bool(example.mend)


@pytest.mark.parametrize("example", all_examples().values(), ids=lambda example: example.code)
def test_an_example_is_mended_as_it_says(example: ProblemExample, folder: Path) -> None:
    if not example.mended:
        return  # advice in words
    read_case(FOLDER / f"{example.code}.yml").write(folder)
    for name in example.gone:
        (folder / name).unlink()
    for name, text in example.mended.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    _, problems = open_catalog(folder, theme_icons(), today=TODAY)
    assert as_text(problems) == ""


def test_every_case_shows_something() -> None:
    assert [case.name for case in CASES if not case.problems and not case.reads] == []
    assert [case.name for case in CASES if case.problems and case.reads] == []


def test_every_rule_is_a_sentence() -> None:
    sentence = re.compile(r"[A-Z].*\.")
    assert [code for code, text in RULES.items() if not sentence.fullmatch(text)] == []
    assert [code for code in RULES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []
