#!/usr/bin/env python3
"""Take the rows of a table into a catalog: new entries, and with --update changes to old ones.

FILE may come from Excel, Numbers, LibreOffice or Google Sheets, with commas,
semicolons or tabs. Its first row names the columns; python scripts/export_csv.py
writes a table that shows them. A column that is not there leaves what it would
hold as it is, an empty cell takes it away.

Either every row is taken or nothing is written. Look first with --dry-run.

Exit status: 0 taken, or nothing wrong; 1 rows were refused and nothing was
written; 2 the file or the catalog cannot be used at all.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from environment import enter

enter()

from console.streams import escape_unencodable, exit_on_closed_pipe
from resource_catalog.contribute.atomic_write import FileChangedError, write_files_atomically
from resource_catalog.contribute.import_table.column_mapping import (
    NO_MAPPING,
    ColumnMapping,
    read_mapping,
)
from resource_catalog.contribute.import_table.import_plan import ImportPlanner
from resource_catalog.contribute.import_table.import_report import count, report_lines
from resource_catalog.contribute.import_table.read_table import (
    MAX_BYTES,
    UnreadableTableError,
    read_table,
)
from resource_catalog.loading.catalog_folder import LoadedCatalog, UnusableFolderError, load
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model import problems


class UnusableInputError(Exception):
    """The file, mapping or catalog cannot be used. The message gives the reason."""


def main() -> int:
    """Run the command; return the exit status."""
    arguments = _arguments()
    escape_unencodable()
    exit_on_closed_pipe()
    try:
        loaded = _load(arguments.folder)
        planner = ImportPlanner(
            loaded,
            _mapping(arguments.map),
            yaml_file.display_path(arguments.file),
            update=arguments.update,
            added=datetime.date.today().isoformat() if arguments.today else None,
        )
        table = read_table(_read(arguments.file), planner.is_known, arguments.encoding)
        plan = planner.plan(table)
        print("\n".join(report_lines(arguments.file.name, table, plan)))
        if plan.problems:
            print(f"Nothing was written: {count(len(plan.problems), 'problem')} to mend first.")
            return 1
        if arguments.dry_run:
            print("Nothing was written, since this was a dry run.")
            return 0
        write_files_atomically(plan.new_texts, plan.old_texts)
        written = count(len(plan.new_texts), "file")
        print(f"{written} written to {yaml_file.display_path(loaded.folder)}.")
    except (UnusableInputError, UnusableFolderError, UnreadableTableError) as error:
        print(error, file=sys.stderr)
        return 2
    except FileChangedError as error:
        print(f"{error} Nothing was written; try again.", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename} cannot be written: {error.strerror}.", file=sys.stderr)
        print("Nothing was changed.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped. Nothing was changed.", file=sys.stderr)
        return 2
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the table, as CSV or tabbed text")
    parser.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default="catalog",
        metavar="DIR",
        help="default: %(default)s",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would happen and write nothing"
    )
    parser.add_argument(
        "--update", action="store_true", help="change entries that exist; comments in them stay"
    )
    parser.add_argument(
        "--map",
        type=Path,
        metavar="FILE",
        help="a YAML file that tells what their columns and words mean here: "
        "“columns:” their heading: our column, or ignore; “values:” our column: their word: ours; "
        "“defaults:” our column: what an empty cell of a new entry stands for; "
        "“separator:” what stands between several things in one cell",
    )
    parser.add_argument(
        "--today", action="store_true", help="new entries that name no day were added today"
    )
    parser.add_argument(
        "--encoding", metavar="NAME", help="when letters come out wrong, such as mac-roman"
    )
    return parser.parse_args()


def _load(folder: Path) -> LoadedCatalog:
    """Load a catalog. Problems between files are left: the table may solve them."""
    loaded = load(folder)
    if found := sorted(loaded.problems):
        raise UnusableInputError(
            f"{problems.as_text(found)}\n{problems.summary(found)}: mend the catalog first."
        )
    return loaded


def _mapping(path: Path | None) -> ColumnMapping:
    if path is None:
        return NO_MAPPING
    mapping, found = read_mapping(path)
    if mapping is None:
        raise UnusableInputError(problems.as_text(found))
    return mapping


def _read(path: Path) -> bytes:
    raw = yaml_file.read_bytes(path, MAX_BYTES)
    if isinstance(raw, tuple):
        _, message, hint = raw
        raise UnusableInputError(f"{yaml_file.display_path(path)}: {message} {hint}".strip())
    return raw


if __name__ == "__main__":
    sys.exit(main())
