"""The report on a pull request: findings from real repositories, formatted safely."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from test_entry_from_issue import effects

from building import run_script
from golden import GOOD_CATALOG
from resource_catalog.contribute.pull_request.changed_code import is_code
from resource_catalog.contribute.pull_request.comment import format_comment
from resource_catalog.contribute.pull_request.findings_schema import (
    MAX_BYTES,
    ChangeFindings,
    InvalidFindingsError,
    parse_findings,
)
from resource_catalog.model.translations.translation_state import fingerprint

RUN = "https://github.example/owner/name/actions/runs/12"
NEW = """\
title: A primer for a pilot
type: guide
phases: [planning]
stages: [ready-to-launch]
topics: [funding]
summary: "Made by @octocat, see #1 | https://evil.example <ins>new</ins>"
links:
  - url: https://example.org/new_`guide`|1.pdf
    format: pdf
"""


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    done = subprocess.run(
        ["git", "-C", folder, *who, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """A catalog in a folder of a repository, with a commit to compare with."""
    repository = tmp_path / "a repository"
    folder = shutil.copytree(GOOD_CATALOG, repository / "kept" / "library")
    git(repository, "init", "--quiet", "--initial-branch=main")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "Begin")
    git(repository, "switch", "--quiet", "--create", "change")
    return folder


def report(catalog: Path, *more: str | Path) -> str:
    run = run_script("pull_request_report.py", "--since", "main", "--catalog", catalog, *more)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


def part(text: str, heading: str) -> str:
    """What stands below a heading; nothing when there is no such heading."""
    return text.partition(f"#### {heading}\n\n")[2].partition("\n####")[0]


def test_no_change_is_reported_in_a_line(catalog: Path) -> None:
    (catalog / "entries/goal-worksheet.yml").touch()
    assert report(catalog) == "### What this changes\n\n**Resources: none changed.**\n"


def test_a_translation_that_falls_behind_is_named(catalog: Path, tmp_path: Path) -> None:
    entry = catalog / "entries/pilot-primer.yml"
    summary = "What a micro-credential is, and what a first pilot takes."
    translated = catalog / "translations/es/entries/pilot-primer.yml"
    translated.parent.mkdir(parents=True)
    text = f'summary: {{text: "Qué es.", of: {fingerprint(summary)}}}\n'
    translated.write_text(text, encoding="utf-8")
    git(catalog, "add", ".")
    git(catalog, "commit", "--quiet", "--message", "In Spanish")
    git(catalog, "branch", "--force", "main")
    assert "Translations" not in report(catalog)
    entry.write_text(entry.read_text().replace("a first pilot", "the | first pilot"))
    findings = tmp_path / "findings.json"
    lines = part(report(catalog, "--json", findings), "Translations").splitlines()
    missing = lines[2].rpartition("|")[0].rpartition(" ")[0].rpartition(" ")[2]
    assert lines[0] == "| Spanish | Current | Same as the source | Behind | Missing |"
    assert lines[2] == f"| before | 1 | 0 | 0 | {missing} |"
    assert lines[3] == f"| now | 0 | 0 | 1 | {missing} |"
    assert lines[5:7] == ["- `translations/es/entries/pilot-primer.yml: summary` (Behind)", ""]
    again = run_script("pull_request_report.py", "--from", findings)
    assert part(again.stdout, "Translations").splitlines() == lines


def test_a_change_is_reported_with_all_that_it_touches(catalog: Path, tmp_path: Path) -> None:
    entries = catalog / "entries"
    (entries / "new-primer.yml").write_text(NEW.replace("`guide`|", "guide"), encoding="utf-8")
    stories = entries / "earner-stories.yml"
    stories.write_text(stories.read_text().replace("14 min", "2 h"), encoding="utf-8")
    worksheet = entries / "goal-worksheet.yml"
    text = worksheet.read_text(encoding="utf-8")
    worksheet.unlink()
    (entries / "aims-worksheet.yml").write_text(text, encoding="utf-8")
    for facet in ("phases", "stages"):
        path = catalog / "vocabularies" / f"{facet}.yml"
        path.write_text(path.read_text().replace("goal-worksheet", "aims-worksheet"))
    links = [
        {"url": "https://example.org/a", "verdict": "ok", "reason": "", "file": "x", "line": 1},
        {"url": "https://example.org/b", "verdict": "dead", "reason": "404 for @octocat"},
    ]
    (tmp_path / "links.json").write_text(json.dumps(links), encoding="utf-8")
    findings = tmp_path / "out" / "findings.json"
    comment = report(
        catalog, "--links", tmp_path / "links.json", "--json", findings, "--run-url", RUN
    )
    assert "**Resources: 2 new, 1 changed, 1 removed.** Pages: 2 new," in comment
    gone = part(comment, "Addresses that would stop working")
    assert "- `/resources/goal-worksheet/`" in gone
    assert "`goal-worksheet`: its address stops working" in part(comment, "Removed")
    assert "`new-primer` and `pilot-primer`" in part(comment, "It may already be here")
    new = part(comment, "New")
    assert "> **A primer for a pilot** · Guide · `new-primer`" in new
    assert "> pdf · Phases: Planning · Readiness stages: Ready to launch · Topics:" in new
    assert "| duration | 14 min | 2 h |" in part(comment, "Changed")
    rows = part(comment, "Places in the table").splitlines()
    assert rows[0] == "| | Ready to plan | Ready to launch |"
    assert rows[3] == "| Planning | 2 | 0 → **1** |"
    states = part(comment, "New links").splitlines()
    assert states[2].startswith("| dead | `https://example.org/b`")
    assert states[3].startswith("| ok |")
    assert "- `/resources/new-primer/`" in comment
    assert "- `/phases/planning/ready-to-launch/`" in comment
    assert "/types/podcast/`" in comment
    assert f"[this run]({RUN})" in comment
    assert effects(comment.replace(f"[this run]({RUN})", "")) == {"html"}, "our own details"

    again = run_script("pull_request_report.py", "--from", findings, "--run-url", RUN)
    assert (again.returncode, again.stdout) == (0, comment)

    moved = "aliases: [goals, goal-worksheet]"
    (entries / "aims-worksheet.yml").write_text(text.replace("aliases: [goals]", moved))
    mended = report(catalog)
    assert part(mended, "Addresses that would stop working") == ""
    assert "`goal-worksheet`: its address leads to aims-worksheet" in part(mended, "Removed")
    assert "The links were not checked." in mended


def test_packs_are_reported_with_what_became_of_them(catalog: Path) -> None:
    folder = catalog / "collections"
    folder.mkdir()
    text = "title: {}\npurpose: To begin with.\nentries:\n  - id: pilot-primer\n"
    for name in ("kept", "altered", "dropped"):
        (folder / f"{name}.yml").write_text(text.format(name), encoding="utf-8")
    git(catalog, "add", ".")
    git(catalog, "commit", "--quiet", "--message", "Packs")
    (folder / "altered.yml").write_text(text.format("Altered"), encoding="utf-8")
    (folder / "dropped.yml").unlink()
    (folder / "added.yml").write_text(text.format("added"), encoding="utf-8")
    run = run_script("pull_request_report.py", "--since", "HEAD", "--catalog", catalog)
    assert part(run.stdout, "Packs").splitlines()[:3] == [
        "- Altered `altered`: changed (title)",
        "- dropped `dropped`: removed",
        "- added `added`: new",
    ]
    assert "- `/collections/dropped/`" in part(run.stdout, "Addresses that would stop working")


def test_tools_situations_and_the_check_are_reported(catalog: Path) -> None:
    tools = catalog / "tools"
    tools.mkdir()
    tool = "title: %s\nkind: worksheet\nsummary: %s\nphases: [planning]\nparts:\n"
    tool += "  - {id: a, title: A, fields: [{id: b, label: B}]}\n"
    asked = "situations:\n  - {id: why, question: Why?, answer: %s, start: pilot-primer}\n"
    (tools / "altered.yml").write_text(tool % ("Sheet", "One."), encoding="utf-8")
    (tools / "dropped.yml").write_text(tool % ("Gone", "One."), encoding="utf-8")
    (catalog / "situations.yml").write_text(asked % "So.", encoding="utf-8")
    (catalog / "check.yml").write_text("title: Where?\n", encoding="utf-8")
    git(catalog, "add", ".")
    git(catalog, "commit", "--quiet", "--message", "Tools")
    (tools / "altered.yml").write_text(tool % ("Sheet", "Two | <b>."), encoding="utf-8")
    (tools / "dropped.yml").rename(tools / "added.yml")
    more = "  - {id: how, question: How @octocat?, answer: So., start: pilot-primer}\n"
    (catalog / "situations.yml").write_text(asked % "Therefore." + more, encoding="utf-8")
    (catalog / "check.yml").write_text("title: Where now?\n", encoding="utf-8")
    run = run_script("pull_request_report.py", "--since", "HEAD", "--catalog", catalog)
    text = run.stdout
    assert "**Resources: none changed. Tools: 1 new, 1 changed, 1 removed.**" in text
    assert "- `/tools/dropped/`" in part(text, "Addresses that would stop working")
    assert part(text, "Removed").strip() == "- Gone `dropped`: its address stops working"
    assert "> **Gone** · Worksheet · `added`" in part(text, "New")
    changed = part(text, "Changed")
    assert changed.startswith("**Sheet** · `altered`")
    assert "| summary | One. | Two" in changed
    assert part(text, "What people ask").split("\n")[:2] == [
        "- Why? `why`: changed (answer)",
        "- How @\N{ZERO WIDTH SPACE}octocat? `how`: new",
    ]
    assert part(text, "The self-check").strip() == "- Where now? `check.yml`: changed (title)"
    assert effects(text) == {"html"}, "our own details"


def test_what_came_to_the_other_branch_since_is_no_change(catalog: Path) -> None:
    git(catalog, "switch", "--quiet", "main")
    (catalog / "entries" / "later.yml").write_text(NEW.replace("`guide`|", ""), encoding="utf-8")
    git(catalog, "add", ".")
    git(catalog, "commit", "--quiet", "--message", "Later")
    git(catalog, "switch", "--quiet", "change")
    assert "none changed" in report(catalog)


def test_problems_are_reported_with_their_places(catalog: Path) -> None:
    (catalog / "entries" / "bad.yml").write_text(NEW, encoding="utf-8")
    text = report(catalog)
    assert "The catalog has problems" in text
    assert "bad.yml:8:10: bad-url" in text
    assert effects(text) == set()


def test_it_reads_what_it_writes_however_much_that_is(catalog: Path, tmp_path: Path) -> None:
    """Also of texts that take six bytes a character there."""
    links = "".join(
        f'  - {{url: "https://h{n}.example.org/{"a" * 1400}", role: alternate}}\n'
        for n in range(80)
    ).replace("alternate", "primary", 1)
    for n in range(40):
        text = f'title: "{n}"\nsummary: "{"ü😀" * 400}"\nlinks:\n{links}'.replace("//h", f"//x{n}h")
        (catalog / "entries" / f"e{n}.yml").write_text(text, encoding="utf-8")
    out = tmp_path / "findings.json"
    comment = report(catalog, "--json", out)
    assert out.stat().st_size <= MAX_BYTES
    assert "**Resources: 40 new.**" in comment
    again = run_script("pull_request_report.py", "--from", out)
    assert (again.returncode, again.stdout) == (0, comment)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("catalog/entries/x.yml", False),
        ("catalog/link-ledger.json", False),
        ("catalog/pages/about.md", False),
        ("catalog/brand/logo.SVG", False),
        ("docs/about.md", False),
        ("README.md", False),
        ("catalog/sitecustomize.py", True),
        ("catalog/.gitattributes", True),
        ("catalogs/entries/x.yml", True),
        ("docs/hook.js", True),
        ("mkdocs.yml", True),
        (".github/workflows/check.yml", True),
        ("requirements.lock", True),
        ("Makefile", True),
    ],
)
def test_code_is_told_from_data(name: str, code: bool) -> None:
    assert is_code(name, "catalog") is code


def test_a_catalog_that_is_new_has_nothing_before(catalog: Path) -> None:
    other = shutil.copytree(catalog, catalog.parent / "other")
    text = report(other)
    assert "**Resources: 3 new.** There is no earlier version to compare with" in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--since", "no-such-branch"], "knows no commit"),
        (["--since=--output=x"], "is not a commit"),
        (["--since", "HEAD", "--catalog", "docs"], "is not a catalog"),
        (["--since", "HEAD", "--run-url", "https://evil.example/) @x"], "is not the address"),
        (["--from", "no/such/file"], "No such file"),
        (["--from", "README.md"], "not in the expected form"),
        ([], "required"),
    ],
)
def test_what_cannot_be_done_gives_two(arguments: list[str], words: str) -> None:
    run = run_script("pull_request_report.py", *arguments)
    assert (run.returncode, run.stdout) == (2, "")
    assert words in run.stderr
    assert "Traceback" not in run.stderr


HOSTILE = (
    "@octocat #1 GH-2 org/repo#3 https://evil.example www.evil.example [a](https://evil.example) "
    "![p](//evil.example/p.png) <img src=x> <!-- </details> ``` ~~~ | **b** $x$ &copy; :tada:\n"
    "# H\n\n- [ ] task\n| a |\n|---|\n<script>alert(1)</script>\n1. x\n> q\n    code\n\\`"
)


def hostile(value: Any) -> Any:
    """The same findings with hostile words in every place that holds words."""
    if isinstance(value, str):
        return HOSTILE
    if isinstance(value, list):
        return [hostile(item) for item in value]
    return {k: hostile(v) for k, v in value.items()} if isinstance(value, dict) else value


FULL: dict[str, Any] = {
    "new": [dict.fromkeys(("id", "title", "type", "summary", "use"), "x")],
    "altered": [
        {
            "card": dict.fromkeys(("id", "title", "type", "summary"), "x"),
            "differences": [{"key": "x", "before": "x", "after": "x"}],
        }
    ],
    "removed": [{"id": "x", "title": "x", "about": "x"}],
    "new_count": 1,
    "altered_count": 1,
    "packs": [{"id": "x", "title": "x", "about": "x"}],
    "likely": [{"id": "x", "other": "x", "title": "x", "why": "x"}],
    "stages": ["x", "y"],
    "matrix": [{"label": "x", "before": [1, 2], "after": [1, 3]}],
    "pages": {"new": ["x"], "altered": ["x"], "gone": ["x"], "new_count": 1, "altered_count": 9},
    "links": [{"url": "x", "verdict": "x", "reason": "x", "place": "x"}],
}
FULL["new"][0] |= {"facts": ["x"], "terms": ["x"], "urls": ["x"]}


def test_untrusted_findings_are_only_text() -> None:
    """The half that has rights gets whatever somebody's code has written."""
    for data in (hostile(FULL), {"problems": [HOSTILE]}):
        text = format_comment(parse_findings(json.dumps(data).encode()))
        own = text.replace("<details><summary>", "").replace("</summary>", "")
        own = own.replace("\n</details>", "\n")
        assert effects(own) == set()
        tokens = [token.type for token in MarkdownIt().enable("table").parse(own)]
        assert "fence" not in tokens
        assert "code_block" not in tokens
        assert "ordered_list_open" not in tokens
        headings = own.count("\n#### ") + own.startswith("### ")
        assert tokens.count("heading_open") == headings
        assert "octocat" in text, "it is shown all the same"


