"""Define bodies: long texts in Markdown, such as the whole of a method or a lesson."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from resource_catalog.model.field_types.texts import require_visible
from resource_catalog.model.field_types.value_type import ValueType, validation_error
from resource_catalog.model.markdown.limits import MOST, sign_too_often
from resource_catalog.model.messages import _

BODY_LENGTH = 50_000


def _limit_signs(text: str) -> str:
    if sign := sign_too_often(text):
        raise validation_error(
            "too-long",
            _("“%(sign)s” is in this text more than %(most)s times.", sign=sign, most=MOST[sign]),
            _("Split it, or remove what is not needed."),
        )
    return text


Body = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=BODY_LENGTH),
    AfterValidator(require_visible),
    AfterValidator(_limit_signs),
    ValueType("markdown"),
]
