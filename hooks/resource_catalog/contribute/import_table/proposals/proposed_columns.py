"""Propose columns for unknown headings: by their words, where the cells fit, and by the cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from resource_catalog.contribute.import_table.heading_columns import MAX_GROUPS, Headings
from resource_catalog.contribute.import_table.proposals.column_contents import (
    ColumnContents,
    contents_of,
)
from resource_catalog.contribute.import_table.proposals.heading_words import (
    is_other_date,
    possible_columns,
)
from resource_catalog.contribute.import_table.table import Table
from resource_catalog.exports.spreadsheet.columns import Column


def proposed_columns(
    table: Table,
    columns: Sequence[Column | None],
    headings: Headings,
    is_term: Callable[[Column, str], bool],
) -> list[tuple[str, str | None]]:
    """Pairs of an unknown heading and the column that it may mean; None rather than a wrong one.

    ``columns`` are those of the known headings, and None.
    """
    unknown = {
        place: contents_of(table, place)
        for place, (heading, column) in enumerate(zip(table.headings, columns, strict=True))
        if column is None and heading and not headings.is_ignored(heading)
    }
    taken = {column.name for column in columns if column is not None}
    found: dict[int, str] = {}
    for place, contents in unknown.items():
        free = [name for name in headings.names if name not in taken]
        for name in possible_columns(table.headings[place], free):
            column = headings.column_by_name(name)
            if column is not None and contents.fit(column, is_term):
                found[place] = name
                taken.add(name)
                break
    for place, contents in unknown.items():
        if place not in found and (by_cells := _by_cells(table, place, contents, taken, unknown)):
            found[place] = by_cells
            taken.add(by_cells)
    return [(table.headings[place], found.get(place)) for place in unknown]


def _by_cells(
    table: Table,
    place: int,
    contents: ColumnContents,
    taken: set[str],
    unknown: dict[int, ColumnContents],
) -> str | None:
    """The column that only the cells speak for, where they leave no choice."""
    if contents.are_addresses:
        return next(
            (
                f"link_{number}_url"
                for number in range(1, MAX_GROUPS + 1)
                if f"link_{number}_url" not in taken
            ),
            None,
        )
    if contents.are_dates and not contents.are_numbers:
        others = [other for at, other in unknown.items() if at != place and other.are_dates]
        is_only = not others and not is_other_date(table.headings[place])
        return "published" if is_only and not {"published", "added"} & taken else None
    if contents.are_long:
        others = [other for at, other in unknown.items() if at != place and other.are_long]
        name = "body" if contents.are_very_long else "summary"
        return name if not others and name not in taken else None
    return None
