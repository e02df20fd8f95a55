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
import io
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from environment import enter

enter()

from resource_catalog import documents, problems
from resource_catalog.load import Loaded, UnusableFolderError, load
from resource_catalog.problems import Problem
from resource_catalog.tables.mapping import NO_MAPPING, Mapped, read_mapping
from resource_catalog.tables.plan import Change, Plan, Planner, summary
from resource_catalog.tables.reading import (
    MAX_BYTES,
    SEPARATORS,
    Table,
    UnreadableTable,
    read_table,
)
from resource_catalog.together import ChangedMeanwhile, write_together

TITLE_LENGTH = 50


class Unusable(Exception):
    """Nothing can be done with what was given. The message says why."""


def main() -> int:
    """Run the command; gives the exit status."""
    arguments = _arguments()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what a console cannot show must not stop us
            stream.reconfigure(errors="backslashreplace")
    if hasattr(signal, "SIGPIPE"):  # as in “import_csv.py table.csv --dry-run | head”
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        loaded = _loaded(arguments.folder)
        planner = Planner(
            loaded,
            _mapping(arguments.map),
            documents.display_path(arguments.file),
            update=arguments.update,
            added=datetime.date.today().isoformat() if arguments.today else None,
        )
        table = read_table(_bytes(arguments.file), planner.is_known, arguments.encoding)
        plan = planner.plan(table)
        print("\n".join(_report(arguments.file.name, table, plan)))
        if plan.problems:
            print(f"Nothing was written: {_refusal(plan)}.")
            return 1
        if arguments.dry_run:
            print("Nothing was written, since this was a dry run.")
            return 0
        write_together(plan.texts, plan.before)
        print(
            f"{_count(len(plan.texts), 'file')} written to {documents.display_path(loaded.folder)}."
        )
    except (Unusable, UnusableFolderError, UnreadableTable) as error:
        print(error, file=sys.stderr)
        return 2
    except ChangedMeanwhile as error:
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


def _loaded(folder: Path) -> Loaded:
    """A catalog in which each file can be read; what is wrong between files, a table may mend."""
    loaded = load(folder)
    if found := sorted(loaded.problems):
        raise Unusable(
            f"{problems.as_text(found)}\n{problems.count(found)}: mend the catalog first."
        )
    return loaded


def _mapping(path: Path | None) -> Mapped:
    if path is None:
        return NO_MAPPING
    mapped, found = read_mapping(path)
    if mapped is None:
        raise Unusable(problems.as_text(found))
    return mapped


def _bytes(path: Path) -> bytes:
    raw = documents.read_bytes(path, MAX_BYTES)
    if isinstance(raw, tuple):
        _, message, hint = raw
        raise Unusable(f"{documents.display_path(path)}: {message} {hint}".strip())
    return raw


def _report(name: str, table: Table, plan: Plan) -> Iterator[str]:
    """What was read, what each row would do, and what is wrong."""
    separator = SEPARATORS.get(table.separator, f"“{table.separator}”")
    yield f"{name}: {_count(len(table.rows), 'row')}, {table.encoding}, separated by {separator}."
    if table.is_guess:
        yield (
            f"It is not UTF-8, so it was read as {table.encoding}. Is “{table.sample}” right? "
            "If not, save it as “CSV UTF-8” or say --encoding."
        )
    for heading, likely in plan.unknown:
        meant = f" Did you mean “{likely}”?" if likely else ""
        yield f"The column {problems.quoted(heading)} is not known and was left out.{meant}"
    yield from _table(plan.changes)
    yield from (_said(problem, table) for problem in plan.problems)
    counts = summary(plan)
    if counts:
        found = [f"{counts[what]} {what}" for what in ("new", "changed", "same", "refused")]
        yield f"{', '.join(found)}."


def _table(changes: Sequence[Change]) -> Iterator[str]:
    shown = [change for change in changes if change.what != "same"]
    rows = [("row", "what", "id", "title")]
    rows += [(str(c.row), c.what, c.id, _short(c.title)) for c in shown]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for index, row in enumerate(rows if shown else ()):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        line = "  ".join(cells).rstrip()
        if index:
            change = shown[index - 1]
            if change.keys:
                line += f"  ({', '.join(change.keys)})"
            if change.near:
                line += f"  Is it the same as {' or '.join(change.near)}?"
        yield line


def _said(problem: Problem, table: Table) -> str:
    """A problem in a row, in the words of a spreadsheet; elsewhere as the check says it."""
    if problem.file.endswith((".yml", ".yaml")):
        return str(problem)
    name = table.headings[problem.column - 1] if problem.column <= len(table.headings) else ""
    cell = f"{_letters(problem.column)}{problem.line}"
    text = f"{cell} ({name}): {problem.code} {problem.message} {problem.hint}"
    return text.rstrip()


def _letters(number: int) -> str:
    """The letters that a spreadsheet shows above a column."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _refusal(plan: Plan) -> str:
    return f"{_count(len(plan.problems), 'problem')} to mend first"


def _short(title: str) -> str:
    line = problems.printable(" ".join(title.split()))
    return line if len(line) <= TITLE_LENGTH else f"{line[: TITLE_LENGTH - 1]}…"


def _count(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


if __name__ == "__main__":
    sys.exit(main())
