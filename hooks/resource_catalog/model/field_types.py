"""Define the types of fields: lines, prose, ids, URLs, dates, durations and languages.

Each type validates the text of a YAML scalar. A wrong value raises a
``PydanticCustomError`` whose type is a code of ``problems.RULES``, with the
message, the hint and the replacement of the problem in its context.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from resource_catalog.model import human_formats, urls
from resource_catalog.model.did_you_mean import certain_match, did_you_mean
from resource_catalog.model.problems import quoted

MONTHS = (
    "January February March April May June July August September October November December"
).split()
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LENGTH = 120
LINE_LENGTH = 300
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PARTIAL_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_DURATION = re.compile(r"(?:([0-9]{1,3}) ?h(?:ours?)?)? ?(?:([0-9]{1,3}) ?min(?:utes?)?)?")
_MONTHS = re.compile(r"[1-9]|[1-9][0-9]|1[0-9][0-9]|2[0-3][0-9]|240")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# Control characters, and bidirectional formatting, which can hide text.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ufffe\uffff]")
_SPACES = re.compile("[ \t\n\r]+")


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
]


@dataclass(frozen=True)
class ValueType:
    """The name of a type below, for code that shows or exports values by type."""

    name: ValueName


def validation_error(
    code: str, message: str, hint: str = "", replacement: str | None = None
) -> PydanticCustomError:
    """An error for pydantic that has the code, message and hint of a problem.

    ``replacement`` is what must be written instead, if that is certain.
    """
    context = {"message": message, "hint": hint, "replacement": replacement}
    return PydanticCustomError(code, "{message}", context)


def _require_visible(text: str) -> str:
    if text.isprintable() and not text.isspace():
        return text
    if found := _INVISIBLE.search(text):
        message = f"An invisible character (U+{ord(found[0]):04X}) is in this text."
        raise validation_error("control-character", message, "Delete it.")
    if not any(c.isprintable() and not c.isspace() for c in text):
        raise validation_error(
            "empty-value", "Nothing that can be seen is written here.", "Write it out."
        )
    return text


def _normalize_line(text: str) -> str:
    """Collapse whitespace, so that the text is on one line."""
    if text.isprintable() and "  " not in text and not text.isspace():
        return text
    return _SPACES.sub(" ", _require_visible(text))


def _parse_day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if match := _DAY.fullmatch(value.strip()):
        try:
            return datetime.date(*(int(part) for part in match.groups()))
        except ValueError:
            pass
    parsed = human_formats.parse_date(value)
    replacement = parsed if parsed and _DAY.fullmatch(parsed) else None
    hint = "Write it as 2026-11-21."
    raise validation_error("bad-date", f"{quoted(value)} is not a day.", hint, replacement)


def format_day(value: datetime.date) -> str:
    """Format a day as ``21 November 2026``, in which day and month cannot be confused."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def format_partial_date(value: str) -> str:
    """Format a date as ``2017``, ``September 2017`` or ``14 September 2017``."""
    year, *rest = value.split("-")
    words = [str(int(day)) for day in rest[1:]] + [MONTHS[int(month) - 1] for month in rest[:1]]
    return " ".join([*words, year])


def _check_partial_date(value: str) -> str:
    if _PARTIAL_DATE.fullmatch(value):
        parts = [int(part) for part in value.split("-")]
        try:
            datetime.date(*[*parts, 1, 1][:3])
        except ValueError:
            pass
        else:
            return value
    hint = "Write 2017, 2017-09 or 2017-09-14, as it is known."
    replacement = human_formats.parse_date(value)
    if dates := [replacement] if replacement else human_formats.possible_dates(value):
        hint = f"Write {' or '.join(dates)}{', whichever it was' if len(dates) > 1 else ''}."
    raise validation_error("bad-date", f"{quoted(value)} is not a date.", hint, replacement)


def _check_duration(value: str) -> str:
    match = _DURATION.fullmatch(value)
    if not match or not any(match.groups()):
        raise validation_error(
            "bad-duration",
            f"{quoted(value)} is not a length of time.",
            "Write it as 14 min, 2 h or 1 h 30 min; use extent for pages or episodes.",
            human_formats.parse_duration(value),
        )
    return value


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


def _check_language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise validation_error(
            "bad-language",
            f"{quoted(value)} is not a language tag.",
            "Write en for English, es for Spanish, pt-BR for Brazilian Portuguese, or the like.",
            human_formats.parse_language(value),
        )
    return value


