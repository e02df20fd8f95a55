"""Find out what the columns of a table mean, and say what is wrong or guessed about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from resource_catalog.contribute.import_table.cell_values import CellReader, looks_like_comma_list
from resource_catalog.contribute.import_table.heading_columns import Headings, normalized
from resource_catalog.contribute.import_table.mapping_file import IGNORE, ColumnMapping
from resource_catalog.contribute.import_table.proposals.heading_words import TAKEN, possible_columns
from resource_catalog.contribute.import_table.proposals.proposed_columns import proposed_columns
from resource_catalog.contribute.import_table.table import Table, column_letters
from resource_catalog.exports.spreadsheet import cells
from resource_catalog.exports.spreadsheet.columns import Column
from resource_catalog.loading.tags import Facets
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.model.messages import _, ngettext
from resource_catalog.model.problems import Problem, quoted


@dataclass(frozen=True)
class TableColumns:
    """The columns of a catalog that those of a table mean; None for columns that are left out.

    ``unknown`` are pairs of a heading that is left out and the column that it may mean. ``notes``
    are sentences about what was guessed.
    """

    columns: tuple[Column | None, ...]
    problems: tuple[Problem, ...]
    unknown: tuple[tuple[str, str | None], ...]
    notes: tuple[str, ...]


def match_columns(
    table: Table,
    headings: Headings,
    mapping: ColumnMapping,
    name: str,
    is_term: Callable[[Column, str], bool],
) -> TableColumns:
    """Match the columns of a table. ``name`` is the name of its file.

    ``is_term`` returns whether a word is an allowed value of a column.
    """
    columns = [headings.column(heading) for heading in table.headings]
    notes = list(_take_their_words(table, headings, columns))
    notes += _unnamed_columns(table)
    problems = (
        *_mapping_problems(headings, mapping, name),
        *_heading_problems(table, columns, name),
    )
    unknown = proposed_columns(table, columns, headings, is_term)
    return TableColumns(tuple(columns), problems, tuple(unknown), tuple(notes))


def list_separators(
    table: Table,
    columns: Sequence[Column | None],
    headings: Headings,
    mapping: ColumnMapping,
    facets: Facets,
) -> tuple[dict[YamlPath, str], list[str]]:
    """What stands between several things in a cell, by column, and notes on what was guessed."""
    found: dict[YamlPath, str] = {}
    notes: list[str] = []
    given = {
        column.path: separator
        for theirs, separator in mapping.separators.items()
        if (column := headings.column_by_name(theirs)) is not None
    }
    reader = CellReader(facets, mapping, headings, {})
    for place, column in enumerate(columns):
        if column is None or not column.is_list:
            continue
        if separator := given.get(column.path) or mapping.separator:
            found[column.path] = separator
            continue
        texts = [row[place].strip() for _, row in table.rows if place < len(row)]
        with_commas = [text for text in texts if "," in text]
        if not with_commas or any(cells.SEPARATOR in text or "\n" in text for text in texts):
            continue
        heading = quoted(table.headings[place])
        if column.terms:

            def is_known(word: str, column: Column = column) -> bool:
                meaning = reader.meaning(column, word)
                return meaning != word or reader.certain_term(column, word) is not None

            if looks_like_comma_list(texts, is_known):
                found[column.path] = ","
                notes.append(
                    _("The cells of %(column)s were read as lists with commas.", column=heading)
                )
        elif len(with_commas) > 1:
            notes.append(
                _(
                    "%(cells)s cells of %(column)s have commas, which were read as part of a name. "
                    "If they stand between names, write “%(line)s” in a mapping file.",
                    cells=len(with_commas),
                    column=heading,
                    line=f"separators: {{{column.name}: ','}}",
                )
            )
    return found, notes


def _take_their_words(
    table: Table, headings: Headings, columns: list[Column | None]
) -> Iterator[str]:
    """Fill in columns whose headings are other words for ours, with a note on each."""
    taken = {column.name for column in columns if column is not None}
    for place, heading in enumerate(table.headings):
        name = TAKEN.get(normalized(heading))
        if name is None or name in taken or columns[place] is not None:
            continue
        if not headings.is_ignored(heading):
            columns[place] = headings.column_by_name(name)
            taken.add(name)
            yield _("%(heading)s was read as “%(name)s”.", heading=quoted(heading), name=name)


def _unnamed_columns(table: Table) -> Iterator[str]:
    for place, heading in enumerate(table.headings):
        filled = sum(1 for _, row in table.rows if place < len(row) and row[place].strip())
        if not heading and filled:
            yield ngettext(
                "Column %(column)s has no heading, so the one cell in it was left out.",
                "Column %(column)s has no heading, so its %(num)s cells were left out.",
                filled,
                column=column_letters(place + 1),
            )


def _mapping_problems(headings: Headings, mapping: ColumnMapping, file: str) -> Iterator[Problem]:
    named = [name for name in mapping.columns.values() if name != IGNORE]
    for name in (*named, *mapping.values, *mapping.defaults, *mapping.separators):
        if headings.column_by_name(name) is None:
            likely = next(possible_columns(name, headings.names), None)
            hint = _("Write one of ours, or ignore.")
            if likely:
                hint = _("Did you mean “%(match)s”?", match=likely)
            message = _(
                "The mapping names a column “%(name)s” that the catalog does not have.", name=name
            )
            yield Problem(file, 1, 1, "unknown-key", message, hint)


def _heading_problems(
    table: Table, columns: Sequence[Column | None], file: str
) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for place, (heading, column) in enumerate(zip(table.headings, columns, strict=True), 1):
        if column is None:
            continue
        other = seen.setdefault(column.name, heading)
        if other != heading or [c for c in columns[: place - 1] if c == column]:
            message = _(
                "“%(other)s” and “%(heading)s” both mean the column “%(column)s”.",
                other=other,
                heading=heading,
                column=column.name,
            )
            hint = _("Take one of them out, or map it to “ignore”.")
            yield Problem(file, 1, place, "duplicate-key", message, hint)
    if not {"id", "title"} & seen.keys():
        message = _("No column is called “title” or “id”, so nothing can be taken from here.")
        hint = _("Name the columns in the first row, or say in a mapping file what they mean.")
        yield Problem(file, 1, 1, "missing-key", message, hint)
