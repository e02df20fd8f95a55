"""The report on a table: what was read, what each row would do, and what is wrong, as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resource_catalog.contribute.import_table.import_plan import Plan, RowChange, summary
from resource_catalog.contribute.import_table.read_table import SEPARATORS, Table
from resource_catalog.model.problems import Problem, printable, quoted

TITLE_LENGTH = 50


def report(name: str, table: Table, plan: Plan) -> Iterator[str]:
    """What was read, what each row would do, and what is wrong."""
    separator = SEPARATORS.get(table.separator, f"“{table.separator}”")
    yield f"{name}: {count(len(table.rows), 'row')}, {table.encoding}, separated by {separator}."
    if table.is_guess:
        yield (
            f"It is not UTF-8, so it was read as {table.encoding}. Is “{table.sample}” right? "
            "If not, save it as “CSV UTF-8” or say --encoding."
        )
    for heading, likely in plan.unknown:
        meant = f" Did you mean “{likely}”?" if likely else ""
        yield f"The column {quoted(heading)} is not known and was left out.{meant}"
    yield from _table(plan.changes)
    yield from (_problem_line(problem, table) for problem in plan.problems)
    counts = summary(plan)
    if counts:
        found = [f"{counts[what]} {what}" for what in ("new", "changed", "same", "refused")]
        yield f"{', '.join(found)}."


def count(number: int, one: str) -> str:
    """``1 row`` or ``3 rows``."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def _table(changes: Sequence[RowChange]) -> Iterator[str]:
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


def _problem_line(problem: Problem, table: Table) -> str:
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


def _short(title: str) -> str:
    line = printable(" ".join(title.split()))
    return line if len(line) <= TITLE_LENGTH else f"{line[: TITLE_LENGTH - 1]}…"
