"""Define e-mail addresses."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from resource_catalog.model.field_types.value_type import (
    ValueType,
    validation_error,
)
from resource_catalog.model.messages import _
from resource_catalog.model.problems import quoted

_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def _check_email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise validation_error(
            "bad-email",
            _("%(value)s is not an e-mail address.", value=quoted(value)),
            _("Write it as library@example.org."),
        )
    return value


Email = Annotated[
    str,
    StringConstraints(max_length=300),
    AfterValidator(_check_email),
    Field(json_schema_extra={"format": "email"}),
    ValueType("email"),
]
