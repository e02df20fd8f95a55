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
from resource_catalog.model.messages import _
from resource_catalog.model.problems import quoted

_LENGTH = r"[0-9]{1,3} ?(?:h(?:ours?)?(?: ?[0-9]{1,3} ?min(?:utes?)?)?|min(?:utes?)?)"
_DURATION = re.compile(rf"(?:(?:{_LENGTH}|[0-9]{{1,3}}) ?(?:-|–|to) ?)?{_LENGTH}")
_PARTS = re.compile(r"(?:([0-9]{1,3}) ?h(?:ours?)?)? ?(?:([0-9]{1,3}) ?min(?:utes?)?)?")
_RANGE_SIGN = re.compile(r" ?(?:-|–|\bto\b) ?")
_WRITTEN_DURATION = re.compile(
    r"(?:(?P<hours>\d{1,3}) ?(?:h|hrs?|hours?)\.?)?(?:,? ?(?:and )?)?"
    r"(?:(?P<minutes>\d{1,3}) ?(?:mins?|minutes?)\.?)?"
)
_MONTHS = re.compile(r"[1-9]|[1-9][0-9]|1[0-9][0-9]|2[0-3][0-9]|240")


def _check_duration(value: str) -> str:
    if not _DURATION.fullmatch(value):
        mended = parse_duration(value)
        hint = _(
            "Write it as 14 min, 2 h, 1 h 30 min or 30-60 min; use extent for pages or episodes."
        )
        raise validation_error(
            "bad-duration",
            _("%(value)s is not a duration.", value=quoted(value)),
            _("Write it as %(duration)s.", duration=mended) if mended else hint,
            mended,
        )
    shortest, longest = duration_range(value)
    if shortest > longest:
        message = _("%(value)s starts with the longer time.", value=quoted(value))
        raise validation_error("bad-duration", message, _("Write the shorter one first."))
    return value


def parse_duration(text: str) -> str | None:
    """``1 h 30 min`` for ``1 hr 30 mins``, ``30-60 min`` for ``30 to 60 minutes``."""
    *lower, upper = _RANGE_SIGN.split(" ".join(text.casefold().split()))
    longest = _parse_length(upper)
    if longest is None or len(lower) > 1:
        return None
    if not lower:
        return longest
    if lower[0].isdecimal() and len(lower[0]) <= 3:  # 30-60 min: the unit stands once
        return f"{int(lower[0])}-{longest}"
    shortest = _parse_length(lower[0])
    return f"{shortest} to {longest}" if shortest else None


def _parse_length(text: str) -> str | None:
    found = _WRITTEN_DURATION.fullmatch(text.strip())
    if found is None or not any(found.groups()):
        return None
    parts = ((found["hours"], "h"), (found["minutes"], "min"))
    return " ".join(f"{int(number)} {unit}" for number, unit in parts if number)


def duration_minutes(duration: str) -> int:
    """The minutes in a duration such as ``1 h 30 min``; of a range, those of its longer end.

    Raises ``ValueError``.
    """
    return duration_range(duration)[1]


def duration_range(duration: str) -> tuple[int, int]:
    """The fewest and the most minutes of a duration such as ``2 to 3 h``. Raises ``ValueError``."""
    if not _DURATION.fullmatch(duration):
        raise ValueError(duration)
    *lower, upper = _RANGE_SIGN.split(duration)
    longest = _minutes(upper)
    if not lower:
        return longest, longest
    if not lower[0].isdecimal():
        return _minutes(lower[0]), longest
    is_in_hours = "h" in upper
    return int(lower[0]) * (60 if is_in_hours else 1), longest


def _minutes(length: str) -> int:
    hours, minutes = _PARTS.fullmatch(length).groups()  # type: ignore[union-attr]  # it is one
    return 60 * int(hours or 0) + int(minutes or 0)


def format_minutes(minutes: int) -> str:
    """``1 h 30 min`` for 90."""
    hours, rest = divmod(minutes, 60)
    return " ".join(filter(None, [f"{hours} h" if hours else "", f"{rest} min" if rest else ""]))


def _parse_months(value: Any) -> Any:
    if isinstance(value, str):
        if not _MONTHS.fullmatch(value.strip()):
            raise validation_error(
                "unknown-value",
                _("%(value)s is not a number of months.", value=quoted(value)),
                _("Write a whole number from 1 to 240."),
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
