"""Read a mapping file, which maps foreign columns and values to those of the catalog."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from resource_catalog.loading.convert import to_record
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.field_types import Line
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.record import Record

IGNORE = "ignore"
"""The target of columns that are not imported."""


class ColumnMapping(Record):
    """The contents of a mapping file."""

    columns: Mapping[str, Line] = Field(
        {}, description="Their heading: the name of our column, or ignore."
    )
    values: Mapping[str, Mapping[str, Line]] = Field(
        {}, description="Our column: their word: ours."
    )
    defaults: Mapping[str, Line] = Field(
        {}, description="Our column: what an empty cell of a new entry stands for."
    )
    separator: str | None = Field(
        None, min_length=1, description="What stands between several things in one of their cells."
    )


NO_MAPPING = ColumnMapping(columns={}, values={}, defaults={}, separator=None)


def read_mapping(path: Path) -> tuple[ColumnMapping | None, list[Problem]]:
    """Read a mapping file; None when anything is wrong with it."""
    document, problems = yaml_file.read(path)
    if document is None:
        return None, problems
    mapping, found = to_record(ColumnMapping, document, document.data)
    problems += found
    return (None if problems else mapping), problems
