"""What the weekly workflow does on GitHub: with real git, and a stand-in for GitHub's program."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import ROOT, Done, run_in
from links.states import link, record, write_states
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.links.report import github_issue
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.ledger.ledger_text import parse, to_text
from sample_catalog import write_catalog

SCRIPT = ROOT / "scripts" / "links_on_github.py"


@dataclass
class Desk:
    """A clone of a repository with a catalog, its remote, and what is known on GitHub."""

    folder: Path

    @property
    def clone(self) -> Path:
        return self.folder / "clone"

    @property
    def ledger(self) -> Path:
        return self.clone / "catalog" / "link-ledger.json"

    @property
    def github(self) -> dict[str, Any]:
        return json.loads((self.folder / "bin" / "github.json").read_text())

    def git(self, *arguments: str, at: str = "clone") -> str:
        who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        done = subprocess.run(
            ["git", *who, *arguments],
            cwd=self.folder / at,
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout

    def run(self, *arguments: str) -> Done:
        path = f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return run_in(self.clone, str(SCRIPT), *arguments, PATH=path)

    def does(self, *arguments: str) -> str:
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "gh"
    shutil.copy(Path(__file__).with_name("gh.py"), program)
    program.write_text(program.read_text().replace("/usr/bin/env python3", sys.executable, 1))
    program.chmod(0o755)
    desk.git("init", "--quiet", "--bare", "-b", "main", "remote", at=".")
    desk.git("clone", "--quiet", "remote", "clone", at=".")
    write_states(desk.clone / "catalog")
    for name in ("check.yml", "pages.yml"):
        path = desk.clone / ".github" / "workflows" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("on: workflow_dispatch\n")
    desk.git("checkout", "--quiet", "-b", "main")
    desk.git("add", ".")
    desk.git("commit", "--quiet", "--message", "Begin")
    desk.git("push", "--quiet", "origin", "main")
    return desk


def keep_only(desk: Desk, **records: dict[str, Any]) -> None:
    """A ledger that knows these links, and finds all others well."""
    known = json.loads(desk.ledger.read_text())
    well = {"state": "ok", "since": "2026-03-02", "first_seen": "2026-03-02", "last_ok": "2026-W47"}
    known["links"] = dict.fromkeys(known["links"], well)
    known["links"] |= {link(name)["url"]: record(name, more) for name, more in records.items()}
    desk.ledger.write_text(json.dumps(known))


def test_the_one_issue_opens_changes_closes_and_opens_again(desk: Desk) -> None:
    today = ("--today", "2026-11-21")
    keep_only(desk)
    desk.does("issue", *today)
    assert desk.github["issue"] == []
    keep_only(desk, login={})
    desk.does("issue", *today)
    (issue,) = desk.github["issue"]
    assert (issue["state"], issue["title"]) == ("OPEN", "Links that need a person")
    assert "It is meant to be open, but asks to sign in." in issue["body"]
    assert "`catalog/entries/login.yml`" in issue["body"]
    keep_only(desk, drift={})
    desk.does("issue", *today)
    (issue,) = desk.github["issue"]
    assert "login.yml" not in issue["body"]
    assert "drift.yml" in issue["body"]
    keep_only(desk, watch={"verdict": "dead", "strikes": 1, "last_ok": "2026-W44"})
    desk.does("issue", *today)
    assert [one["state"] for one in desk.github["issue"]] == ["CLOSED"]
    keep_only(desk, parked={})
    desk.does("issue", *today)
    assert [one["state"] for one in desk.github["issue"]] == ["OPEN"]


def test_the_issue_names_the_pages_with_broken_links(desk: Desk) -> None:
    keep_only(desk)
    known = json.loads(desk.ledger.read_text())
    gone = {"state": "dead", "since": "2026-09-01", "first_seen": "2026-03-02", "strikes": 3}
    known["links"]["https://example.org/gone"] = gone
    desk.ledger.write_text(json.dumps(known))
    (desk.clone / "catalog" / "pages").mkdir()
    page = desk.clone / "catalog" / "pages" / "about.md"
    page.write_text("# About\n\nSee [this](https://example.org/gone).\n")
    desk.does("issue", "--today", "2026-11-21")
    (issue,) = desk.github["issue"]
    assert "### On pages of your own (1)\n\n- `catalog/pages/about.md:3`\n" in issue["body"]
    assert "**Find the new address, or remove the link.**" in issue["body"]
    page.unlink()
    desk.does("issue", "--today", "2026-11-21")
    assert [one["state"] for one in desk.github["issue"]] == ["CLOSED"]


def test_a_bot_wall_asks_for_a_person_after_ninety_days(desk: Desk) -> None:
    keep_only(desk, blocked={"since": "2026-09-01"})
    desk.does("issue", "--today", "2026-11-21")
    assert desk.github["issue"] == []
    desk.does("issue", "--today", "2026-11-30")
    assert "Open it yourself and confirm it with “verified”." in desk.github["issue"][0]["body"]


def test_what_strangers_wrote_stays_text(desk: Desk) -> None:
    hostile = "![x](https://evil.example/x.png) <img src=x> @everyone `a`"
    keep_only(desk, drift={"reason": hostile})
    desk.does("issue", "--today", "2026-11-21")
    body = desk.github["issue"][0]["body"]
    assert "![x]" not in body
    assert "<img" not in body.replace("\\<img", "")
    assert "@everyone" not in body


def test_a_long_list_fits_into_an_issue(desk: Desk) -> None:
    links = {
        f"e{n}": {"access": "open", "links": [{"url": f"https://{n}.example/{'x' * 300}"}]}
        for n in range(400)
    }
    shutil.rmtree(desk.clone / "catalog")
    write_catalog(desk.clone / "catalog", links)
    known = {one["links"][0]["url"]: record("parked", {}) for one in links.values()}
    desk.ledger.write_text(json.dumps({"version": 1, "links": known}))
    desk.does("issue", "--today", "2026-11-21")
    body = desk.github["issue"][0]["body"]
    assert len(body) < 65_000
    assert "- and 320 more" in body


def test_the_issue_has_the_lines_that_settle_a_link(desk: Desk) -> None:
    """What is sure comes first; the lines are YAML that the check takes."""
    day = datetime.date(2026, 11, 21)
    moved = {"target": "https://example.net/guides/moved?a=1#b:c", "target_runs": 2}
    keep_only(desk, dead={}, login={}, drift={}, moved={**moved, "last_ok": "2026-W47"})
    catalog, _problems = open_catalog(desk.clone / "catalog")
    assert catalog
    text = github_issue.render_issue(LinkStatuses(catalog, day))
    headings = [line for line in text.splitlines() if line.startswith("###")]
    assert headings == ["### To change (1)", "### To review (2)", "### Moved for good (1)"]
    found = re.findall("```yaml\n(.*?)```", text, re.DOTALL)
    blocks = [yaml.load(block, yaml.BaseLoader) for block in found]  # noqa: S506 - text only
    assert blocks == [
        {"verified": {"on": "2026-11-21", "by": "your name or team"}},
        {"retired": {"on": "2026-11-21", "why": "Its page is gone."}},
        {"access": "sign-in"},
        [{"url": moved["target"], "formerly": [link("moved")["url"]]}],
    ]
    for name, line in (("dead", found[1]), ("drift", found[0])):
        path = desk.clone / "catalog" / "entries" / f"{name}.yml"
        written = yaml.safe_dump(json.loads(path.read_text()))
        path.write_text(f"{written}{line.strip()}\n")
    assert open_catalog(desk.clone / "catalog", today=day)[1] == []


def test_the_ledger_is_committed_when_it_says_something_new(desk: Desk) -> None:
    desk.does("keep", "--branch", "main")
    assert desk.git("log", "--format=%s", at="remote").split("\n")[0] == "Begin"
    keep_only(desk, dead={})
    new = desk.ledger.with_name("link-ledger.jsonl")  # as a run of the watch leaves them
    new.write_text(to_text(parse(desk.ledger.read_bytes())), encoding="utf-8")
    desk.ledger.unlink()
    (desk.clone / "parts").mkdir()
    other = desk.folder / "other"
    desk.git("clone", "--quiet", "remote", "other", at=".")
    (other / "news.txt").write_text("Somebody was faster.")
    desk.git("add", ".", at="other")
    desk.git("commit", "--quiet", "--message", "News", at="other")
    desk.git("push", "--quiet", "origin", "main", at="other")
    desk.does("keep", "--branch", "main")
    assert desk.git("log", "--format=%s", at="remote").split("\n")[:2] == [
        *("Link ledger of the week", "News")
    ]
    changed = desk.git("show", "--format=%an", "--name-only", "--no-renames", at="remote")
    assert changed.split() == [
        *("github-actions[bot]", "catalog/link-ledger.json", "catalog/link-ledger.jsonl")
    ]
    desk.does("keep", "--branch", "main")
    assert desk.git("log", "--format=%s", at="remote").split("\n")[1] == "News"
    assert desk.github["runs"] == [["pages.yml", "main"]]


def test_new_addresses_are_proposed_once(desk: Desk) -> None:
    desk.does("propose", "--branch", "main")
    path = desk.clone / "catalog" / "entries" / "moved.yml"
    for number in (1, 2):
        path.write_text(path.read_text() + f"# {number}\n")
        proof = desk.clone.parent / "proof.md"
        proof.write_text(f"- proof {number}\n")
        desk.does("propose", "--branch", "main", "--proof", str(proof))
        (proposal,) = desk.github["pr"]
        assert proposal["body"].endswith(f"- proof {number}\n")
        assert proposal["head"] == "link-watch/new-addresses"
        pushed = desk.git("show", "link-watch/new-addresses:catalog/entries/moved.yml", at="remote")
        assert pushed == path.read_text()
        desk.git("checkout", "--quiet", "main")
    assert desk.git("log", "--format=%s", "main", at="remote").split() == ["Begin"]
    assert desk.github["runs"] == [["check.yml", "link-watch/new-addresses"]] * 2


@pytest.mark.parametrize(("each", "parts"), [(4000, 1), (15, 1), (14, 2), (4, 4), (1, 5)])
def test_the_work_is_shared_out(desk: Desk, each: int, parts: int) -> None:
    """The catalog has fifteen addresses; five machines are the most."""
    said = json.loads(desk.does("shards", "--each", str(each), "--most", "5"))
    assert said == [f"{number}/{parts}" for number in range(1, parts + 1)]


def test_it_says_what_it_could_not_do(desk: Desk) -> None:
    shutil.rmtree(desk.folder / "remote")
    keep_only(desk, dead={})
    done = desk.run("keep", "--branch", "main")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "git" in done.stderr
    assert desk.run("issue", "--catalog", "nowhere").returncode == 2
