"""Define the base class of all records that are written in YAML."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

_NO_FIELDS_SET: set[str] = set()
"""Shared by all records in place of the set of fields that pydantic keeps for each."""


class Record(BaseModel):
    """A record: frozen, and without unknown keys."""

    # Validators are built on first use: a record that is only a part of others needs none.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def model_post_init(self, _: object) -> None:
        """Drop the set of fields that were given, which is half the memory of a record."""
        object.__setattr__(self, "__pydantic_fields_set__", _NO_FIELDS_SET)