@cache
def language_name(tag: str) -> str:
    """``Spanish`` for ``es``, ``Portuguese (Brazil)`` for ``pt-BR``; the tag if it is unknown."""
    from babel import Locale  # slow to import, and only pages need it

    english = Locale("en")
    language, *more = tag.split("-")
    if language not in english.languages:
        return tag
    known = {**english.scripts, **english.territories}
    details = ", ".join(known.get(part, part) for part in more)
    name = english.languages[language]
    return f"{name} ({details})" if details else str(name)


def _check_slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        raise validation_error(
            "bad-name",
            f"{quoted(value)} cannot be an id.",
            f"Use small letters, digits and single hyphens: {suggest_slug(value) or 'my-id'}.",
            suggest_slug(value) or None,
        )
    return value


def suggest_slug(text: str) -> str:
    """The valid id that is nearest to a text; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:SLUG_LENGTH].strip("-")


def _check_url(value: str) -> str:
    wrong = urls.why_not_followable(value)
    if wrong:
        message = f"{quoted(value)} is not an address for readers: {wrong}."
        raise validation_error("bad-url", message, "Copy the full address from a browser.")
    return value


def _check_accessibility(value: str) -> str:
    if value not in ACCESSIBILITY_FEATURES:
        raise validation_error(
            "unknown-value",
            f"{quoted(value)} is not one of schema.org's words for accessibility.",
            did_you_mean(value, ACCESSIBILITY_FEATURES)
            or "Write captions, transcript or the like.",
            certain_match(value, ACCESSIBILITY_FEATURES),
        )
    return value


def _check_email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise validation_error(
            "bad-email",
            f"{quoted(value)} is not an e-mail address.",
            "Write it as library@example.org.",
        )
    return value


def _schema_pattern(pattern: re.Pattern[str], *, number: bool = False) -> Any:
    """The pattern of a type in JSON Schema; with ``number``, editors may take a value for one."""
    extra: dict[str, Any] = {"pattern": f"^(?:{pattern.pattern})$"}
    if number:
        extra["type"] = ["string", "number"]
    return Field(json_schema_extra=extra)


# https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20230718/
ACCESSIBILITY_FEATURES = tuple(
    """
    alternativeText annotations ARIA audioDescription bookmarks braille captions closedCaptions
    describedMath displayTransformability highContrastAudio highContrastDisplay index largePrint
    latex longDescription MathML none openCaptions pageBreakMarkers pageNavigation readingOrder
    rubyAnnotations signLanguage structuralNavigation synchronizedAudioText tableOfContents
    tactileGraphic taggedPDF timingControl transcript ttsMarkup unknown unlocked
    """.split()
)

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LINE_LENGTH),
    AfterValidator(_normalize_line),
    ValueType("line"),
]
Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000),
    AfterValidator(_require_visible),
    ValueType("prose"),
]
Slug = Annotated[
    str,
    StringConstraints(max_length=SLUG_LENGTH),
    AfterValidator(_check_slug),
    _schema_pattern(SLUG, number=True),
    ValueType("slug"),
]
EntryId = Annotated[
    Slug, Field(json_schema_extra={"$comment": "The id of an entry."}), ValueType("entry id")
]
"""The id of an entry; editors complete it."""
Url = Annotated[
    str,
    StringConstraints(max_length=2000),
    AfterValidator(_check_url),
    Field(json_schema_extra={"format": "uri"}),
    ValueType("url"),
]
Day = Annotated[datetime.date, BeforeValidator(_parse_day), ValueType("day")]
Months = Annotated[int, BeforeValidator(_parse_months), Field(ge=1, le=240), ValueType("months")]
PartialDate = Annotated[
    str,
    AfterValidator(_check_partial_date),
    _schema_pattern(_PARTIAL_DATE, number=True),
    ValueType("date"),
]
Duration = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    AfterValidator(_check_duration),
    _schema_pattern(_DURATION),
    ValueType("duration"),
]
Language = Annotated[
    str, AfterValidator(_check_language), _schema_pattern(_LANGUAGE), ValueType("language")
]
Email = Annotated[
    str,
    StringConstraints(max_length=300),
    AfterValidator(_check_email),
    Field(json_schema_extra={"format": "email"}),
    ValueType("email"),
]
AccessibilityFeature = Annotated[
    str,
    AfterValidator(_check_accessibility),
    Field(json_schema_extra={"enum": list(ACCESSIBILITY_FEATURES)}),
    ValueType("accessibility"),
]
