"""Suggestions from issues: what the bodies in ``issues/`` become, hostile or not."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from building import ROOT, Done, run_script
from golden import GOOD_CATALOG, copy_of_good_catalog
from resource_catalog.contribute.issue_forms import replies
from resource_catalog.contribute.issue_forms.dry_run import dry_run
from resource_catalog.contribute.issue_forms.issue_to_entry import (
    Draft,
    Issue,
    draft_entry,
    maintainer_key,
)
from resource_catalog.contribute.likely_duplicates import LikelyDuplicate, likely_duplicates
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_types.slugs import SLUG
from resource_catalog.model.problems import Problem

BODIES = sorted((ROOT / "tests" / "contribute" / "issues").glob("*.yml"))
TODAY = datetime.date(2026, 11, 21)
SCHEMA_LINE = "# yaml-language-server: $schema=../schema/entry.schema.json\n"
LONG = "word " * 20_000


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    found, _ = open_catalog(GOOD_CATALOG)
    assert found is not None
    return found


def case(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - text only
    return {**found, "body": found["body"].replace("{long}", LONG)}


@cache
def checked(made: Draft) -> tuple[list[Problem], list[LikelyDuplicate]]:
    catalog, _ = open_catalog(GOOD_CATALOG)
    assert catalog is not None
    problems = dry_run(GOOD_CATALOG, made.entry_id, made.text) if made.text else []
    likely = likely_duplicates([made.title] if made.title else [], made.urls, catalog.listed)
    return problems, likely


@pytest.mark.parametrize("path", BODIES, ids=lambda path: path.stem)
def test_body(path: Path, catalog: Catalog) -> None:
    wanted = case(path)
    made = draft_entry(Issue(wanted["body"], number=12), catalog, TODAY)
    problems, likely = checked(made)
    text = made.text.removeprefix(SCHEMA_LINE)
    if "{long}" in wanted["entry"]:
        first, last = wanted["entry"].split("{long}")
        assert text.startswith(first)
        assert text.endswith(last)
    else:
        assert text == wanted["entry"]
    assert made.entry_id == wanted["name"]
    assert list(made.remarks) == wanted["remarks"]
    said = [str(problem).replace("good_catalog/entries/", "") for problem in problems]
    assert said == wanted["problems"]
    assert [f"{one.entry.id}: {one.why}" for one in likely] == wanted["like"]
    if made.text:
        assert SLUG.fullmatch(made.entry_id)
        data = yaml.safe_load(made.text)
        assert not {"reviewed", "verified"} & data.keys(), "a person's word comes from a person"


@pytest.mark.parametrize(
    "text",
    [
        "title: x\nreviewed: {on: 2026-11-20, by: me}\n",
        'title: x\n"verified": y\n',
        "? verified\n: y\n",
        "{title: x, reviewed: y}",
        "title: [\n",
    ],
)
def test_an_entry_with_the_word_of_a_person_is_found_by_its_text(text: str) -> None:
    """Also text that cannot be read, since another reader of YAML might find one in it."""
    assert maintainer_key(text)
    assert maintainer_key("title: |-\n  reviewed: x\nsummary: verified\n") is None


def test_there_are_bodies_of_every_kind() -> None:
    assert len(BODIES) >= 30
    assert sum(bool(case(path)["problems"]) for path in BODIES) >= 5


def effects(markdown: str) -> set[str]:
    """What GitHub would do with a text beyond showing it."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    found = set()
    for token in parser.parse(markdown):
        if token.type.startswith("html"):
            found.add("html")
        for child in token.children or []:
            if child.type in ("link_open", "image", "html_inline"):
                found.add(child.type)
            text = child.content if child.type == "text" else ""
            for call in ("@octocat", "@org", "@admin", "#1", "GH-2", "http://", "https://", "www."):
                if call in text:
                    found.add(call)
    return found


@pytest.mark.parametrize("path", BODIES, ids=lambda path: path.stem)
def test_texts_on_github_are_only_text(path: Path, catalog: Catalog) -> None:
    """No text of a stranger becomes a mention, a link, a picture or HTML, or ends a block."""
    issue = Issue(case(path)["body"], "x", 12, "kim-k", 99)
    made = draft_entry(issue, catalog, TODAY)
    judgement = checked(made)
    for said in (
        replies.issue_comment(made, *judgement),
        replies.pull_request_body(issue, made, *judgement),
    ):
        assert len(said) < 65_536, "GitHub takes no more"
        assert effects(said.replace("#12", "")) == set()
    if made.text:
        tokens = MarkdownIt().parse(replies.issue_comment(made, *judgement))
        (block,) = [token for token in tokens if token.type == "fence"]
        assert block.content.startswith(SCHEMA_LINE)
        assert block.content.splitlines()[1] == made.text.splitlines()[1]
    assert "\n" not in replies.pull_request_title(made)
    assert replies.commit_message(issue, made).endswith(
        "\n\nCo-authored-by: kim-k <99+kim-k@users.noreply.github.com>\n"
    )


