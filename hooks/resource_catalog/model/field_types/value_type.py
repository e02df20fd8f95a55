"""What all types of fields share: a name for each, and how they report a wrong value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

ValueName = Literal[
    "line",
    "prose",
    "slug",
    "entry id",
    "url",
    "email",
    "day",
    "date",
    "duration",
    "months",
    "language",
    "accessibility",
    "flag",
    "markdown",
    "number",
    "field name",
]


@dataclass(frozen=True)
class ValueType:
    """The name of a type of fields, for code that shows or exports values by type."""

    name: ValueName


def validation_error(
    code: str, message: str, hint: str = "", replacement: str | None = None
) -> PydanticCustomError:
    """An error for pydantic that has the code, message and hint of a problem.

    ``replacement`` is what must be written instead, if that is certain.
    """
    context = {"message": message, "hint": hint, "replacement": replacement}
    return PydanticCustomError(code, "{message}", context)


def schema_pattern(pattern: re.Pattern[str], *, number: bool = False) -> Any:
    """The pattern of a type in JSON Schema; with ``number``, editors may take a value for one."""
    extra: dict[str, Any] = {"pattern": f"^(?:{pattern.pattern})$"}
    if number:
        extra["type"] = ["string", "number"]
    return Field(json_schema_extra=extra)
