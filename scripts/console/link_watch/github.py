"""GitHub: the ledger committed, the one issue kept, new addresses proposed, with git and gh."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

LABEL = "link-watch"
BRANCH = "link-watch/new-addresses"
CHECKS, PAGES = "check.yml", "pages.yml"

_WHO = (
    "-c",
    "user.name=github-actions[bot]",
    "-c",
    "user.email=41898282+github-actions[bot]@users.noreply.github.com",
)
_PROPOSAL = (
    "Each of these links led to the same new address in two runs, and the page there is alive and "
    "has the same title. The old addresses are kept under `formerly`."
)


class Refused(Exception):
    """It cannot be done. The message says why."""


def keep(ledger: Path, branch: str) -> None:
    """Commit a ledger to a branch and push it, if it says anything new."""
    _git("add", "--", str(ledger))
    if not _is_staged():
        return
    _git(*_WHO, "commit", "--quiet", "--message", "Link ledger of the week")
    _git(*_WHO, "pull", "--quiet", "--rebase", "origin", branch)
    _git("push", "--quiet", "origin", f"HEAD:{branch}")
    # What a workflow pushes starts no other: readers would see it after the next change only.
    _start(PAGES, branch)


def keep_issue(title: str, text: str) -> None:
    """Open, rewrite or close the one issue. Without a ``text`` all is well."""
    _gh("label", "create", LABEL, "--force", "--color", "a5413e", "--description", "Link watch")
    known = _listed("issue", "--label", LABEL, "--state", "all")
    number = str(known[0]["number"]) if known else ""
    is_open = bool(known) and known[0]["state"] == "OPEN"
    if not text:
        if is_open:
            _gh("issue", "close", number, "--comment", "Nothing is left to settle.")
    elif not known:
        _gh("issue", "create", "--title", title, "--label", LABEL, "--body-file", "-", text=text)
    else:
        _gh("issue", "edit", number, "--title", title, "--body-file", "-", text=text)
        if not is_open:
            _gh("issue", "reopen", number)


def propose(entries: Path, base: str) -> None:
    """Put what has changed in the entries into a pull request, the open one if there is one."""
    _git("add", "--", str(entries))
    if not _is_staged():
        return
    title = "New addresses of links that have moved for good"
    _git("switch", "--quiet", "--force-create", BRANCH)
    _git(*_WHO, "commit", "--quiet", "--message", title)
    _git("push", "--quiet", "--force", "origin", BRANCH)
    if not _listed("pr", "--head", BRANCH, "--state", "open"):
        where = ("--base", base, "--head", BRANCH)
        _gh("pr", "create", *where, "--title", title, "--body-file", "-", text=_PROPOSAL)
    _start(CHECKS, BRANCH)


def _start(workflow: str, branch: str) -> None:
    if Path(".github", "workflows", workflow).is_file():
        _gh("workflow", "run", workflow, "--ref", branch)


def _listed(kind: str, *which: str) -> list[dict[str, Any]]:
    found = json.loads(_gh(kind, "list", *which, "--limit", "1", "--json", "number,state") or "[]")
    if not isinstance(found, list):
        raise Refused(f"gh does not list any {kind}.")
    return found


def _is_staged() -> bool:
    return bool(_git("diff", "--cached", "--name-only"))


def _git(*arguments: str) -> str:
    return _run("git", *arguments)


def _gh(*arguments: str, text: str = "") -> str:
    return _run("gh", *arguments, text=text)


def _run(*command: str, text: str = "") -> str:
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()
