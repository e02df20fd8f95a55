"""Workflows: what runs on GitHub is checked here as far as that can be done without it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import ROOT, copy_of_code
from golden import GOOD_CATALOG
from parts import python_with

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TOOLS = Path(sys.executable).parent


def workflow(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - text only
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


def installed(job: dict[str, Any]) -> str | None:
    """The part that a job installs, if it does so by itself."""
    text = "\n".join(step.get("run", "") for step in job["steps"])
    found = re.search(r"pip install --quiet --require-hashes -r requirements/(\w+)\.lock", text)
    newest = 'pip install --quiet --upgrade ".[test]"' in text  # with no right to write anything
    assert bool(found) == ("pip install" in text and not newest)
    return found[1] if found else None


def test_the_linters_report_nothing() -> None:
    schema = [TOOLS / "check-jsonschema", "--builtin-schema", "vendor.github-workflows"]
    github = ROOT / ".github"
    updates = [TOOLS / "check-jsonschema", "--builtin-schema", "vendor.dependabot"]
    for command in (
        [*schema, *WORKFLOWS],
        [*updates, github / "dependabot.yml"],
        [TOOLS / "zizmor", "--offline", "--quiet", github],
    ):
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_scripts_are_shell(path: Path) -> None:
    for step in steps(path):
        if "run" in step:
            assert "${{" not in step["run"], "hand values over in env: text in a script is run"
            subprocess.run(["bash", "-n"], input=step["run"], text=True, check=True)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_rights_are_named(path: Path) -> None:
    for step in steps(path):
        if "uses" in step:
            assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"])
    pins = re.findall(r"uses: .*", path.read_text(encoding="utf-8"))
    assert all(re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", pin) for pin in pins), pins
    assert workflow(path)["permissions"] == {}
    for job in workflow(path)["jobs"].values():
        assert isinstance(job.get("permissions"), dict)


def test_a_pull_request_can_write_nothing_and_sees_no_secret() -> None:
    jobs = workflow(ROOT / ".github/workflows/links.yml")["jobs"]
    for name, job in jobs.items():
        if name == "change":
            assert job["permissions"] == {"contents": "read"}
            assert "secrets" not in json.dumps(job)
            assert "token" not in json.dumps(job).lower()
        else:
            reached = [
                *([job["needs"]] if "needs" in job else []),
                *([name] if "if" in job else []),
            ]
            assert reached, f"{name} runs on pull requests as well"


READ_ONLY = [path for path in WORKFLOWS if "pull_request" in workflow(path)["on"]]


@pytest.mark.parametrize("path", READ_ONLY, ids=lambda path: path.name)
def test_what_runs_the_code_of_a_pull_request_has_no_rights(path: Path) -> None:
    for job in workflow(path)["jobs"].values():
        if job.get("if", "").startswith("github.event_name != 'pull_request'"):
            continue
        if "needs" in job:
            continue  # of a job that pull requests do not reach, which the test above holds to
        assert job["permissions"] == {"contents": "read"}
        assert "secrets." not in json.dumps(job)
        assert "github.token" not in json.dumps(job)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_has_rights_never_runs_the_code_of_a_pull_request(path: Path) -> None:
    assert "pull_request_target" not in workflow(path)["on"]
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
            assert "ref" not in step["with"], "code comes from the branch that the workflow is of"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_job_ends_by_itself(path: Path) -> None:
    assert all(int(job["timeout-minutes"]) <= 180 for job in workflow(path)["jobs"].values())


NEEDS_TOKEN = re.compile(r"\bgh (?!auth)|git push|links_on_github\.py (?:issue|keep|propose)")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_step_has_a_token_only_where_it_uses_it(path: Path) -> None:
    flow = workflow(path)
    for scope in (flow, *flow["jobs"].values()):
        assert "token" not in json.dumps(scope.get("env", {})).lower()
    for step in steps(path):
        has_token = "github.token" in json.dumps(step)
        assert has_token == bool(NEEDS_TOKEN.search(step.get("run", ""))), step
        if has_token:
            assert "pip" not in step["run"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_that_can_write_installs_the_smallest_lock_or_nothing(path: Path) -> None:
    for name, job in workflow(path)["jobs"].items():
        if "write" in job["permissions"].values():
            assert installed(job) in (None, "catalog"), name
            assert "make " not in json.dumps(job["steps"]), name


def filled(text: str, event: dict[str, Any]) -> str:
    """A text of a workflow with what its expressions come to, as far as ours use them."""
    return re.sub(r"\$\{\{ (.+?) \}\}", lambda found: value(found[1], event), text)


def value(expression: str, event: dict[str, Any]) -> str:
    for choice in expression.split(" || "):
        *conditions, result = choice.split(" && ")
        if all(value(one, event) == two.strip("'") for one, two in map(equals, conditions)):
            found: Any = {"github": {"event": event, "run_id": event["run"]}}
            if result.startswith("'"):
                return result.strip("'")
            for step in result.split("."):
                found = found.get(step, "")
            if found:
                return str(found)
    return ""


def equals(condition: str) -> tuple[str, str]:
    left, right = condition.split(" == ")
    return left, right


def issue_event(run: int, action: str, label: str = "", issue: int = 12) -> dict[str, Any]:
    return {"run": run, "action": action, "label": {"name": label}, "issue": {"number": issue}}


ACCEPTED = issue_event(1, "labeled", "accepted")


@pytest.mark.parametrize(
    "other",
    [
        issue_event(2, "labeled", "bug"),
        issue_event(2, "labeled", "suggestion"),
        issue_event(2, "labeled", "not accepted"),
        issue_event(2, "edited"),
        issue_event(2, "opened"),
        issue_event(2, "labeled", "accepted", issue=13),
    ],
    ids=lambda event: f"{event['action']} {event['label']['name']} {event['issue']['number']}",
)
def test_nothing_takes_the_place_of_an_acceptance_that_waits(other: dict[str, Any]) -> None:
    """GitHub cancels a run that waits when another of its group comes, whether that has a job."""
    flow = workflow(ROOT / ".github/workflows/suggestions.yml")
    assert "concurrency" not in flow, "which is taken before any job is asked"
    jobs = flow["jobs"]
    assert jobs["propose"]["concurrency"]["cancel-in-progress"] == "false"
    waits = filled(jobs["propose"]["concurrency"]["group"], ACCEPTED)
    assert waits == filled(jobs["propose"]["concurrency"]["group"], {**ACCEPTED, "run": 3})
    for name, job in jobs.items():
        if "concurrency" in job:
            assert filled(job["concurrency"]["group"], other) != waits, name


def test_of_two_versions_of_a_suggestion_the_newer_is_answered() -> None:
    read = workflow(ROOT / ".github/workflows/suggestions.yml")["jobs"]["read"]["concurrency"]
    opened, edited = (
        filled(read["group"], event)
        for event in (issue_event(1, "opened"), issue_event(2, "edited"))
    )
    assert (opened, read["cancel-in-progress"]) == (edited, "true")
    assert filled(read["group"], ACCEPTED) != edited


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_script_that_is_run_is_there(path: Path) -> None:
    for step in steps(path):
        for script in re.findall(r"scripts/\w+\.py", step.get("run", "")):
            assert (ROOT / script).is_file(), script


def test_the_owners_of_files_are_named_for_files_that_are_there() -> None:
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    places = [word for line in lines for word in line.split() if word.startswith("/")]
    assert places
    assert [place for place in places if not (ROOT / place.lstrip("/")).exists()] == []


GH = """#!/bin/bash
# Stands for GitHub: writes down what it is asked to do, and what is in the files it is given.
printf '%s\\n' "$*" >> "$GH_LOG"
case "$*" in "pr list"*|api*) printf '%s' "$GH_ANSWER" ;; esac
while [ $# -gt 0 ]; do
  if [ "$1" = --body-file ]; then cat "$2" >> "$GH_LOG"; fi
  shift
done
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A clone of a repository with the project's scripts and a small catalog, as on a runner."""
    origin, clone = tmp_path / "origin.git", tmp_path / "clone"
    git("init", "--quiet", "--bare", "--initial-branch=main", origin)
    git("clone", "--quiet", origin, clone)
    copy_of_code(clone, "hooks", "scripts")
    shutil.copy(ROOT / ".gitignore", clone)
    shutil.copytree(GOOD_CATALOG, clone / "catalog")
    git("-C", clone, "switch", "--quiet", "--create", "main")
    git("-C", clone, "add", ".")
    git("-C", clone, "commit", "--quiet", "--message", "Begin")
    git("-C", clone, "push", "--quiet", "origin", "main")
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "gh").write_text(GH, encoding="utf-8")
    (tools / "gh").chmod(0o755)
    return tmp_path


