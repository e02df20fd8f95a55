"""Define bodies: long texts in Markdown, such as the whole of a method or a lesson."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from resource_catalog.model.field_types.texts import require_visible
from resource_catalog.model.field_types.value_type import ValueType

BODY_LENGTH = 50_000

Body = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=BODY_LENGTH),
    AfterValidator(require_visible),
    ValueType("markdown"),
]
