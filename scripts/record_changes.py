#!/usr/bin/env python3
"""Record what has changed about the resources, so that readers hear of it.

Compares the link, date of publication and access of every entry with changes.jsonl in the catalog,
and records every difference with its day. From the next build on, feeds, pages and links with
?since= show it. Run it before you publish the site, and commit the file with the rest; the same
files always make the same site. The first run records the present state. With --check nothing is
written.

Exit status: 0 recorded, or nothing has changed, 1 there is something to record (with --check), 2
the catalog or its file cannot be used.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from environment import default_catalog, enter

enter()

from console.streams import escape_unencodable
from console.write_errors import nothing_changed
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.folder_layout import CHANGE_LOG_FILE, UnusableFolderError
from resource_catalog.loading.saving.file_changes import (
    FileChange,
    FileChangedError,
    save_changes,
)
from resource_catalog.model import change_log, problems
from resource_catalog.model.change_log import DamagedChangeLogError, EntryState
from resource_catalog.model.messages import _, ngettext


def main() -> int:
    """Run the command; return the exit status."""
    options = _parser().parse_args()
    escape_unencodable()
    folder = Path(options.folder)
    try:
        catalog, found = open_catalog(folder, today=datetime.date.today())
    except UnusableFolderError as error:
        print(error, file=sys.stderr)
        return 2
    if catalog is None:
        print(problems.as_text(found), problems.summary(found), sep="\n", file=sys.stderr)
        return 2
    file = folder / CHANGE_LOG_FILE
    try:
        before = file.read_text(encoding="utf-8") if file.exists() else None
        states = change_log.parse(before or "")
        now = change_log.updated(states, catalog.entries.values(), options.on)
        text = change_log.as_text(now)
        if text != (before or "") and not options.check:
            save_changes(folder, [FileChange(CHANGE_LOG_FILE, CHANGE_LOG_FILE, before, text)])
    except DamagedChangeLogError as error:
        print(f"{file}:{error.line}: {error}", file=sys.stderr)
        return 2
    except UnicodeDecodeError as error:
        print(f"{file}: {error}", file=sys.stderr)
        return 2
    except (OSError, FileChangedError) as error:
        print(nothing_changed(error, file), file=sys.stderr)
        return 2
    new = list(_new_changes(states, now))
    print(*new, sep="\n", end="\n" if new else "")
    print(_summary(len(new), len(now)))
    return 1 if options.check and text != (before or "") else 0


def _new_changes(before: dict[str, EntryState], now: dict[str, EntryState]) -> list[str]:
    """A line for each change that was not recorded before."""
    return [
        f"{entry_id}: {change.what} {f'{change.before} → {change.after}'.strip(' →')}".rstrip()
        for entry_id, state in now.items()
        for change in state.changes
        if entry_id in before and change not in before[entry_id].changes
    ]


def _summary(new: int, entries: int) -> str:
    changes = ngettext("%(num)s change", "%(num)s changes", new)
    return _("%(changes)s in %(entries)s resources", changes=changes, entries=entries)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("folder", nargs="?", default=default_catalog(), metavar="DIR", help="default: %(default)s")
    add("--check", action="store_true", help="write nothing; show what would be recorded")
    add(
        "--on",
        type=datetime.date.fromisoformat,
        default=datetime.date.today(),
        metavar="DAY",
        help="the day of the changes, such as 2026-11-21 (default: today)",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
