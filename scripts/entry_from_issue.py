#!/usr/bin/env python3
"""Make an entry from an issue that suggests a resource.

Reads the text of the issue from a file, from standard input, or from GitHub's
event file. Prints the entry, and on standard error what is wrong with it. With
--out, also writes the reply for GitHub.

Exit status: 0 the entry can be added, 1 there are problems, 2 could not run.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from environment import default_catalog, enter

enter("catalog")

from console.streams import escape_unencodable
from console.valid_catalog import InvalidCatalogError, load_valid_catalog
from console.write_errors import not_written
from resource_catalog.contribute.issue_forms import replies
from resource_catalog.contribute.issue_forms.dry_run import mended_dry_run
from resource_catalog.contribute.issue_forms.issue_event import (
    UnreadableEventError,
    parse_issue_event,
)
from resource_catalog.contribute.issue_forms.issue_to_entry import Draft, Issue, draft_entry
from resource_catalog.contribute.likely_duplicates import likely_duplicates
from resource_catalog.contribute.pull_request.findings_schema import LinkState, parse_link_states
from resource_catalog.links.record.state_rules import BROKEN_VERDICTS
from resource_catalog.loading.folder_layout import ENTRIES
from resource_catalog.loading.saving.whole_file import only_writer, write_file
from resource_catalog.model import problems
from resource_catalog.model.messages import _

MAX_BYTES = 4_000_000


def main() -> int:
    """Run the command; return the exit status."""
    options = _parser().parse_args()
    escape_unencodable(encoding="utf-8")
    try:
        issue = _issue(options)
        catalog = load_valid_catalog(options.catalog, closing=_("Fix the catalog first."))
    except (UnreadableEventError, InvalidCatalogError) as error:
        print(error, file=sys.stderr)
        return 2
    draft = draft_entry(issue, catalog, options.today)
    found: list[problems.Problem] = []
    if draft.text:
        text, remarks, found = mended_dry_run(
            options.catalog, draft.entry_id, draft.text, options.today
        )
        draft = dataclasses.replace(draft, text=text, remarks=(*draft.remarks, *remarks))
    similar = likely_duplicates([draft.title] if draft.title else [], draft.urls, catalog.listed)
    print(draft.text, end="")
    for remark in draft.remarks:
        print(problems.printable(remark, keep=problems.NO_BREAK_SPACES), file=sys.stderr)
    if found:
        print(problems.as_text(found), file=sys.stderr)
    for match in similar:
        like = _("Like %(id)s: %(why)s.", id=match.entry.id, why=match.why)
        print(like, file=sys.stderr)
    broken = [state for state in _link_states(options.links) if state.verdict in BROKEN_VERDICTS]
    texts = {
        "comment.md": replies.issue_comment(draft, found, similar, broken),
        "proposal.md": replies.pull_request_body(issue, draft, found, similar),
        "title.txt": replies.pull_request_title(draft) + "\n",
        "commit.txt": replies.commit_message(issue, draft),
        "name.txt": f"{draft.entry_id}\n",
    }
    try:
        if options.out:
            _write(options.out, texts)
        if options.write and draft.text:
            _add(options.catalog, draft)
    except OSError as error:
        print(not_written(error, options.catalog), file=sys.stderr)
        return 2
    return 1 if found or not draft.text else 0  # remarks are guesses, for a person to look at


def _issue(options: argparse.Namespace) -> Issue:
    if options.event:
        return parse_issue_event(_read(options.event))
    return Issue(_read(options.body), number=options.number)


def _link_states(path: str | None) -> Sequence[LinkState]:
    """What the link checker has found; nothing where it has not written that."""
    try:
        return parse_link_states(json.loads(_read(path))) or () if path else ()
    except (UnreadableEventError, ValueError, RecursionError):
        return ()


def _read(path: str) -> str:
    try:
        if path == "-":
            raw = sys.stdin.buffer.read(MAX_BYTES)
        else:
            with open(path, "rb") as stream:
                raw = stream.read(MAX_BYTES)
    except OSError as error:
        raise UnreadableEventError(f"{path}: {error.strerror}.") from None
    return raw.decode("utf-8-sig", "replace")


def _write(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        write_file(folder / name, text)


def _add(catalog: Path, draft: Draft) -> None:
    """Write the entry into the catalog. Raises ``FileExistsError`` rather than overwrite."""
    path = catalog / ENTRIES / f"{draft.entry_id}.yml"
    path.parent.mkdir(exist_ok=True)  # a new catalog may have no entries
    with only_writer(catalog):
        write_file(path, draft.text, over=False, inside=catalog)
    print(_("%(file)s written", file=path.as_posix()), file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    given = parser.add_mutually_exclusive_group(required=True)
    given.add_argument("--body", metavar="FILE", help="the text of the issue; - for standard input")
    given.add_argument("--event", metavar="FILE", help="GitHub's description of an event, as JSON")
    add = parser.add_argument
    add("--number", type=int, metavar="N", help="the number of the issue, with --body")
    add(
        "--catalog",
        type=Path,
        default=Path(default_catalog()),
        metavar="DIR",
        help="default: %(default)s",
    )
    add("--links", metavar="FILE", help="what check_links.py wrote with --json, for the comment")
    add("--write", action="store_true", help="put the entry into the catalog")
    add("--out", type=Path, metavar="DIR", help="write the comment, the commit message and so on")
    add(
        "--today",
        type=datetime.date.fromisoformat,
        default=datetime.date.today(),
        metavar="DATE",
        help="the day it is added, such as 2026-11-21 (default: today)",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
