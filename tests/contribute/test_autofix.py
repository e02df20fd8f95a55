"""``validate.py --fix``: what has one right answer is put right, and nothing else is touched."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building import copy_of_catalog, run_script
from golden import Case, all_cases, copy_of_good_catalog
from resource_catalog.contribute.autofix import replacements, yaml_repairs
from resource_catalog.contribute.autofix.fix_catalog import fix_catalog
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import open_catalog, problems_of
from resource_catalog.loading.saving.file_changes import (
    FileChange,
    FileChangedError,
    save_changes,
)
from resource_catalog.loading.yaml.spans import spans
from resource_catalog.model.did_you_mean import (
    MANY_NAMES,
    NameIndex,
    certain_match,
    closest_match,
    edit_distance,
)
from resource_catalog.model.problems import RULES, Problem, as_text

MENDS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("mends.yml").read_text(encoding="utf-8")
)
ENTRY = "entries/coach-handbook.yml"


@cache
def tidied() -> dict[str, bytes]:
    """The good catalog with its keys in order, which is all that there is to mend in it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = copy_of_good_catalog(Path(scratch))
        save_changes(folder, fix_catalog(folder, Path(scratch, "tidy")))
        return texts(folder)


def tidy_catalog(tmp_path: Path) -> Path:
    """That catalog, to be changed."""
    folder = tmp_path / "catalog"
    for name, content in tidied().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def texts(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def fix(folder: Path, tmp_path: Path) -> list[FileChange]:
    """Fix a folder in place, twice: the second time there is nothing left to do."""
    changes = fix_catalog(folder, tmp_path / "scratch")
    save_changes(folder, changes)
    assert fix_catalog(folder, tmp_path / "again") == []
    shutil.rmtree(tmp_path / "scratch")
    shutil.rmtree(tmp_path / "again")
    return changes


@pytest.mark.parametrize("case", MENDS, ids=lambda case: case["says"])
def test_fix(case: dict[str, Any], tmp_path: Path) -> None:
    folder = tidy_catalog(tmp_path)
    (folder / ENTRY).write_bytes(case["before"].encode())
    if "synonyms" in case:
        (folder / "synonyms.yml").write_text(case["synonyms"])
    others = texts(folder)
    fix(folder, tmp_path)
    found = texts(folder)
    assert found.pop(ENTRY).decode() == case["after"]
    del others[ENTRY]
    assert found == others
    if case["before"] != case["after"]:
        assert as_text(open_catalog(folder)[1]) == ""


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_no_case_is_made_worse(case: Case, tmp_path: Path) -> None:
    folder = tidy_catalog(tmp_path)
    case.write(folder)
    whole, before = open_catalog(folder)
    comments = {line for t in case.files.values() for line in re.findall(r"^\s*#.*", t, re.M)}
    fix(folder, tmp_path)
    mended_whole, after = open_catalog(folder)
    hidden = any(p.code in ("yaml-syntax", "tab-indent", "stray-file") for p in before)
    assert hidden or len(after) <= len(before)
    if whole:  # nothing was wrong, so nothing says anything else now
        assert mended_whole == whole
    text = b"\n".join(texts(folder).values()).decode("utf-8", "replace")
    assert {line.rstrip() for line in comments if line.rstrip() not in text} == set()


def test_tools_situations_and_the_check_are_mended_like_entries(tmp_path: Path) -> None:
    folder = tidy_catalog(tmp_path)
    (folder / "tools").mkdir()
    tool = folder / "tools/Our Dates.yml"
    tool.write_text(
        "milestones:  \n  - {id: invite, Title: Invite, starts: -8w, entries: [Pilot Primer]}\n"
        "# what it is\nTitle: Dates: ours\nkind: Timeline\nphases: Planning\ntime:30 min\n"
        "summary: All of them.\nanchors: [{id: start, label: Start}]\n",
        encoding="utf-8",
    )
    situations = "situations:\n  - id: why\n    question:Why?\n    answer: So.\n"
    situations += "    phase: Planning\n    start: Pilot Primer\n"
    (folder / "situations.yml").write_text(situations, encoding="utf-8")
    (folder / "check.yml").write_text("Title: Where: ours?\n", encoding="utf-8")
    fix(folder, tmp_path)
    assert as_text(open_catalog(folder)[1]) == ""
    assert (folder / "tools/our-dates.yml").read_text(encoding="utf-8") == (
        '# what it is\ntitle: "Dates: ours"\nkind: timeline\nsummary: All of them.\n'
        "time: 30 min\nphases: [planning]\nanchors: [{id: start, label: Start}]\nmilestones:\n"
        "  - {id: invite, title: Invite, starts: -8w, entries: [pilot-primer]}\n"
    )
    mended = situations.replace("question:", "question: ").replace("Planning", "planning")
    mended = mended.replace("Pilot Primer", "pilot-primer")
    assert (folder / "situations.yml").read_text(encoding="utf-8") == mended
    assert (folder / "check.yml").read_text(encoding="utf-8") == 'title: "Where: ours?"\n'


def test_a_file_is_edited_once_however_much_is_wrong_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    labels = "Ready to plan, READY-TO-LAUNCH" + ", Ready To Plan" * 40
    text = f"title: T\ntype: Guide\nstages: [{labels}]\nlinks:\n  - URL: https://example.org/1\n"
    folder = tidy_catalog(tmp_path)
    (folder / ENTRY).write_text(text, encoding="utf-8")
    loaded = load(folder)
    document = loaded.entry_documents.get("coach-handbook")
    found = [problem for problem in problems_of(loaded) if problem.file.endswith(ENTRY)]
    assert len([problem for problem in found if problem.replacement]) > 40
    calls: list[str] = []
    monkeypatch.setattr(replacements, "spans", lambda text: calls.append(text) or spans(text))
    fixed = replacements.apply_replacements(text, found, document)
    assert len(calls) == 1
    assert fixed == (
        "title: T\ntype: guide\n"
        f"stages: [ready-to-plan, ready-to-launch{', ready-to-plan' * 40}]\n"
        "links:\n  - url: https://example.org/1\n"
    )


def test_a_replacement_that_would_change_more_does_not_hold_up_the_others() -> None:
    """Two keys that become the same one cannot both be renamed."""
    text = "Phases: [a]\nphase: [b]\ntype: Guide\n"
    found = [
        Problem("f", 1, 1, "unknown-key", "", replacement="phases"),
        Problem("f", 2, 1, "unknown-key", "", replacement="phases"),
        Problem("f", 3, 7, "unknown-term", "", replacement="guide"),
        Problem("f", 9, 9, "unknown-term", "", replacement="lost"),
    ]
    fixed = replacements.apply_replacements(text, found)
    assert fixed == "phases: [a]\nphase: [b]\ntype: guide\n"


GOOD = """\
# yaml-language-server: $schema=../schema/entry.schema.json
title: "Handbook: for coaches" # as on the cover
type: guide
phases: [exploration, planning]
stages:
  # both were named
  - ready-to-plan
  - ready-to-launch
summary: >-
  How one district # no comment
  planned its first pilot.
links:
  - {url: "https://example.org/coaches", format: pdf}
access: open
published: 2017-09-14
language: es
topics: [funding]
related: [pilot-primer]
notes: None.
"""
SLIPS = [
    ("type: guide", "type: Guide"),
    ("type: guide", "Type: guide"),
    ("phases: [exploration, planning]", "phases: exploration, Planning"),
    ("exploration", "EXPLORATION"),
    ("  - ready-to-plan", "  - Ready to plan"),
    ("stages:", "Stages:"),
    ("summary:", "Summary:"),
    ("format: pdf", "Format: Pdf"),
    ("access: open", "access: OPEN"),
    ("2017-09-14", "14 September 2017"),
    ("language: es", "Language: Spanish"),
    ("[funding]", '["Funding"]'),
    ("pilot-primer", "Pilot_Primer"),
    ("planned its first pilot.", "planned its first pilot.   "),
    ("type: guide\n", "type: guide\t\n"),
]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(slipped=st.lists(st.sampled_from(SLIPS), unique_by=lambda slip: slip[0], max_size=6))
def test_any_combination_of_typos_is_fixed_byte_for_byte(
    slipped: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    tmp_path = tmp_path_factory.mktemp("slips")
    folder = tidy_catalog(tmp_path)
    text = GOOD
    for good, bad in slipped:
        text = text.replace(good, bad, 1)
    (folder / ENTRY).write_text(text, encoding="utf-8")
    fix(folder, tmp_path)
    assert (folder / ENTRY).read_text(encoding="utf-8") == GOOD
    shutil.rmtree(tmp_path)


@given(st.text(alphabet="ab:- \t\n'\"[]{}#>|,&*\r\u2028", max_size=60))
def test_no_text_is_lost_when_syntax_is_repaired(text: str) -> None:
    repaired = yaml_repairs.repair_syntax(text, {"a", "b"})
    kept = re.sub(r"[\s\"\\]", "", text)
    assert re.sub(r"[\s\"\\]", "", repaired) == kept


def test_files_get_good_names_and_are_still_found(tmp_path: Path) -> None:
    folder = tidy_catalog(tmp_path)
    (folder / "entries/goal-worksheet.yml").rename(folder / "entries/Goal Worksheet.YML.txt")
    stages = folder / "vocabularies/stages.yml"
    stages.write_text(stages.read_text().replace("goal-worksheet", "Goal Worksheet"))
    changes = fix(folder, tmp_path)
    assert {(c.old, c.new) for c in changes if c.old != c.new} == {
        ("entries/Goal Worksheet.YML.txt", "entries/goal-worksheet.yml")
    }
    assert as_text(open_catalog(folder)[1]) == ""


def test_no_name_is_taken_from_another(tmp_path: Path) -> None:
    folder = tidy_catalog(tmp_path)
    for name in ("Pilot_Primer.yml", "Goals.yml", "A_B.yml", "A B.yml"):
        shutil.copy(folder / "entries/pilot-primer.yml", folder / "entries" / name)
    before = texts(folder)
    assert fix(folder, tmp_path) == []
    assert texts(folder) == before


def test_http_becomes_https_where_the_ledger_knows(tmp_path: Path) -> None:
    folder = tidy_catalog(tmp_path)
    path = folder / "entries/pilot-primer.yml"
    path.write_text(path.read_text().replace("https://", "http://"), encoding="utf-8")
    assert fix(folder, tmp_path) == []
    day = {"since": "2026-11-01", "first_seen": "2026-11-01"}
    found = {**day, "state": "moved", "target": "https://example.org/primer", "target_runs": 2}
    ledger = {"version": 1, "links": {"http://example.org/primer": found}, "weeks": {}}
    (folder / "link-ledger.json").write_text(json.dumps(ledger))
    fix(folder, tmp_path)
    assert "url: https://example.org/primer\n    formerly: [http://example.org/primer]" in (
        path.read_text()
    )
    assert as_text(open_catalog(folder)[1]) == ""


def test_the_script_shows_what_it_does_and_what_is_left(tmp_path: Path) -> None:
    folder = copy_of_catalog(tmp_path)
    path = folder / "entries/best-practices-guide.yml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("type:", "Type:"), encoding="utf-8")
    shown = run_script("validate.py", folder, "--fix", "--dry-run")
    assert shown.returncode == 1
    assert "1 file would be fixed" in shown.stdout
    assert path.read_text(encoding="utf-8") != good
    run = run_script("validate.py", folder, "--fix")
    assert (run.returncode, run.stderr) == (0, "")
    assert re.search(r"^-Type: .*\n\+type: ", run.stdout, re.M)
    assert "1 file fixed" in run.stdout
    again = run_script("validate.py", folder, "--fix")
    assert again.stdout.splitlines()[0] == "0 files fixed"
    as_json = run_script("validate.py", folder, "--fix", "--format", "json")
    assert isinstance(json.loads(as_json.stdout), list)
    assert run_script("validate.py", folder, "--dry-run").returncode == 2
    assert run_script("validate.py", tmp_path / "none", "--fix").returncode == 2


def test_what_is_behind_a_link_out_of_the_catalog_is_left_alone(tmp_path: Path) -> None:
    folder = tidy_catalog(tmp_path)
    outside = tmp_path / "outside"
    outside.mkdir()
    for name in ("file.yml", "pack.yml"):
        (outside / name).write_text("title: T   \n")
    (folder / "entries/x.yml").symlink_to(outside / "file.yml")
    (folder / "collections").symlink_to(outside)
    (folder / "entries/mine.yml").write_text("title: T   \n")
    run = run_script("validate.py", folder, "--fix")
    assert "entries/x.yml is left alone" in run.stdout
    assert "collections is left alone" in run.stdout
    assert "1 file fixed" in run.stdout
    assert {path.read_text() for path in outside.iterdir()} == {"title: T   \n"}


def test_all_is_written_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tidy_catalog(tmp_path)
    for name in ("A_a", "B_b", "C_c"):
        (folder / f"entries/{name}.yml").write_text(
            f"title: {name}\ntype: Guide\nsummary: x\naccess: unlocated\n"
        )
    before = texts(folder)
    changes = fix_catalog(folder, tmp_path / "scratch")
    assert len(changes) == 3
    replace, count = os.replace, iter(range(9))

    def full(old: str, new: Path) -> None:
        if next(count) == 2:
            raise OSError(28, "No space left on device", str(new))
        replace(old, new)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        with pytest.raises(OSError, match="No space left"):
            save_changes(folder, changes)
    assert texts(folder) == before
    (folder / "entries/B_b.yml").write_text("title: mine\n")
    with pytest.raises(FileChangedError, match="meantime"):
        save_changes(folder, changes)
    assert len(list((folder / "entries").iterdir())) == 6


@pytest.mark.parametrize(
    ("word", "candidates", "answer"),
    [
        ("Report", ["report", "reporter"], "report"),
        ("ready to  plan", ["ready-to-plan"], "ready-to-plan"),
        ("reprot", ["report", "primer"], None),
        ("GPL-3.0", ["AGPL-3.0"], None),
        ("Austria", ["Australia"], None),
        ("Lava", ["Java"], None),
        ("C++", ["C", "C#"], None),
        ("c#", ["C", "C#"], "C#"),
        ("us", ["US", "us"], "us"),
        ("Us", ["US", "us"], None),
        ("De\u0301buter", ["D\xe9buter"], "D\xe9buter"),
        ("episode-14", ["episode-12", "episode-13"], None),
        ("episode-14", ["episode-12"], None),
        ("cat", ["bat", "hat"], None),
        ("xy", ["xz"], None),
        ("quickstart-goals", ["goal-setting-quickstart"], None),
    ],
)
def test_only_what_is_without_doubt_is_meant(
    word: str, candidates: list[str], answer: str | None
) -> None:
    assert certain_match(word, candidates) == answer


def test_a_slip_is_a_suggestion() -> None:
    index = NameIndex({"report": "report", "Interim report": "interim", "primer": "primer"})
    assert (index.certain("reprot"), index.likely("reprot")) == (None, "report")
    assert index.closest("intrim reports") == "interim"
    assert index.closest("xyz") is None


def test_among_many_names_the_closest_is_found_as_among_few() -> None:
    ids = [f"{one}-of-{other}" for one in RULES for other in ("entries", "terms", "packs")]
    index = NameIndex({name: name for name in (*ids, *(f"filler-{n}" for n in range(MANY_NAMES)))})
    for name in ids:
        assert index.closest(f"x{name[:3]}{name[4:]}") == closest_match(
            f"x{name[:3]}{name[4:]}", ids
        )


def test_slips_are_counted() -> None:
    pairs = {"ab ba": 1, "abc ac": 1, "abc abcd": 1, "abc axc": 1, "abc cba": 2, "a abcd": 3}
    assert {pair: edit_distance(*pair.split()) for pair in pairs} == pairs


def test_a_translation_follows_its_renamed_source(tmp_path: Path) -> None:
    """Its file, and the keys of others that name it."""
    folder = tidy_catalog(tmp_path)
    text = "  text: Otro texto.\n  of: 01234567\n"
    files = {
        "collections/start.yml": "title: Start\npurpose: A way in.\nentries:\n"
        "  - id: pilot-primer\n    note: Read it first.\n",
        "translations/es/collections/start.yml": f"entries.pilot-primer.note:\n{text}",
        "translations/es/entries/pilot-primer.yml": f"summary:\n{text}",
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    entry = folder / "entries/pilot-primer.yml"
    renamed = f"{entry.read_text(encoding='utf-8')}aliases: [pilot-primer]\n"
    entry.unlink()
    entry.with_name("primer.yml").write_text(renamed, encoding="utf-8")
    fix(folder, tmp_path)
    found = texts(folder)
    assert as_text(open_catalog(folder)[1]) == ""
    assert found["translations/es/entries/primer.yml"] == f"summary:\n{text}".encode()
    assert (
        found["translations/es/collections/start.yml"] == f"entries.primer.note:\n{text}".encode()
    )