def test_there_is_a_limit_to_everything() -> None:
    long = {**FULL["new"][0], "summary": "& " * 1000, "urls": ["https://e.org/" + "x" * 1900] * 10}
    many = {"new": [long] * 100, "new_count": 10_000_000}
    text = format_comment(parse_findings(json.dumps(many).encode()), "The end.")
    assert len(text) < 65_536, "GitHub takes no more"
    assert text.endswith("the rest is left out.\n\nThe end.\n")
    rows = [{"url": f"https://e.org/{n}", "verdict": "ok"} for n in range(200)]
    assert (
        format_comment(parse_findings(json.dumps({"links": rows}).encode())).count("https://e.org/")
        == 40
    )


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"{",
        b"\xff",
        b'{"surprise": 1}',
        b'{"new_count": -1}',
        b'{"new_count": "many"}',
        b'{"problems": ["' + b"x" * 2001 + b'"]}',
        b'{"problems": [' + b'"x",' * 200 + b'"x"]}',
        b'{"pages": {"new": [{"a": 1}]}}',
        b"[" * 100_000,
        b" " * (MAX_BYTES + 1),
    ],
    ids=lambda raw: repr(raw[:20]),
)
def test_what_is_not_findings_is_refused(raw: bytes) -> None:
    with pytest.raises(InvalidFindingsError):
        parse_findings(raw)


def test_a_link_to_another_file_is_not_followed(tmp_path: Path) -> None:
    real = tmp_path / "real.json"
    real.write_text(ChangeFindings().model_dump_json())
    (tmp_path / "findings.json").symlink_to(real)
    assert run_script("pull_request_report.py", "--from", real).returncode == 0
    assert (
        run_script("pull_request_report.py", "--from", tmp_path / "findings.json").returncode == 2
    )


def test_the_untrusted_texts_are_harmful_unescaped() -> None:
    """So the test above can fail."""
    assert {"link_open", "image", "html_inline", "html", "@octocat", "#1"} <= effects(HOSTILE)
