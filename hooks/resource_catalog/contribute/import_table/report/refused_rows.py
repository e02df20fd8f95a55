"""Write the refused rows of a table as a table of their own, with the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from resource_catalog.contribute.import_table.heading_columns import REASONS
from resource_catalog.contribute.import_table.import_plan import ImportPlan
from resource_catalog.contribute.import_table.report.problem_groups import is_in_table
from resource_catalog.contribute.import_table.table import Table
from resource_catalog.exports.spreadsheet.cells import escape_formula, unescape_formula
from resource_catalog.exports.spreadsheet.csv_text import csv_file


def refused_table(table: Table, plan: ImportPlan) -> bytes:
    """The refused rows as CSV, under their own headings and with a column of reasons.

    The import leaves that column out, so that the table can be mended and brought back.
    """
    reasons: defaultdict[int, list[str]] = defaultdict(list)
    for problem in filter(is_in_table, plan.problems):
        reasons[problem.line].append(f"{problem.sentence} {problem.hint}".strip())
    refused = {change.row for change in plan.changes if change.outcome == "refused"}
    kept = [place for place, heading in enumerate(table.headings) if heading != REASONS]
    headings = [table.headings[place] for place in kept]
    rows = [[*headings, REASONS]]
    for number, cells in table.rows:
        if number in refused:
            texts = [_cell(cells, place) for place in kept]
            rows.append([*texts, escape_formula("\n".join(reasons[number]))])
    return csv_file(rows)


def _cell(cells: Sequence[str], place: int) -> str:
    cell = cells[place] if place < len(cells) else ""
    return escape_formula(unescape_formula(cell))
