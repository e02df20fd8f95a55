"""Define flags, which are true or false; false is what an omitted key means."""

from __future__ import annotations

from typing import Annotated

from resource_catalog.model.field_types.value_type import ValueType

Flag = Annotated[bool, ValueType("flag")]
