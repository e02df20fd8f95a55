"""Define the names of the fields that a catalog adds to its entries."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from resource_catalog.model.field_types.slugs import suggest_slug
from resource_catalog.model.field_types.value_type import (
    ValueType,
    schema_pattern,
    validation_error,
)
from resource_catalog.model.messages import _
from resource_catalog.model.problems import quoted

_FIELD_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


def _check_field_name(value: str) -> str:
    if not _FIELD_NAME.fullmatch(value):
        better = suggest_slug(value).replace("-", "_").lstrip("0123456789_") or "my_field"
        message = _("%(value)s cannot be the name of a field.", value=quoted(value))
        hint = _("Use small letters, digits and single underscores: %(better)s.", better=better)
        raise validation_error("bad-name", message, hint)
    return value


FieldName = Annotated[
    str,
    StringConstraints(max_length=60),
    AfterValidator(_check_field_name),
    schema_pattern(_FIELD_NAME),
    ValueType("field name"),
]
