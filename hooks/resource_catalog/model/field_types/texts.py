"""Define lines and paragraphs of text, without characters that cannot be seen."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from resource_catalog.model.field_types.markup import refuse_markup
from resource_catalog.model.field_types.value_type import (
    ValueType,
    validation_error,
)
from resource_catalog.model.messages import _
from resource_catalog.model.problems import quoted
from resource_catalog.model.text_damage.escapes_and_mojibake import first_code, without_codes
from resource_catalog.model.text_damage.spreadsheet_errors import is_spreadsheet_error
from resource_catalog.model.text_damage.styled_letters import first_lettering, without_lettering

LINE_LENGTH = 300
LONG_LINE_LENGTH = 1000
# Control characters, and bidirectional formatting, which can hide text.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ufffe\uffff]")
# Characters of no width, which part a word for the search. Thai, Lao, Khmer and Burmese need a
# space of no width between words.
_WITHOUT_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_NO_WIDTH = re.compile(
    "[\u00ad\u180e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffc]"
    f"|(?<![{_WITHOUT_SPACES}])\u200b|\u200b(?![{_WITHOUT_SPACES}])"
    "|(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])"
    # Letters that nobody sees, which can hide text; some flags are made of them.
    "|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
)
_BLANK = re.compile("[\u115f\u1160\u2800\u3164\uffa0]")
"""Letters of no shape. Python takes them for such that can be seen."""
_SPACES = re.compile("[ \t\n\r]+")


def require_visible(text: str) -> str:
    """A text that has something to see and nothing invisible. Raises pydantic's errors."""
    if text.isprintable() and not text.isspace() and (text.isascii() or not _BLANK.search(text)):
        return text
    if found := _INVISIBLE.search(text):
        if "\x80" <= found[0] <= "\x9f":  # one half of a letter in the wrong encoding
            refuse_codes(text)
        raise _invisible(found[0])
    if not any(c.isprintable() and not c.isspace() for c in _BLANK.sub("", text)):
        raise validation_error(
            "empty-value", _("There is no visible text here."), _("Write it out.")
        )
    if found := _NO_WIDTH.search(text) or _BLANK.search(text):
        refuse_codes(text)
        raise _invisible(found[0][0], _BLANK.sub("", _NO_WIDTH.sub("", text)))
    return text


def without_invisible(text: str) -> str:
    """A text without the characters that :func:`require_visible` refuses."""
    return text if text.isprintable() else _NO_WIDTH.sub("", _INVISIBLE.sub("", text))


def _invisible(character: str, better: str | None = None) -> PydanticCustomError:
    code = f"{ord(character):04X}"
    message = _("An invisible character (U+%(code)s) is in this text.", code=code)
    return validation_error("control-character", message, _("Delete it."), better)


def refuse_damage(text: str) -> str:
    """A text without codes, and no error of a spreadsheet. Raises pydantic's errors."""
    if text.isascii() and text.isalnum():
        return text
    if is_spreadsheet_error(text):
        message = _("%(value)s is a spreadsheet error.", value=quoted(text))
        hint = _("Write the value itself, or leave it out.")
        raise validation_error("spreadsheet-error", message, hint)
    return refuse_lettering(refuse_codes(text))


def refuse_lettering(text: str) -> str:
    """A text without signs that stand for letters. Raises pydantic's errors."""
    if not (found := first_lettering(text)):
        return text
    better = without_lettering(text)
    message = _(
        "%(found)s has special characters in place of letters, so no search finds it.",
        found=quoted(found),
    )
    raise validation_error(
        "code-in-text", message, _("Write %(text)s.", text=quoted(better)), better
    )


def refuse_codes(text: str) -> str:
    """A text without codes that stand for characters. Raises pydantic's errors."""
    code = first_code(text)
    if not code:
        return text
    better = without_codes(text)
    if code == "\ufffd":
        message = _("A letter was lost here: %(code)s is in its place.", code=quoted(code))
        raise validation_error("code-in-text", message, _("Type it again."))
    message = _("%(code)s is a code that readers would see as typed.", code=quoted(code))
    hint = _("Write %(text)s.", text=quoted(better)) if better else _("Type it again.")
    raise validation_error("code-in-text", message, hint, better)


def _normalize_line(text: str) -> str:
    """Collapse whitespace, so that the text is on one line."""
    if text.isascii() and text.isprintable() and "  " not in text and not text.isspace():
        return text
    return _SPACES.sub(" ", require_visible(text))


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LINE_LENGTH),
    AfterValidator(_normalize_line),
    AfterValidator(refuse_markup),
    AfterValidator(refuse_damage),
    ValueType("line"),
]
NO_NAME = re.compile(
    r"n\.?/?a\.?|tb[ad]|none|unknown|not known|no author|authors?|name|et al\.?"
    r"|[-–—?.*_]+"
)
"""What people write in place of a name, in small letters."""


def _refuse_no_name(text: str) -> str:
    if NO_NAME.fullmatch(text.casefold()):
        raise validation_error(
            "empty-value",
            _("%(value)s is not a name.", value=quoted(text)),
            _("Leave it out if you don’t know it."),
        )
    return text


Name = Annotated[Line, AfterValidator(_refuse_no_name)]
LongLine = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONG_LINE_LENGTH),
    AfterValidator(_normalize_line),
    AfterValidator(refuse_markup),
    AfterValidator(refuse_damage),
    ValueType("line"),
]
Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000),
    AfterValidator(require_visible),
    AfterValidator(refuse_markup),
    AfterValidator(refuse_damage),
    ValueType("prose"),
]
