"""Define lengths of time, and parse those that people write otherwise."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from resource_catalog.model.field_types.value_type import (
    ValueType,
    schema_pattern,
    validation_error,
)
from resource_catalog.model.problems import quoted

_DURATION = re.compile(r"(?:([0-9]{1,3}) ?h(?:ours?)?)? ?(?:([0-9]{1,3}) ?min(?:utes?)?)?")
_WRITTEN_DURATION = re.compile(
    r"(?:(?P<hours>\d{1,3}) ?(?:h|hrs?|hours?)\.?)?(?:,? ?(?:and )?)?"
    r"(?:(?P<minutes>\d{1,3}) ?(?:mins?|minutes?)\.?)?"
)
_MONTHS = re.compile(r"[1-9]|[1-9][0-9]|1[0-9][0-9]|2[0-3][0-9]|240")


def _check_duration(value: str) -> str:
    match = _DURATION.fullmatch(value)
    if not match or not any(match.groups()):
        raise validation_error(
            "bad-duration",
            f"{quoted(value)} is not a length of time.",
            "Write it as 14 min, 2 h or 1 h 30 min; use extent for pages or episodes.",
            parse_duration(value),
        )
    return value


def parse_duration(text: str) -> str | None:
    """``1 h 30 min`` for ``1 hr 30 mins``."""
    found = _WRITTEN_DURATION.fullmatch(" ".join(text.casefold().split()))
    if found is None or not any(found.groups()):
        return None
    parts = ((found["hours"], "h"), (found["minutes"], "min"))
    return " ".join(f"{int(number)} {unit}" for number, unit in parts if number)


def duration_minutes(duration: str) -> int:
    """The minutes in a duration such as ``1 h 30 min``. Raises ``ValueError``."""
    match = _DURATION.fullmatch(duration)
    if not match:
        raise ValueError(duration)
    return 60 * int(match[1] or 0) + int(match[2] or 0)


def _parse_months(value: Any) -> Any:
    if isinstance(value, str):
        if not _MONTHS.fullmatch(value.strip()):
            raise validation_error(
                "unknown-value",
                f"{quoted(value)} is not a number of months.",
                "Write a whole number from 1 to 240.",
            )
        return int(value)
    return value


Duration = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    AfterValidator(_check_duration),
    schema_pattern(_DURATION),
    ValueType("duration"),
]
Months = Annotated[int, BeforeValidator(_parse_months), Field(ge=1, le=240), ValueType("months")]