def test_the_author_is_thanked_only_by_a_name_that_can_be_one(catalog: Catalog) -> None:
    made = draft_entry(Issue(case(BODIES[0])["body"]), catalog, TODAY)
    for name in ("a\nCo-authored-by: b <c>", "-x", "x y", "<b>", ""):
        issue = Issue("", "", 12, name, 99)
        assert "Co-authored-by" not in replies.commit_message(issue, made)
        assert f"@{name}" not in replies.pull_request_body(issue, made, [], []) or not name


def event(body: str | None, **more: object) -> str:
    """What GitHub writes into the file of an event, as far as it matters."""
    user = {"login": "kim-k", "id": 99}
    return json.dumps({"issue": {"number": 12, "title": "x", "body": body, "user": user, **more}})


def run(*arguments: str | Path, text: str = "") -> Done:
    return run_script("entry_from_issue.py", *arguments, answers=text)


def test_an_event_becomes_an_entry_that_the_check_accepts(tmp_path: Path) -> None:
    folder, out = copy_of_good_catalog(tmp_path), tmp_path / "out"
    plain = case(ROOT / "tests/contribute/issues/plain.yml")
    (tmp_path / "event.json").write_text(event(plain["body"]), encoding="utf-8")
    (tmp_path / "links.json").write_text('[{"verdict": "dead"', encoding="utf-8")
    arguments = ["--event", tmp_path / "event.json", "--catalog", folder, "--out", out]
    arguments += ["--links", tmp_path / "links.json"]  # which was cut off, and stops nothing
    done = run(*arguments, "--write", "--today", "2026-11-21")
    assert done.returncode == 0, done.stderr
    assert done.stdout == SCHEMA_LINE + plain["entry"]
    entry = folder / "entries" / f"{plain['name']}.yml"
    assert entry.read_text(encoding="utf-8") == done.stdout
    assert run_script("validate.py", folder).returncode == 0
    files = {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()}
    assert files.keys() == {"comment.md", "proposal.md", "title.txt", "commit.txt", "name.txt"}
    assert files["title.txt"] == "Suggestion: A guide to first steps\n"
    assert "suggested by @kim-k in #12. Closes #12." in files["proposal.md"]
    assert "kim-k <99+kim-k@users.noreply.github.com>" in files["commit.txt"]
    assert "Nothing is missing" in files["comment.md"]


def test_problems_are_reported_and_nothing_is_overwritten(tmp_path: Path) -> None:
    folder = copy_of_good_catalog(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*.yml")}
    taken = case(ROOT / "tests/contribute/issues/taken-name.yml")
    done = run("--body", "-", "--catalog", folder, "--number", "12", "--write", text=taken["body"])
    assert done.returncode == 1
    assert "duplicate-title" in done.stderr
    assert "Like goal-worksheet: " in done.stderr
    assert all(path.read_bytes() == content for path, content in before.items())
    new = {*folder.rglob("*.yml")} - before.keys()
    assert [path.name for path in new] == ["goal-worksheet-2.yml"]


@pytest.mark.parametrize(
    ("arguments", "text", "said"),
    [
        (["--body", "no/such/file"], "", "No such file"),
        (["--event", "-"], "{}", "not the event file"),
        (["--event", "-"], "[]", "not the event file"),
        (["--event", "-"], "\x00", "not the event file"),
        (["--body", "-", "--catalog", "docs"], "x", "is not a catalog"),
        ([], "", "required"),
    ],
)
def test_what_cannot_be_read_gives_two(arguments: list[str], text: str, said: str) -> None:
    done = run(*arguments, text=text)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("summary", "is_thin"),
    [
        ("fine", True),
        ("Great guide!", True),
        ("a GUIDE to first steps.", True),
        ("Shows teams where to begin.", False),
        ("说明团队如何开始试点工作。", False),
    ],
)
def test_what_says_little_is_thin(catalog: Catalog, summary: str, is_thin: bool) -> None:
    body = case(ROOT / "tests/contribute/issues/least.yml")["body"]
    body = body.replace("Shows a team where to begin.", summary)
    made = draft_entry(Issue(body), catalog, TODAY)
    assert [question.key for question in made.thin] == (["summary"] if is_thin else [])


def test_an_issue_without_a_body_is_told_so(tmp_path: Path) -> None:
    done = run("--event", "-", "--out", tmp_path, text=event(None))
    assert (done.returncode, done.stdout) == (1, "")
    said = (tmp_path / "comment.md").read_text(encoding="utf-8")
    assert "No entry could be made" in said


def test_words_of_strangers_are_data_to_the_console(tmp_path: Path) -> None:
    body = "### Title\n\nx\x1b[2J\n\n### Type\n\n\x1b]0;owned\x07\n"
    env: Mapping[str, str] = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "scripts/entry_from_issue.py", "--body", "-"]
    done = subprocess.run(
        command, cwd=ROOT, env=env, input=body.encode(), capture_output=True, check=False
    )
    assert b"\x1b" not in done.stdout + done.stderr
