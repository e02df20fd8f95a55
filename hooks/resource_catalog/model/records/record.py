"""Define the base class of everything that is written in YAML."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

_NEVER_ASKED: set[str] = set()
"""The keys that were written in a record, which pydantic would keep for each."""


class Record(BaseModel):
    """Anything written in YAML: frozen, and no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _: object) -> None:
        """Forget which keys were written: nobody asks, and it is half of what a record weighs."""
        object.__setattr__(self, "__pydantic_fields_set__", _NEVER_ASKED)
