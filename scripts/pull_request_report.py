#!/usr/bin/env python3
"""Say what a change does to the catalog and its site, as Markdown for a pull request.

With --since, compares the catalog with an earlier commit. On GitHub this runs
with the code of the pull request, which may be anybody's; so what is found is
handed over with --json, and said with --from by a run that trusts nothing in it.

Exit status: 0 said, 2 could not run.
"""

from __future__ import annotations

import argparse
import datetime
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from environment import ROOT, enter

enter("catalog")

from resource_catalog.catalog import Catalog
from resource_catalog.change.compare import compared, link_states, refused
from resource_catalog.change.findings import LARGEST, Findings, Unreadable, read
from resource_catalog.change.said import said
from resource_catalog.check import open_catalog
from resource_catalog.links.standing import Standings
from resource_catalog.load import UnusableFolder
from resource_catalog.render import Renderer
from resource_catalog.site import Site

_RUN = re.compile(r"https://[\w.-]+/[\w.-]+/[\w.-]+/actions/runs/\d+")


class CannotRun(Exception):
    """There is nothing to compare. The message says why."""


def main() -> int:
    """Run the command; gives the exit status."""
    options = _parser().parse_args()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        findings = _given(options.given) if options.given else _found(options)
        closing = _closing(options.run_url)
    except (CannotRun, UnusableFolder, Unreadable) as error:
        print(error, file=sys.stderr)
        return 2
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(findings.model_dump_json(indent=1), encoding="utf-8")
    print(said(findings, closing), end="")
    return 0


def _given(path: Path) -> Findings:
    """Findings from a file that anyone may have made."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with open(descriptor, "rb") as stream:
            return read(stream.read(LARGEST + 1))
    except OSError as error:
        raise CannotRun(f"{path}: {error.strerror}.") from None


def _found(options: argparse.Namespace) -> Findings:
    catalog, problems = open_catalog(options.catalog)
    if catalog is None:
        return refused(problems)
    moment = datetime.datetime.now(datetime.UTC)
    with tempfile.TemporaryDirectory() as folder:
        before = _before(options.catalog, options.since, Path(folder))
        findings = compared(
            _site(before, moment) if before else None, _site(catalog, moment), _renderer
        )
    links = link_states(_links(options.links)) if options.links else None
    return findings.model_copy(update={"links": links})


def _before(catalog: Path, ref: str, folder: Path) -> Catalog | None:
    """The catalog as it was where the branches parted; None where there was no sound one."""
    if ref.startswith("-"):
        raise CannotRun(f"“{ref}” is not a commit.")
    commit = _git(catalog, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    if commit is None:
        raise CannotRun(f"git knows no commit “{ref}” here.")
    base = _git(catalog, "merge-base", commit.decode().strip(), "HEAD") or commit
    root = _git(catalog, "rev-parse", "--show-toplevel") or b"."
    place = _git(catalog, "rev-parse", "--show-prefix") or b""
    name = f"{base.decode().strip()}:{place.decode().strip().rstrip('/')}"
    packed = _git(Path(os.fsdecode(root.rstrip(b"\n"))), "archive", "--format=tar", name)
    if packed is None:
        return None
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    try:
        return open_catalog(folder)[0]
    except UnusableFolder:
        return None


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints, or None when it fails."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False
        )
    except OSError as error:
        raise CannotRun(f"git cannot be run: {error.strerror}.") from None
    return done.stdout if done.returncode == 0 else None


def _links(path: Path) -> Any:
    """What the link watch wrote; nothing where it did not get so far."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _site(catalog: Catalog, moment: datetime.datetime) -> Site:
    return Site(catalog, Standings(catalog, moment.date()), lambda path: f"/{path}", moment)


def _renderer(site: Site) -> Any:
    return Renderer(ROOT / "overrides" / "catalog", site).html


def _closing(run_url: str | None) -> str:
    if not run_url:
        return ""
    if not _RUN.fullmatch(run_url):
        raise CannotRun(f"“{run_url}” is not the address of a run of a workflow.")
    return (
        f"**To try it:** the site as it would be is under *Artifacts* of [this run]({run_url}). "
        "Unpack it and open “Start here.html”."
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--since", metavar="GITREF", help="compare with this commit")
    what.add_argument(
        "--from", dest="given", type=Path, metavar="FILE", help="say what --json handed over"
    )
    add = parser.add_argument
    add("--catalog", type=Path, default=Path("catalog"), metavar="DIR", help="default: %(default)s")
    add("--links", type=Path, metavar="FILE", help="what check_links.py wrote with --json")
    add("--json", type=Path, metavar="FILE", help="also write what was found")
    add("--run-url", metavar="URL", help="the run of the workflow that keeps the site to try")
    return parser


if __name__ == "__main__":
    sys.exit(main())