def git(*arguments: str | Path) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    done = subprocess.run(
        ["git", *who, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


@pytest.fixture
def programs(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder with Python for a part, which has no more than a job that installs that part."""
    return lambda part: python_with(part, tmp_path_factory).parent


def run_step(
    step: dict[str, Any], desk: Path, programs: Path, given: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run the script of a step as a runner does, with what its job has installed."""
    path = f"{desk / 'tools'}:{programs}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=desk / "clone",
        env={**os.environ, **given, "PATH": path, "CATALOG_DIR": "catalog"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


Act = Callable[..., tuple[int, str, str]]


@pytest.fixture
def act(desk: Path, programs: Callable[[str], Path]) -> Act:
    return partial(acted, desk, programs)


def acted(
    desk: Path, programs: Callable[[str], Path], name: str, body: str, answer: str = ""
) -> tuple[int, str, str]:
    """Run the steps of a job on a suggestion; gives the status, what they print, and the log."""
    event = {"number": 12, "title": "x", "body": body, "user": {"login": "kim-k", "id": 99}}
    (desk / "event.json").write_text(json.dumps({"issue": event}), encoding="utf-8")
    log = desk / "gh.log"
    log.write_text("")
    given = {"GITHUB_EVENT_PATH": str(desk / "event.json"), "RUNNER_TEMP": str(desk / "temp")}
    given |= {"NUMBER": "12", "BASE": "main", "GH_LOG": str(log), "GH_ANSWER": answer}
    return *acted_job(desk, programs, "suggestions", name, given), log.read_text(encoding="utf-8")


def acted_job(
    desk: Path, programs: Callable[[str], Path], flow: str, name: str, given: dict[str, str]
) -> tuple[int, str]:
    """Run the steps of a job, but those that install; gives the status, and what they print."""
    code, printed = 0, ""
    job = workflow(ROOT / f".github/workflows/{flow}.yml")["jobs"][name]
    python = programs(installed(job) or "catalog")
    for step in job["steps"]:
        if "run" in step and "pip" not in step["run"] and not code:
            done = run_step(step, desk, python, given)
            code, printed = done.returncode, printed + done.stdout + done.stderr
    return code, printed


def suggestion(name: str) -> str:
    text = (ROOT / "tests" / "contribute" / "issues" / f"{name}.yml").read_text(encoding="utf-8")
    found = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text only
    return str(found["body"])


def test_an_accepted_suggestion_becomes_a_pull_request(desk: Path, act: Act) -> None:
    code, printed, log = act("propose", suggestion("plain"))
    assert code == 0, printed
    assert "pr create --base main --head suggestion-12 --title Suggestion: A guide" in log
    assert "suggested by @kim-k in #12. Closes #12." in log
    assert log.splitlines()[-1] == "workflow run check.yml --ref suggestion-12"
    origin = desk / "origin.git"
    changed = git("-C", origin, "diff", "--name-status", "main", "suggestion-12")
    assert changed == "A\tcatalog/entries/a-guide-to-first-steps.yml\n"
    message = git("-C", origin, "log", "-1", "--format=%B", "suggestion-12")
    assert "Co-authored-by: kim-k <99+kim-k@users.noreply.github.com>" in message


def test_text_of_strangers_is_run_by_no_shell(desk: Path, act: Act) -> None:
    evil = "### Title\n\n$(touch owned) `touch owned`; touch owned #\n\n"
    code, printed, log = act("propose", evil + suggestion("backticks"))
    assert code == 0, printed
    assert "--title Suggestion: $(touch owned)" in log
    assert not list(desk.rglob("owned"))
    changed = git("-C", desk / "origin.git", "diff", "--name-only", "main", "suggestion-12")
    assert re.fullmatch(r"catalog/entries/touch-owned-[a-z0-9-]+\.yml\n", changed)


def test_a_pull_request_that_is_open_is_left_alone(desk: Path, act: Act) -> None:
    code, printed, log = act("propose", suggestion("plain"), answer="34")
    assert code == 0, printed
    assert "This is proposed in #34 already." in log
    assert "pr create" not in log
    assert "suggestion-12" not in git("-C", desk / "origin.git", "branch")


def test_what_gives_no_entry_is_said_and_fails(desk: Path, act: Act) -> None:
    code, printed, log = act("propose", "Hello")
    assert code == 1
    assert "::error::No entry could be made" in printed
    assert "No entry could be made from this text." in log
    assert "pr create" not in log


def test_a_new_suggestion_is_answered(desk: Path, act: Act) -> None:
    (desk / "temp" / "looked").mkdir(parents=True)
    code, printed, log = act("read", suggestion("bad-values"))
    assert code == 0, printed
    labels, said = log.split("issue comment 12 --edit-last --create-if-none --body-file")
    assert "label create accepted" in labels
    assert "issue edit 12 --add-label suggestion" in labels
    assert "`bad-date`" in said
    assert git("-C", desk / "clone", "status", "--porcelain") == ""


LINKS = [
    {"url": "https://example.org/gone", "verdict": "dead", "reason": "404 Not Found @octocat"},
    {"url": "https://example.org/wall", "verdict": "blocked", "reason": "403 Forbidden"},
]


def test_a_suggestion_that_is_thin_there_already_or_dead_is_answered(desk: Path, act: Act) -> None:
    """Before a person looks; and of the steps that open links, with none to open."""
    thin = re.sub(r"(?<=### What it is\n\n).+", "fine", suggestion("taken-name"))
    code, printed, log = act("look", suggestion("least"))
    assert (code, log) == (0, ""), printed
    looked = desk / "clone" / "looked" / "links.json"
    assert json.loads(looked.read_text(encoding="utf-8")) == []
    git("-C", desk / "clone", "clean", "--quiet", "--force", "-d")
    links = desk / "temp" / "looked" / "links.json"
    links.parent.mkdir(parents=True)
    links.write_text(json.dumps(LINKS), encoding="utf-8")
    code, printed, log = act("read", thin)
    assert code == 0, printed
    assert "**It may already be here**\n\n- `goal-worksheet`" in log
    assert "**What others would like to know**\n\n- What it is: One or two plain" in log
    assert "**It does not open**\n\n- `https://example.org/gone` 404 Not Found @\u200b" in log
    assert "example.org/wall" not in log
    assert "Nothing is missing" not in log


def change(desk: Path) -> str:
    """A pull request that adds an entry, changes code and plants links; gives its commit."""
    fork = desk / "fork"
    git("clone", "--quiet", desk / "origin.git", fork)
    entries = fork / "catalog" / "entries"
    text = "title: Honest\ntype: guide\nsummary: What it is.\naccess: unlocated\n"
    (entries / "honest.yml").write_text(text, encoding="utf-8")
    (entries / "stolen.yml").symlink_to("/etc/passwd")
    (fork / "catalog" / ".gitattributes").write_text("honest.yml export-ignore\n")
    for name in ("hooks/resource_catalog/__init__.py", "scripts/environment.py", "yaml.py"):
        with (fork / name).open("a", encoding="utf-8") as stream:
            stream.write("\nopen('owned', 'w')\n")
    git("-C", fork, "add", "--all")
    git("-C", fork, "commit", "--quiet", "--message", "Trust me")
    git("-C", fork, "push", "--quiet", "origin", "HEAD:refs/pull/34/head")
    return git("-C", fork, "rev-parse", "HEAD").strip()


def test_a_pull_request_is_compared_by_the_code_of_the_default_branch(
    desk: Path, programs: Callable[[str], Path]
) -> None:
    """Which takes nothing of it but its catalog, and says that it changes code."""
    commit = change(desk)
    log, output, clone = desk / "gh.log", desk / "output", desk / "clone"
    shutil.copytree(ROOT / "overrides", clone / "overrides")
    given = {
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(desk / "summary"),
        "GITHUB_REPOSITORY": "o/n",
        "HEAD_OWNER": "kim",
        "HEAD_BRANCH": "x; touch owned",
        "HEAD_SHA": commit,
        "GH_LOG": str(log),
        "GH_ANSWER": "34",
    }
    code, printed = acted_job(desk, programs, "report-said", "compare", given)
    assert code == 0, printed
    assert output.read_text() == "number=34\n"
    assert "-f head=kim:x; touch owned" in log.read_text(encoding="utf-8")
    report = json.loads((clone / "report" / "findings.json").read_text(encoding="utf-8"))
    assert len(report["code"]) == 4
    assert "root:" not in json.dumps(report) + (desk / "summary").read_text(encoding="utf-8")
    assert not list(desk.rglob("owned"))

    stranger = desk / "of-a-stranger" / "findings.json"
    stranger.parent.mkdir()
    stranger.write_bytes((clone / "report" / "findings.json").read_bytes())
    run = "https://github.example/o/n/actions/runs/1"
    told = {"RUNNER_TEMP": str(desk), "NUMBER": "34", "RUN_URL": run, "GH_LOG": str(log)}
    code, printed = acted_job(desk, programs, "report-said", "say", told)
    assert code == 0, printed
    said = log.read_text(encoding="utf-8").partition("pr comment 34 --edit-last --create-if-none")[
        2
    ]
    assert "#### It changes code" in said
    for name in ("catalog/.gitattributes", "hooks/resource_catalog/__init__.py", "yaml.py"):
        assert f"- `{name}`" in said
    assert "built by the code in this pull request" in said
    stranger.write_text("{", encoding="utf-8")
    assert acted_job(desk, programs, "report-said", "say", told)[0] != 0


def test_nothing_is_said_of_a_branch_that_has_moved_on(
    desk: Path, programs: Callable[[str], Path]
) -> None:
    find = next(step for step in steps(ROOT / ".github/workflows/report-said.yml") if "id" in step)
    given = {"GITHUB_OUTPUT": str(desk / "output"), "GITHUB_REPOSITORY": "o/n"}
    given |= {"HEAD_OWNER": "kim", "HEAD_BRANCH": "x", "HEAD_SHA": "a" * 40}
    given |= {"GH_LOG": str(desk / "gh.log"), "GH_ANSWER": ""}
    done = run_step(find, desk, programs("site"), given)
    assert done.returncode == 0, done.stderr
    assert (desk / "output").read_text() == "number=\n"
    jobs = workflow(ROOT / ".github/workflows/report-said.yml")["jobs"]
    after = jobs["compare"]["steps"][jobs["compare"]["steps"].index(find) + 1 :]
    assert {step["if"] for step in after} == {"steps.which.outputs.number != ''"}
    assert jobs["say"]["if"] == "needs.compare.outputs.number != ''"


def test_what_the_link_watch_has_found_is_joined_and_kept(
    desk: Path, programs: Callable[[str], Path]
) -> None:
    clone, origin, log = desk / "clone", desk / "origin.git", desk / "gh.log"
    ledger = {"version": 1, "shard": "1/1", "weeks": {}, "links": {}}
    (clone / "parts").mkdir()
    (clone / "parts" / "1.jsonl").write_text(json.dumps(ledger), encoding="utf-8")
    given = {"GITHUB_STEP_SUMMARY": str(desk / "summary"), "BRANCH": "main", "GH_LOG": str(log)}
    code, printed = acted_job(desk, programs, "links", "join", given)
    assert code == 0, printed
    assert {path.name for path in (clone / "joined").iterdir()} >= {
        *("link-ledger.jsonl", "new-addresses.patch")
    }
    git("-C", clone, "restore", ".")
    (clone / "catalog" / "link-ledger.jsonl").unlink()
    entry = clone / "catalog" / "entries" / "pilot-primer.yml"
    text = entry.read_text(encoding="utf-8")
    entry.write_text(f"{text}# moved\n", encoding="utf-8")
    patch = git("-C", clone, "diff", "--", "catalog/entries")
    git("-C", clone, "restore", ".")
    (clone / "joined" / "new-addresses.patch").write_text(patch, encoding="utf-8")
    (clone / "joined" / "proof.md").write_text("The same page.", encoding="utf-8")
    code, printed = acted_job(desk, programs, "links", "keep", given)
    assert code == 0, printed
    kept = git("-C", origin, "show", "--name-only", "--format=%s", "main")
    assert kept.split() == [*"Link ledger of the week".split(), "catalog/link-ledger.jsonl"]
    proposed = git("-C", origin, "diff", "--name-only", "main", "link-watch/new-addresses")
    assert proposed == "catalog/entries/pilot-primer.yml\n"
    assert "pr create --base main" in log.read_text(encoding="utf-8")
    git("-C", clone, "switch", "--quiet", "main")
    entry.write_text("title: Another\n", encoding="utf-8")
    propose = workflow(ROOT / ".github/workflows/links.yml")["jobs"]["keep"]["steps"][-1]
    done = run_step(propose, desk, programs("catalog"), given)
    assert (done.returncode, "::warning::Entries were changed" in done.stdout) == (0, True)


def test_a_machine_of_the_link_watch_that_could_not_look_is_not_green(
    desk: Path, programs: Callable[[str], Path]
) -> None:
    """Broken links have the status 1, which the step takes for fine; a damaged ledger another."""
    (desk / "clone" / "catalog" / "link-ledger.json").write_text("{", encoding="utf-8")
    given = {"SHARD": "1/1", "GITHUB_OUTPUT": str(desk / "output")}
    code, printed = acted_job(desk, programs, "links", "check", given)
    assert code == 1, printed
    assert (desk / "output").read_text() == "name=ledger-1\n"


def test_new_addresses_and_changes_of_the_site_are_remembered(
    desk: Path, programs: Callable[[str], Path]
) -> None:
    clone, origin = desk / "clone", desk / "origin.git"
    given = {"BRANCH": "main", "GH_LOG": str(desk / "gh.log")}
    before = git("-C", origin, "rev-parse", "main")
    written = {"addresses.txt": "about/\n", "changes.jsonl": '{"id": "a"}\n'}
    for name, text in written.items():
        (clone / "catalog" / name).write_text(text, encoding="utf-8")
    assert acted_job(desk, programs, "pages", "remember", given)[0] == 0
    for name, text in written.items():
        assert git("-C", origin, "show", f"main:catalog/{name}") == text
    after = git("-C", origin, "rev-parse", "main")
    assert acted_job(desk, programs, "pages", "remember", given)[0] == 0
    assert before != after == git("-C", origin, "rev-parse", "main"), "nothing new, no commit"


def test_links_are_shared_out_with_what_the_job_installs(
    desk: Path, programs: Callable[[str], Path]
) -> None:
    workflows = workflow(ROOT / ".github/workflows/links.yml")
    job = workflows["jobs"]["plan"]
    given = {**workflows["env"], "GITHUB_OUTPUT": str(desk / "output")}
    done = run_step(job["steps"][-1], desk, programs(str(installed(job))), given)
    assert done.returncode == 0, done.stderr
    assert (desk / "output").read_text() == 'shards=["1/1"]\n'


INSTALLING = {
    f"{path.stem}-{name}": job
    for path in WORKFLOWS
    for name, job in workflow(path)["jobs"].items()
    if installed(job)
}
COMMANDS = {
    name: re.findall(r"python (scripts/\w+\.py|-m mkdocs) ", json.dumps(job["steps"]))
    for name, job in INSTALLING.items()
}
STARTED = {
    (str(installed(INSTALLING[job])), one) for job, these in COMMANDS.items() for one in these
}


def test_every_script_of_a_job_starts_with_what_the_job_installs(
    desk: Path, programs: Callable[[str], Path]
) -> None:
    assert all(COMMANDS.values()), "jobs install for something"
    for part, command in sorted(STARTED):
        done = run_step({"run": f"python {command} --help"}, desk, programs(part), {})
        assert done.returncode == 0, (part, command, done.stderr)


def test_jobs_that_only_read_the_catalog_install_no_more_than_that() -> None:
    small = {name for name, job in INSTALLING.items() if installed(job) == "catalog"}
    assert small == {
        *("suggestions-read", "suggestions-propose", "report-said-say", "links-plan", "links-keep")
    }
