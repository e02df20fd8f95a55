"""Format the report on a table: how it was read, what is wrong, and what becomes of each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from resource_catalog.contribute.import_table.import_plan import (
    ImportPlan,
    RowChange,
    outcome_counts,
)
from resource_catalog.contribute.import_table.read_table import SEPARATORS
from resource_catalog.contribute.import_table.report.column_suggestions import (
    facet_columns,
    form_lines,
    unknown_heading_lines,
)
from resource_catalog.contribute.import_table.report.problem_groups import (
    group_lines,
    is_in_table,
    named_rows,
    problem_groups,
)
from resource_catalog.contribute.import_table.report.text_link_lines import (
    taken_links,
    text_link_lines,
)
from resource_catalog.contribute.import_table.table import Table, column_letters
from resource_catalog.model.messages import N_, _, alternatives, ngettext
from resource_catalog.model.problems import Problem, printable, quoted

MAX_TITLE_LENGTH = 50
MAX_ROWS_LISTED = 60
"""How many new rows are listed one by one; of more, only those are that need a look."""
MANY_PROBLEMS = 12
"""From how many problems on they are counted by kind before they are listed."""
_OUTCOMES = {"new": N_("new"), "changed": N_("changed")}
"""What the table calls the rows that are taken."""


def report_lines(name: str, table: Table, plan: ImportPlan) -> Iterator[str]:
    """The lines of the report on a table from the file ``name``."""
    yield _how_it_was_read(name, table)
    if table.is_encoding_guessed:
        yield _(
            "It is not UTF-8, so it was read as %(encoding)s. Does “%(word)s” look right? If "
            "not, save it as “CSV UTF-8”, or name the encoding with --encoding.",
            encoding=table.encoding,
            word=table.sample_word,
        )
    yield from table.notes
    yield from plan.notes
    yield from unknown_heading_lines(plan, table)
    if rows := plan.without_summary:
        yield ngettext(
            "%(num)s row has no summary, which readers see as missing: %(rows)s.",
            "%(num)s rows have no summary, which readers see as missing: %(rows)s.",
            len(rows),
            rows=named_rows(rows),
        )
    if rows := plan.without_access:
        yield ngettext(
            "%(num)s row does not say how readers get it, so access is not known: %(rows)s.",
            "%(num)s rows do not say how readers get it, so access is not known: %(rows)s.",
            len(rows),
            rows=named_rows(rows),
        )
    if rows := plan.assumed_html:
        yield _(
            "format: html is assumed for links in %(rows)s, whose addresses do not show it.",
            rows=_rows(rows),
        )
    yield from text_link_lines(plan)
    in_table, in_catalog = _by_place(plan)
    groups = problem_groups(in_table, table.headings)
    if len(in_table) >= MANY_PROBLEMS:
        yield ""
        for group in groups:
            yield from group_lines(group)
        yield ""
    yield from form_lines(groups, table)
    yield from (_problem_line(problem, table) for problem in in_table)
    yield from map(str, in_catalog)
    yield from _table(plan.changes)
    counts = outcome_counts(plan)
    if counts:
        yield _(
            "%(new)s new, %(changed)s changed, %(same)s same, %(refused)s refused.",
            **{outcome: counts[outcome] for outcome in ("new", "changed", "same", "refused")},
        )


def report_data(name: str, table: Table, plan: ImportPlan) -> dict[str, Any]:
    """The report as data for programs. Keys are added, never renamed."""
    in_table, in_catalog = _by_place(plan)
    facets = facet_columns(plan, table)
    return {
        "file": name,
        "rows": len(table.rows),
        "notes": [*table.notes, *plan.notes],
        "unknown_columns": [
            {"heading": heading, "proposed": likely, "could_be_facet": heading in facets}
            for heading, likely in plan.unknown_headings
        ],
        "without_summary": list(plan.without_summary),
        "assumed_open": [],  # nothing is any more; keys are never taken away
        "without_access": list(plan.without_access),
        "assumed_html": list(plan.assumed_html),
        "text_links": [
            {"row": row, "column": column, "label": link.words, "url": link.url}
            for row, column, link in taken_links(plan)
        ],
        "texts_with_links": [
            {"row": row, "column": column} for row, column in plan.text_links.left
        ],
        "groups": [
            {
                "code": group.code,
                "heading": group.heading,
                "count": group.count,
                "message": group.sentence,
                "rows": list(group.rows),
                "words": [
                    {"message": word.message, "hint": word.hint, "rows": list(word.rows)}
                    for word in group.words
                ],
            }
            for group in problem_groups(in_table, table.headings)
        ],
        "problems": [
            {
                "row": problem.line,
                "cell": f"{column_letters(problem.column)}{problem.line}",
                "heading": _heading(problem, table),
                "code": problem.code,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in in_table
        ],
        "catalog_problems": [
            {
                "file": problem.file,
                "line": problem.line,
                "column": problem.column,
                "code": problem.code,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in in_catalog
        ],
        "changes": [
            {
                "row": change.row,
                "outcome": change.outcome,
                "id": change.id,
                "title": change.title,
                "keys": list(change.keys),
                "similar": list(change.similar),
            }
            for change in plan.changes
        ],
        "counts": dict(outcome_counts(plan)),
    }


def _rows(rows: Sequence[int]) -> str:
    """``3 rows (2, 4, 8)``."""
    number = ngettext("%(num)s row", "%(num)s rows", len(rows))
    return f"{number} ({named_rows(rows)})"


def count(number: int, one: str) -> str:
    """``1 row`` or ``3 rows``."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def _how_it_was_read(name: str, table: Table) -> str:
    rows = ngettext("%(num)s row", "%(num)s rows", len(table.rows))
    if table.sheet:
        sheet = quoted(table.sheet)
        return _("%(file)s: %(rows)s, from the sheet %(sheet)s.", file=name, rows=rows, sheet=sheet)
    known = SEPARATORS.get(table.separator)
    return _(
        "%(file)s: %(rows)s, %(encoding)s, separated by %(separator)s.",
        file=name,
        rows=rows,
        encoding=table.encoding,
        separator=_(known) if known else f"“{table.separator}”",
    )


