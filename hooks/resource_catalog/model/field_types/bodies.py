"""Define bodies: long texts in Markdown, such as the whole of a method or a lesson."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from resource_catalog.model.field_types.texts import require_visible
from resource_catalog.model.field_types.value_type import ValueType, validation_error
from resource_catalog.model.messages import _

BODY_LENGTH = 50_000

MAX_BRACKETS = 2_000
"""How many links and tags may begin in a body: Markdown takes minutes for many more."""


def _limit_brackets(text: str) -> str:
    for sign in "[<":
        if text.count(sign) > MAX_BRACKETS:
            raise validation_error(
                "too-long",
                _(
                    "“%(sign)s” is in this text more than %(most)s times.",
                    sign=sign,
                    most=MAX_BRACKETS,
                ),
                _("Split it, or take out what is not needed."),
            )
    return text


Body = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=BODY_LENGTH),
    AfterValidator(require_visible),
    AfterValidator(_limit_brackets),
    ValueType("markdown"),
]
