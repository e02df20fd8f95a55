"""Push the ledger, update the issue and open pull requests on GitHub, with git and gh."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from resource_catalog.model.messages import N_, _

LABEL = "link-watch"
BRANCH = "link-watch/new-addresses"
CHECK_WORKFLOW, PAGES_WORKFLOW = "check.yml", "pages.yml"

_BOT_IDENTITY = (
    "-c",
    "user.name=github-actions[bot]",
    "-c",
    "user.email=41898282+github-actions[bot]@users.noreply.github.com",
)
_PULL_REQUEST_BODY = N_(
    "Each of these links led to the same new address in two runs, and the page there is alive and "
    "is proven to be the same. The old addresses are kept under `formerly`. To take one back, swap "
    "the two: an address under `formerly` is not proposed again."
)
_MAX_BODY = 60_000


class GitHubError(Exception):
    """A GitHub operation failed. The message says why."""


def push_ledger(ledgers: Sequence[Path], branch: str) -> None:
    """Commit the ledger to a branch and push it, if it has changed.

    ``ledgers`` are the files that it may be in; one that is gone is removed.
    """
    for ledger in ledgers:
        if ledger.exists() or _git("ls-files", "--", str(ledger)):
            _git("add", "--all", "--", str(ledger))
    if not _is_staged():
        return
    _git(*_BOT_IDENTITY, "commit", "--quiet", "--message", "Link ledger of the week")
    _git(*_BOT_IDENTITY, "pull", "--quiet", "--rebase", "origin", branch)
    _git("push", "--quiet", "origin", f"HEAD:{branch}")
    # A push by a workflow triggers no other workflow, so the site is built explicitly.
    _start_workflow(PAGES_WORKFLOW, branch)


def update_issue(title: str, text: str) -> None:
    """Create, edit or reopen the one issue; close it if ``text`` is empty."""
    _gh("label", "create", LABEL, "--force", "--color", "a5413e", "--description", "Link watch")
    issues = _list("issue", "--label", LABEL, "--state", "all")
    number = str(issues[0]["number"]) if issues else ""
    is_open = bool(issues) and issues[0]["state"] == "OPEN"
    if not text:
        if is_open:
            _gh("issue", "close", number, "--comment", _("Nothing is left to do."))
    elif not issues:
        _gh("issue", "create", "--title", title, "--label", LABEL, "--body-file", "-", text=text)
    else:
        _gh("issue", "edit", number, "--title", title, "--body-file", "-", text=text)
        if not is_open:
            _gh("issue", "reopen", number)


def open_pull_request(entries: Path, base: str, proofs: str = "") -> None:
    """Commit changed entries to a pull request; update the open one if there is one.

    ``proofs`` says in Markdown why each new address was taken.
    """
    _git("add", "--", str(entries))
    if not _is_staged():
        return
    title = _("New addresses of links that have moved for good")
    _git("switch", "--quiet", "--force-create", BRANCH)
    _git(*_BOT_IDENTITY, "commit", "--quiet", "--message", title)
    _git("push", "--quiet", "--force", "origin", BRANCH)
    body = f"{_(_PULL_REQUEST_BODY)}\n\n{proofs}"[:_MAX_BODY]
    opened = _list("pr", "--head", BRANCH, "--state", "open")
    if not opened:
        where = ("--base", base, "--head", BRANCH)
        _gh("pr", "create", *where, "--title", title, "--body-file", "-", text=body)
    else:
        _gh("pr", "edit", str(opened[0]["number"]), "--body-file", "-", text=body)
    _start_workflow(CHECK_WORKFLOW, BRANCH)


def _start_workflow(workflow: str, branch: str) -> None:
    if Path(".github", "workflows", workflow).is_file():
        _gh("workflow", "run", workflow, "--ref", branch)


def _list(kind: str, *which: str) -> list[dict[str, Any]]:
    found = json.loads(_gh(kind, "list", *which, "--limit", "1", "--json", "number,state") or "[]")
    if not isinstance(found, list):
        raise GitHubError(_("gh does not list any %(kind)s.", kind=kind))
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
