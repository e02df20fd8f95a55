"""``scripts/validate.py`` and ``mkdocs build``: one check, the same words, an honest status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from building import ROOT, build, copy_of_catalog, run_script
from golden import case_named, copy_of_good_catalog
from resource_catalog.loading.problem_examples import all_examples
from resource_catalog.model.optional_pages import PROBLEMS_PATH
from resource_catalog.model.problems import (
    RULES,
    Problem,
    as_github,
    as_text,
    guide_url,
    summary,
)

TWENTY = """
    bad-date-order bad-duration bad-language bad-name bad-url-script duplicate-item-term
    duplicate-key empty-value missing-key-url missing-link not-allowed-yaml-tag primary-link-two
    stray-file tab-indent too-deep unexpected-link unknown-entry unknown-key unknown-term
    yaml-syntax
""".split()
"""Cases with one fault each; all of them spoil a file of their own."""


@pytest.fixture
def bad_catalog(tmp_path: Path) -> tuple[Path, list[str]]:
    """A folder with twenty different faults, and what must be said of them."""
    folder = copy_of_good_catalog(tmp_path)
    expected = []
    for name in TWENTY:
        case = case_named(name)
        ((path, text),) = case.files.items()
        (problem,) = case.problems
        # A file of its own for each, so that each title and address is its own as well.
        own = path.replace("coach-", f"{name}-").replace("Coach_", f"{name}_")
        text = text.replace("/pilot-story", f"/{name}").replace("/coaches", f"/{name}")
        (folder / own).write_text(text.replace("Handbook", f"{name} h", 1), encoding="utf-8")
        expected.append(f"{folder}/{problem}".replace(path, own))
    return folder, expected


def places(lines: list[str]) -> list[str]:
    """``file:line code`` of each problem."""
    cut = [line.split(" ", 2) for line in lines]
    return sorted(f"{place.rsplit(':', 2)[0]} {code}" for place, code, *_ in cut)


def test_the_catalog_that_the_environment_names_is_checked(tmp_path: Path) -> None:
    folder = copy_of_good_catalog(tmp_path)
    run = run_script("validate.py", CATALOG_DIR=str(folder))
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("0 problems in ")


def test_twenty_faults_are_twenty_problems(bad_catalog: tuple[Path, list[str]]) -> None:
    folder, expected = bad_catalog
    run = run_script("validate.py", folder)
    *found, summary = run.stdout.splitlines()
    assert (run.returncode, run.stderr) == (1, "")
    assert len(found) == 20
    assert len({line.split(" ")[1] for line in found}) == 20
    assert places(found) == places(expected)
    assert summary == "20 problems in 20 files"


def test_the_build_says_the_same_words(bad_catalog: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, _ = bad_catalog
    said = run_script("validate.py", folder).stdout.strip()
    built = build(folder, tmp_path / "site")
    assert built.returncode != 0
    assert said in built.stderr
    assert "Traceback" not in built.stderr
    assert not (tmp_path / "site").exists()


def test_json_is_a_list_of_problems(bad_catalog: tuple[Path, list[str]]) -> None:
    folder, _ = bad_catalog
    text = run_script("validate.py", folder).stdout.splitlines()
    run = run_script("validate.py", folder, "--format", "json")
    found = json.loads(run.stdout)
    assert run.returncode == 1
    assert [list(record) for record in found] == [
        ["file", "line", "column", "code", "message", "hint"]
    ] * 20
    listed = [str(Problem(**record)) for record in found]
    assert listed == text[:-1]
    assert run.stderr.strip() == text[-1]


def test_every_problem_names_its_page_on_the_published_site(
    bad_catalog: tuple[Path, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _ = bad_catalog
    monkeypatch.setenv("SITE_URL", "https://library.example.org/roadmap/")
    page = "https://library.example.org/roadmap/contribute/problems/"
    for output in ("text", "github"):
        *found, _ = run_script("validate.py", folder, "--format", output).stdout.splitlines()
        codes = [line.rpartition(f" More: {page}#")[2] for line in found]
        assert set(codes) <= RULES.keys()


def test_the_guide_is_named_where_the_catalog_says_the_site_is(tmp_path: Path) -> None:
    folder = copy_of_good_catalog(tmp_path)
    with (folder / "catalog.yml").open("a", encoding="utf-8") as file:
        file.write("site_url: https://library.example.org/\n")
    (folder / "entries" / "goal-worksheet.yml").write_text("title: Goals\n", encoding="utf-8")
    said = run_script("validate.py", folder)
    assert " More: https://library.example.org/contribute/problems/#" in said.stdout


def test_what_is_not_published_is_explained_by_itself(tmp_path: Path) -> None:
    """Each code once, with what is wrong and right; beside the list, which programs read."""
    folder = copy_of_good_catalog(tmp_path)
    for name in ("goal-worksheet", "pilot-primer"):
        path = folder / "entries" / f"{name}.yml"
        path.write_text(path.read_text(encoding="utf-8") + "published: someday\n", encoding="utf-8")
    said = run_script("validate.py", folder)
    assert " More: " not in said.stdout
    assert len(said.stdout.splitlines()) == 3
    example = all_examples()["bad-date"]
    assert said.stderr.count(f"bad-date: {RULES['bad-date']}") == 1
    for excerpt in (example.wrong, example.right):
        assert all(line.text is None or line.text in said.stderr for line in excerpt.lines)
    assert run_script("validate.py", folder, "--format", "github").stderr == ""


def test_a_site_that_is_not_published_has_no_guide_to_open() -> None:
    for here in (None, "", "http://127.0.0.1:8000/", "http://localhost/"):
        assert guide_url(here) == ""
    assert guide_url("https://example.org/a") == f"https://example.org/a/{PROBLEMS_PATH}"


def test_json_of_a_good_catalog_is_an_empty_list() -> None:
    run = run_script("validate.py", "--format", "json")
    assert (run.returncode, json.loads(run.stdout)) == (0, [])


def test_github_annotations_stand_at_the_lines(bad_catalog: tuple[Path, list[str]]) -> None:
    folder, _ = bad_catalog
    run = run_script("validate.py", folder, "--format=github")
    *found, _ = run.stdout.splitlines()
    assert run.returncode == 1
    assert len(found) == 20
    assert all(line.startswith("::error file=") for line in found)
    assert any("file=" in line and ",line=1,col=16,title=yaml-syntax::" in line for line in found)


def test_github_annotations_cannot_be_broken_out_of() -> None:
    problem = Problem("a,b:c%.yml", 3, 4, "bad-url", "100%\r\n::error::x", "Mend it.")
    assert as_github([problem]) == (
        "::error file=a%2Cb%3Ac%25.yml,line=3,col=4,title=bad-url::100%25%0D%0A::error::x Mend it."
    )


def test_texts_of_strangers_cannot_give_commands(tmp_path: Path) -> None:
    folder = copy_of_good_catalog(tmp_path)
    (folder / "entries/evil.yml").write_text(
        'title: Evil\ntype: "\\n::error::x\\e[2J"\nsummary: x\n"\\n::stop-commands::y": z\n'
        'access: "\\r::warning::"\nrelated: ["\\n::debug::"]\n'
    )
    for output in ("text", "github"):
        lines = run_script("validate.py", folder, "--format", output).stdout.splitlines()
        assert len(lines) == 5
        assert all(line.isprintable() for line in lines)
        assert not any(line.startswith(("::stop", "::warning", "::debug")) for line in lines)
        assert not any(line.startswith("::error::") for line in lines)


@pytest.mark.parametrize("name", ["nothing/here", "scripts/validate.py", "docs"])
def test_what_is_no_catalog_gives_two(name: str, tmp_path: Path) -> None:
    run = run_script("validate.py", name)
    assert (run.returncode, run.stdout) == (2, "")
    assert name in run.stderr
    assert "Traceback" not in run.stderr
    built = build(ROOT / name, tmp_path / "site")
    assert built.returncode != 0
    assert run.stderr.strip() in built.stderr
    assert "Traceback" not in built.stderr


def test_wrong_arguments_give_two() -> None:
    run = run_script("validate.py", "--format", "xml")
    assert run.returncode == 2
    assert "text" in run.stderr


def test_help_says_what_it_does() -> None:
    run = run_script("validate.py", "--help")
    assert run.returncode == 0
    for words in ("usage:", "DIR", "--format", "json", "github", "Exit status"):
        assert words in run.stdout


def test_a_mended_catalog_is_clean_again(tmp_path: Path) -> None:
    folder = copy_of_catalog(tmp_path)
    path = folder / "entries/best-practices-guide.yml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("title:", "titel:"), encoding="utf-8")
    run = run_script("validate.py", folder)
    assert run.returncode == 1
    assert "Did you mean “title”?" in run.stdout
    path.write_text(good, encoding="utf-8")
    assert run_script("validate.py", folder).returncode == 0


def test_narrow_consoles_and_closed_pipes_do_no_harm(bad_catalog: tuple[Path, list[str]]) -> None:
    folder, _ = bad_catalog
    command = [sys.executable, "scripts/validate.py", str(folder)]
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (1, "")
    assert "\\u201c" in run.stdout
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""


def test_counts_are_said_as_people_say_them() -> None:
    one = Problem("a.yml", 1, 1, "empty-file", "Nothing.")
    other = Problem("b.yml", 1, 1, "empty-file", "Nothing.")
    assert summary([]) == "0 problems"
    assert summary([one]) == "1 problem in 1 file"
    assert summary([one, one]) == "2 problems in 1 file"
    assert summary([one, other]) == "2 problems in 2 files"


def test_problems_are_what_they_say() -> None:
    assert as_text([]) == ""
    with pytest.raises(ValueError, match="no-such-code"):
        Problem("a.yml", 1, 1, "no-such-code", "x")


def test_a_published_id_that_is_gone_is_noted_and_tracking_too(tmp_path: Path) -> None:
    """Neither breaks a build; the sentence is that of check_addresses.py."""
    folder = copy_of_good_catalog(tmp_path)
    (folder / "addresses.txt").write_text(
        "/\nresources/pilot-primer/\nresources/pilot-handbook/\ncollections/first-steps/\n"
        "resources/kept/\ntools/pilot-dates/\ntopics/basics/\ntopics/costs/\n"
    )
    entry = folder / "entries" / "pilot-handbook-2.yml"
    entry.write_text(
        "title: Handbook\ntype: guide\nsummary: It is.\naliases: [kept]\nlinks:\n"
        "  - url: https://example.org/handbook?utm_source=mail\n"
    )
    done = run_script("validate.py", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    notes = [line for line in done.stderr.splitlines() if line.startswith("Note: ")]
    assert [note.split("addresses.txt:")[-1] for note in notes[:4]] == [
        "3: /resources/pilot-handbook/ was published and is no longer there. Was it renamed? "
        "Then write “aliases: [pilot-handbook]” in entries/pilot-handbook-2.yml. Is it no longer "
        "recommended? Then bring entries/pilot-handbook.yml back and write “retired: {on: a day, "
        "why: a reason}” there.",
        "4: /collections/first-steps/ was published and is no longer there. Was it renamed? "
        "Then write “aliases: [first-steps]” in the file that replaces it. If not, bring "
        "collections/first-steps.yml back.",
        "6: /tools/pilot-dates/ was published and is no longer there. Was it renamed? Then "
        "write “aliases: [pilot-dates]” in the file that replaces it. If not, bring "
        "tools/pilot-dates.yml back.",
        "8: /topics/costs/ was published and is no longer there. Bring the page back, or add to "
        "redirects.yml, under “moved:”, a line “- old: topics/costs/” and below it “new: ” with "
        "the address of the page that replaces it.",
    ]
    assert "1 resource has a link with tracking codes" in notes[4]
