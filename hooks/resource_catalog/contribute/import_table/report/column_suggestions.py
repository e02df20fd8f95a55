"""Say what can become of columns that are left out, or refused for their form: lines to copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from resource_catalog.contribute.import_table.import_plan import ImportPlan
from resource_catalog.contribute.import_table.mapping_file import mapping_text
from resource_catalog.contribute.import_table.proposals.column_contents import contents_of
from resource_catalog.contribute.import_table.report.problem_groups import ProblemGroup
from resource_catalog.contribute.import_table.table import Table
from resource_catalog.contribute.new_terms.vocabulary_columns import (
    VocabularyColumn,
    vocabulary_columns,
)
from resource_catalog.loading.yaml.entry_writer import key_lines
from resource_catalog.model.field_types.slugs import suggest_slug
from resource_catalog.model.messages import _, ngettext
from resource_catalog.model.own_fields import is_reserved
from resource_catalog.model.problems import quoted

_FORMS = frozenset({"bad-date", "bad-duration", "bad-language", "unknown-value"})
"""Kinds of problems with the form of a value, which another field would not have."""
_OFTEN = 0.25
"""Which part of the filled cells must be refused for its form to be no slip."""
_MIN_ROWS = 3


def unknown_heading_lines(plan: ImportPlan, table: Table) -> Iterator[str]:
    """The lines on headings that are not known: what each may mean, and what to write."""
    could_be_facets = facet_columns(plan, table)
    others = []
    for heading, likely in plan.unknown_headings:
        meant = _("Did you mean “%(match)s”?", match=likely) if likely else ""
        if column := could_be_facets.get(heading):
            meant = ngettext(
                "It has %(num)s different word, so it could be a facet.",
                "It has %(num)s different words, so it could be a facet.",
                column.words,
            )
        elif not likely:
            others.append(heading)
        name = quoted(heading)
        unknown = _("The column %(heading)s is unknown and was left out.", heading=name)
        yield f"{unknown} {meant}".rstrip()
    if mapping := mapping_text(plan.unknown_headings):
        yield _("If that is what they mean, save this as map.yml and add --map map.yml:")
        yield from (f"    {line}" for line in mapping.splitlines())
    if could_be_facets:
        names = " ".join(_as_argument(heading) for heading in could_be_facets)
        yield ngettext(
            "To make a facet of it, add %(option)s",
            "To make a facet of each, add %(option)s",
            len(could_be_facets),
            option=f"--new-terms {names}",
        )
        yield _(
            "Steps that follow one another can be phases instead: map the column to phases, "
            "and add --new-terms phases."
        )
        if any(column.may_be_type for column in could_be_facets.values()):
            yield _(
                "What says what kind of thing each one is can be the type, which lists show: map "
                "the column to type, and add --new-terms types."
            )
    if others:
        yield _("Facts that only your resources have can be fields of your own, in catalog.yml:")
        yield from (f"    {line}" for line in own_field_lines(others, table))


def facet_columns(plan: ImportPlan, table: Table) -> Mapping[str, VocabularyColumn]:
    """The columns without a meaning that could be facets, by heading."""
    unknown = {heading for heading, likely in plan.unknown_headings if not likely}
    found = vocabulary_columns(table) if unknown else ()
    return {column.heading: column for column in found if column.heading in unknown}


def form_lines(groups: Sequence[ProblemGroup], table: Table) -> Iterator[str]:
    """For each column that is refused in many rows for its form: how to keep it as it is."""
    for group in groups:
        number = len(group.rows)
        if group.code not in _FORMS or not group.heading or number < _MIN_ROWS:
            continue
        if number < _OFTEN * _filled(table, group.heading):
            continue
        name = _field_name(group.heading)
        yield _(
            "%(number)s of %(total)s rows have another form in %(heading)s. To keep it as it is "
            "written, make it a field of your own, in catalog.yml:",
            number=number,
            total=len(table.rows),
            heading=quoted(group.heading),
        )
        yield from (f"    {line}" for line in own_field_lines([group.heading], table, is_text=True))
        yield _("and map the column to it in the mapping file, under “columns:”:")
        yield f"      {key_lines(group.heading, name)[0]}"


def own_field_lines(
    headings: Sequence[str], table: Table, *, is_text: bool = False
) -> Iterator[str]:
    """The lines for ``catalog.yml`` that make fields of columns."""
    yield "fields:"
    for heading in headings:
        contents = contents_of(table, table.headings.index(heading))
        kind = "text" if is_text else contents.own_kind()
        yield f"  - name: {_field_name(heading)}"
        yield f"    {key_lines('label', heading)[0]}"
        yield f"    kind: {kind}"
        if kind == "text" and contents.are_long:
            yield "    search: true"


def _filled(table: Table, heading: str) -> int:
    """In how many rows a column has something."""
    place = table.headings.index(heading)
    return sum(place < len(row) and bool(row[place].strip()) for _number, row in table.rows)


def _field_name(heading: str) -> str:
    name = suggest_slug(heading).replace("-", "_") or "field"
    return f"{name}_text" if is_reserved(name) else name


def _as_argument(heading: str) -> str:
    return heading if heading.replace("-", "").isalnum() else f'"{heading}"'