def _by_place(plan: ImportPlan) -> tuple[list[Problem], list[Problem]]:
    """The problems in the table, and those in files of the catalog."""
    in_table = [problem for problem in plan.problems if is_in_table(problem)]
    return in_table, [problem for problem in plan.problems if not is_in_table(problem)]


def _table(changes: Sequence[RowChange]) -> Iterator[str]:
    """The rows that are taken; of many new ones, only those that need a look."""
    taken = [change for change in changes if change.outcome not in ("same", "refused")]
    shown = taken
    if len(taken) > MAX_ROWS_LISTED:
        shown = [c for c in taken if c.outcome == "changed" or c.similar]
    rows = [(_("row"), _("what"), _("id"), _("title"))]
    rows += [(str(c.row), _(_OUTCOMES[c.outcome]), c.id, _short(c.title)) for c in shown]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for index, row in enumerate(rows if shown else ()):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        line = "  ".join(cells).rstrip()
        if index:
            change = shown[index - 1]
            if change.keys:
                line += f"  ({', '.join(change.keys)})"
            if change.similar:
                same = _("Is it the same as %(entries)s?", entries=alternatives(change.similar))
                line += f"  {same}"
        yield line
    if left := len(taken) - len(shown):
        yield ngettext(
            "%(num)s new row not listed here; --format json lists them all.",
            "%(num)s new rows not listed here; --format json lists them all.",
            left,
        )


def _problem_line(problem: Problem, table: Table) -> str:
    """A problem with the name of its cell."""
    cell = f"{column_letters(problem.column)}{problem.line}"
    heading = _heading(problem, table)
    text = f"{cell} ({heading}): {problem.code} {problem.message} {problem.hint}"
    return text.rstrip()


def _heading(problem: Problem, table: Table) -> str:
    return table.headings[problem.column - 1] if problem.column <= len(table.headings) else ""


def _short(title: str) -> str:
    line = printable(" ".join(title.split()))
    return line if len(line) <= MAX_TITLE_LENGTH else f"{line[: MAX_TITLE_LENGTH - 1]}…"
