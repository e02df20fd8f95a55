"""Define numbers, which keep the form in which they were written."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from resource_catalog.model.field_types.value_type import (
    ValueType,
    schema_pattern,
    validation_error,
)
from resource_catalog.model.messages import _
from resource_catalog.model.problems import quoted

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?")


def _check_number(value: str) -> str:
    if not _NUMBER.fullmatch(value):
        message = _("%(value)s is not a number.", value=quoted(value))
        hint = _("Write digits only, with a point before decimals: 1250 or 3.5.")
        raise validation_error("unknown-value", message, hint)
    return value


def parse_number(value: str) -> int | float:
    """The number that a valid value stands for."""
    return float(value) if "." in value else int(value)


Number = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    AfterValidator(_check_number),
    schema_pattern(_NUMBER, number=True),
    ValueType("number"),
]
