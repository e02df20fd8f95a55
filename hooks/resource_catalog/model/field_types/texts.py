"""Define lines and paragraphs of text, without characters that cannot be seen."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from resource_catalog.model.field_types.markup import refuse_links, refuse_markup
from resource_catalog.model.field_types.value_type import (
    ValueType,
    validation_error,
)
from resource_catalog.model.messages import _

LINE_LENGTH = 300
LONG_LINE_LENGTH = 1000
# Control characters, and bidirectional formatting, which can hide text.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ufffe\uffff]")
_SPACES = re.compile("[ \t\n\r]+")


def require_visible(text: str) -> str:
    """A text that has something to see and nothing invisible. Raises pydantic's errors."""
    if text.isprintable() and not text.isspace():
        return text
    if found := _INVISIBLE.search(text):
        message = _(
            "An invisible character (U+%(code)s) is in this text.", code=f"{ord(found[0]):04X}"
        )
        raise validation_error("control-character", message, _("Delete it."))
    if not any(c.isprintable() and not c.isspace() for c in text):
        raise validation_error(
            "empty-value", _("Nothing that can be seen is written here."), _("Write it out.")
        )
    return text


def _normalize_line(text: str) -> str:
    """Collapse whitespace, so that the text is on one line."""
    if text.isprintable() and "  " not in text and not text.isspace():
        return text
    return _SPACES.sub(" ", require_visible(text))


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LINE_LENGTH),
    AfterValidator(_normalize_line),
    AfterValidator(refuse_links),
    ValueType("line"),
]
LongLine = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONG_LINE_LENGTH),
    AfterValidator(_normalize_line),
    AfterValidator(refuse_links),
    ValueType("line"),
]
Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000),
    AfterValidator(require_visible),
    AfterValidator(refuse_markup),
    ValueType("prose"),
]
