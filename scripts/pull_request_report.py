#!/usr/bin/env python3
"""Report what a change does to the catalog and its site, as Markdown for a pull request.

With --since, compares the catalog with an earlier commit. On GitHub this runs
with the code of the default branch, in a job that can write nothing. What is
found still has texts from strangers in it, so it is handed over with --json and
printed with --from by a job that trusts nothing in it.

Exit status: 0 printed, 2 could not run.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from environment import ROOT, default_catalog, enter

enter("catalog")

from console.git import GitError, git_output
from console.streams import escape_unencodable
from resource_catalog.contribute.pull_request.artifact_link import InvalidRunUrlError, artifact_link
from resource_catalog.contribute.pull_request.base_catalog import UnknownCommitError, base_catalog
from resource_catalog.contribute.pull_request.changed_code import changed_code
from resource_catalog.contribute.pull_request.comment import format_comment
from resource_catalog.contribute.pull_request.compare import (
    compare_sites,
    problem_findings,
)
from resource_catalog.contribute.pull_request.findings_schema import (
    MAX_BYTES,
    MAX_ITEMS,
    ChangeFindings,
    InvalidFindingsError,
    findings_json,
    parse_findings,
    parse_link_states,
    truncated,
)
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.folder_layout import UnusableFolderError
from resource_catalog.loading.saving.whole_file import write_file
from resource_catalog.model.catalog import Catalog
from resource_catalog.pages.rendering.renderer import Renderer
from resource_catalog.site.site import Site

CANNOT_RUN = (
    GitError,
    InvalidRunUrlError,
    UnknownCommitError,
    InvalidFindingsError,
    UnusableFolderError,
)


def main() -> int:
    """Run the command; return the exit status."""
    options = _parser().parse_args()
    escape_unencodable(encoding="utf-8")
    try:
        if options.given:
            with suppress(UnusableFolderError):
                load(options.catalog)  # the comment is in its language
        findings = _read_findings(options.given) if options.given else _with_code(options)
        closing = artifact_link(options.run_url) if options.run_url else ""
    except CANNOT_RUN as error:
        print(error, file=sys.stderr)
        return 2
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        write_file(options.json, findings_json(findings))
    print(format_comment(findings, closing), end="")
    return 0


def _read_findings(path: Path) -> ChangeFindings:
    """Read findings from an untrusted file. Raises :class:`InvalidFindingsError`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with open(descriptor, "rb") as stream:
            return parse_findings(stream.read(MAX_BYTES + 1))
    except OSError as error:
        raise InvalidFindingsError(f"{path}: {error.strerror}.") from None


def _with_code(options: argparse.Namespace) -> ChangeFindings:
    """All findings about the change, with the code that it changes."""
    code = changed_code(options.catalog, options.since, git_output)
    return _find_changes(options).model_copy(
        update={
            "code": tuple(map(truncated, code[:MAX_ITEMS])),
            "code_count": len(code),
        }
    )


def _find_changes(options: argparse.Namespace) -> ChangeFindings:
    catalog, problems = open_catalog(options.catalog, today=datetime.date.today())
    if catalog is None:
        return problem_findings(problems)
    moment = datetime.datetime.now(datetime.UTC)
    with tempfile.TemporaryDirectory() as folder:
        before = base_catalog(options.catalog, options.since, Path(folder), git_output)
        findings = compare_sites(
            _site(before, moment) if before else None, _site(catalog, moment), _renderer
        )
    links = parse_link_states(_links(options.links)) if options.links else None
    return findings.model_copy(update={"links": links})


def _links(path: Path) -> Any:
    """The report of the link checker; None if it is missing or incomplete."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _site(catalog: Catalog, moment: datetime.datetime) -> Site:
    return Site(catalog, LinkStatuses(catalog, moment.date()), lambda path: f"/{path}", moment)


def _renderer(site: Site) -> Any:
    return Renderer(ROOT / "overrides" / "catalog", site).html


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--since", metavar="GITREF", help="compare with this commit")
    what.add_argument(
        "--from", dest="given", type=Path, metavar="FILE", help="print what --json handed over"
    )
    add = parser.add_argument
    add(
        "--catalog",
        type=Path,
        default=Path(default_catalog()),
        metavar="DIR",
        help="default: %(default)s",
    )
    add("--links", type=Path, metavar="FILE", help="what check_links.py wrote with --json")
    add("--json", type=Path, metavar="FILE", help="also write what was found")
    add("--run-url", metavar="URL", help="the run of the workflow that keeps the site to try")
    return parser


if __name__ == "__main__":
    sys.exit(main())
