"""Read a mapping file, which maps foreign columns and values to those of the catalog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from resource_catalog.loading.convert.record_conversion import to_record
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.loading.yaml.entry_writer import key_lines
from resource_catalog.model.field_types import Line
from resource_catalog.model.field_types.texts import LINE_LENGTH
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.record import Record

IGNORE = "ignore"
"""The target of columns that are not imported, and of words that mean an empty cell."""

Meaning = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LINE_LENGTH)]
"""What a word means; empty if it means an empty cell."""


Word = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LINE_LENGTH)
]
"""A word as it stands in their table, which may be anything, such as #N/A."""


class ColumnMapping(Record):
    """The contents of a mapping file."""

    columns: Mapping[str, Line] = Field(
        {}, description="Their heading: the name of our column, or ignore."
    )
    values: Mapping[str, Mapping[str, Meaning]] = Field(
        {}, description="Our column: their word: ours, or ignore for an empty cell."
    )
    empty: tuple[Word, ...] = Field((), description="Words that mean an empty cell, such as N/A.")
    defaults: Mapping[str, Line] = Field(
        {}, description="Our column: what an empty cell of a new entry stands for."
    )
    separator: str | None = Field(
        None, min_length=1, description="What stands between several things in one of their cells."
    )
    separators: Mapping[str, str] = Field(
        {}, description="Our column: what stands between several things in its cells."
    )
    dates: Literal["day-first", "month-first"] | None = Field(
        None, description="What 4/9/2017 means: day-first for 4 September, or month-first."
    )


NO_MAPPING = ColumnMapping.model_validate({})


def read_mapping(path: Path) -> tuple[ColumnMapping | None, list[Problem]]:
    """Read a mapping file; None when anything is wrong with it."""
    document, problems = yaml_file.read(path)
    if document is None:
        return None, problems
    mapping, found = to_record(ColumnMapping, document, document.data)
    problems += found
    return (None if problems else mapping), problems


def mapping_text(unknown: Sequence[tuple[str, str | None]]) -> str:
    """A mapping file for the headings that may mean a column; empty if there are none."""
    proposed: Mapping[str, str] = {heading: likely for heading, likely in unknown if likely}
    return "".join(f"{line}\n" for line in key_lines("columns", proposed)) if proposed else ""
