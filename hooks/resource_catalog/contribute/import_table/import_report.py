"""Format the report on a table: how it was read, the outcome of each row, and all problems."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resource_catalog.contribute.import_table.import_plan import (
    ImportPlan,
    RowChange,
    outcome_counts,
)
from resource_catalog.contribute.import_table.read_table import SEPARATORS, Table
from resource_catalog.contribute.import_table.row_document import column_letters
from resource_catalog.model.problems import Problem, printable, quoted

MAX_TITLE_LENGTH = 50


def report_lines(name: str, table: Table, plan: ImportPlan) -> Iterator[str]:
    """The lines of the report."""
    separator = SEPARATORS.get(table.separator, f"“{table.separator}”")
    yield f"{name}: {count(len(table.rows), 'row')}, {table.encoding}, separated by {separator}."
    if table.is_encoding_guessed:
        yield (
            f"It is not UTF-8, so it was read as {table.encoding}. Is “{table.sample_word}” right? "
            "If not, save it as “CSV UTF-8” or say --encoding."
        )
    for heading, likely in plan.unknown_headings:
        meant = f" Did you mean “{likely}”?" if likely else ""
        yield f"The column {quoted(heading)} is not known and was left out.{meant}"
    yield from _table(plan.changes)
    yield from (_problem_line(problem, table) for problem in plan.problems)
    counts = outcome_counts(plan)
    if counts:
        found = [
            f"{counts[outcome]} {outcome}" for outcome in ("new", "changed", "same", "refused")
        ]
        yield f"{', '.join(found)}."


def count(number: int, one: str) -> str:
    """``1 row`` or ``3 rows``."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def _table(changes: Sequence[RowChange]) -> Iterator[str]:
    shown = [change for change in changes if change.outcome != "same"]
    rows = [("row", "what", "id", "title")]
    rows += [(str(c.row), c.outcome, c.id, _short(c.title)) for c in shown]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for index, row in enumerate(rows if shown else ()):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        line = "  ".join(cells).rstrip()
        if index:
            change = shown[index - 1]
            if change.keys:
                line += f"  ({', '.join(change.keys)})"
            if change.similar:
                line += f"  Is it the same as {' or '.join(change.similar)}?"
        yield line


def _problem_line(problem: Problem, table: Table) -> str:
    """A problem, with the name of the spreadsheet cell if it is in the table."""
    if problem.file.endswith((".yml", ".yaml")):
        return str(problem)
    name = table.headings[problem.column - 1] if problem.column <= len(table.headings) else ""
    cell = f"{column_letters(problem.column)}{problem.line}"
    text = f"{cell} ({name}): {problem.code} {problem.message} {problem.hint}"
    return text.rstrip()


def _short(title: str) -> str:
    line = printable(" ".join(title.split()))
    return line if len(line) <= MAX_TITLE_LENGTH else f"{line[: MAX_TITLE_LENGTH - 1]}…"
