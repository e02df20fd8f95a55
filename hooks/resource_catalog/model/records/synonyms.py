"""Define ``synonyms.yml``: groups of words that mean the same in the search."""

from __future__ import annotations

from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import Line
from resource_catalog.model.records.record import Record


class Synonyms(Record):
    """``synonyms.yml``: groups of words that mean the same to a reader who searches."""

    groups: tuple[tuple[Line, ...], ...] = field(
        "Lists of words or phrases; searching for one also finds the others.",
        default=(),
        example=[["PD", "professional development", "professional learning"]],
    )
