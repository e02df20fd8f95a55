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

_WITH_COMMA = re.compile(r"-?(?:0|[1-9][0-9]*),[0-9]+")
_THOUSANDS = re.compile(
    r"(-?[1-9][0-9]{0,2}(?:([., \u00a0\u202f’'])[0-9]{3})(?:\2[0-9]{3})*)(?:([.,])([0-9]+))?"
)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?")


def _check_number(value: str) -> str:
    if not _NUMBER.fullmatch(value):
        message = _("%(value)s is not a number.", value=quoted(value))
        hint = _("Write digits only, with a point before decimals: 1250 or 3.5.")
        raise validation_error("unknown-value", message, hint, plain_number(value))
    return value


def plain_number(text: str, decimal: str = "") -> str | None:
    """The number that people mean by ``1,5``, ``1 250`` or ``1.250,50``; None if it may be two.

    ``decimal`` is the sign before decimals where the text is from, a comma or a point, if that is
    known: 1,250 may be any of two numbers elsewhere.
    """
    if found := _THOUSANDS.fullmatch(text):
        whole, sign, point, decimals = found.groups()
        is_certain = point or sign not in ".," or whole.count(sign) > 1
        if sign == decimal and not is_certain:
            return text.replace(",", ".")
        if point == sign or not (is_certain or decimal):
            return None
        digits = "".join(c for c in whole if c.isdigit() or c == "-")
        text = digits + (f".{decimals}" if point else "")
    elif _WITH_COMMA.fullmatch(text) and decimal != ".":
        text = text.replace(",", ".")
    return text if _NUMBER.fullmatch(text) else None


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
