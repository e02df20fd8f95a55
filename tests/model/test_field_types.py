"""Values: texts that are dates, lengths of time, ids and the like, or are refused in words."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from resource_catalog.model.field_types import (
    AccessibilityFeature,
    Day,
    Duration,
    Language,
    Line,
    PartialDate,
    Prose,
    Slug,
    Url,
)
from resource_catalog.model.field_types.durations import (
    duration_minutes,
    duration_range,
    parse_duration,
)
from resource_catalog.model.field_types.slugs import SLUG, suggest_slug
from resource_catalog.model.problems import RULES

KINDS: dict[str, Any] = {
    "line": Line,
    "prose": Prose,
    "slug": Slug,
    "url": Url,
    "day": Day,
    "date": PartialDate,
    "duration": Duration,
    "language": Language,
    "accessibility": AccessibilityFeature,
}
READERS: dict[str, TypeAdapter[Any]] = {name: TypeAdapter(kind) for name, kind in KINDS.items()}


def code(kind: str, text: str) -> str:
    """The code of the problem that a text gives as a value of this kind."""
    with pytest.raises(ValidationError) as caught:
        READERS[kind].validate_python(text)
    (error,) = caught.value.errors()
    return error["type"]


@pytest.mark.parametrize(
    ("kind", "typed", "read"),
    [
        ("line", "  a\n b\t c ", "a b c"),
        ("line", "🎉", "🎉"),
        ("line", "l\u2019été\u00a0: 1 %", "l\u2019été\u00a0: 1 %"),
        ("prose", " one\n\n two ", "one\n\n two"),
        ("slug", "a-1-b", "a-1-b"),
        ("day", "2024-02-29", datetime.date(2024, 2, 29)),
        ("day", " 2024-02-29 ", datetime.date(2024, 2, 29)),
        ("date", "2017", "2017"),
        ("date", "2017-09", "2017-09"),
        ("date", "2017-09-14", "2017-09-14"),
        ("duration", "14 min", "14 min"),
        ("duration", "2 h", "2 h"),
        ("duration", "1 hour 30 minutes", "1 hour 30 minutes"),
        ("duration", "1h30min", "1h30min"),
        ("duration", "30-60 min", "30-60 min"),
        ("duration", "2 to 3 h", "2 to 3 h"),
        ("duration", "45 min – 1 h 30 min", "45 min – 1 h 30 min"),
        ("language", "en", "en"),
        ("language", "pt-BR", "pt-BR"),
        ("language", "zh-Hant-TW", "zh-Hant-TW"),
        ("language", "es-419", "es-419"),
        ("accessibility", "captions", "captions"),
    ],
)
def test_good_values_are_read(kind: str, typed: str, read: object) -> None:
    assert READERS[kind].validate_python(typed) == read


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        ("line", "", "string_too_short"),
        ("line", " \n ", "string_too_short"),
        ("line", "\u200b", "empty-value"),
        ("line", "x" * 301, "string_too_long"),
        ("line", "a\x00b", "control-character"),
        ("line", "a\x1b[31mb", "control-character"),
        ("line", "a\x85b", "control-character"),
        ("line", "a\u202eb", "control-character"),
        ("line", "a\u2028b", "control-character"),
        ("prose", "a\x07", "control-character"),
        ("prose", "x" * 2001, "string_too_long"),
        ("slug", "", "bad-name"),
        ("slug", "A", "bad-name"),
        ("slug", "a--b", "bad-name"),
        ("slug", "-a", "bad-name"),
        ("slug", "a/b", "bad-name"),
        ("slug", "../a", "bad-name"),
        ("slug", "a\n", "bad-name"),
        ("slug", "é", "bad-name"),
        ("slug", "x" * 121, "string_too_long"),
        ("day", "2017", "bad-date"),
        ("day", "2023-02-29", "bad-date"),
        ("day", "2023-2-9", "bad-date"),
        ("day", "9/14/2017", "bad-date"),
        ("day", "٢٠١٧-٠٩-١٤", "bad-date"),
        ("date", "2017-13", "bad-date"),
        ("date", "2017-00", "bad-date"),
        ("date", "0000", "bad-date"),
        ("date", "2017-09-31", "bad-date"),
        ("date", "201709", "bad-date"),
        ("date", "2017\n", "bad-date"),
        ("date", "٢٠١٧", "bad-date"),
        ("date", "c. 2017", "bad-date"),
        ("duration", "12:30", "bad-duration"),
        ("duration", "750", "bad-duration"),
        ("duration", "PT14M", "bad-duration"),
        ("duration", "", "bad-duration"),
        ("duration", " ", "bad-duration"),
        ("duration", "min", "bad-duration"),
        ("duration", "٣ min", "bad-duration"),
        ("duration", "60-30 min", "bad-duration"),
        ("duration", "30-60", "bad-duration"),
        ("duration", "10-20-30 min", "bad-duration"),
        ("duration", "min to 30 min", "bad-duration"),
        ("language", "english", "bad-language"),
        ("language", "EN", "bad-language"),
        ("language", "en_US", "bad-language"),
        ("language", "no\n", "bad-language"),
        ("accessibility", "Captions", "unknown-value"),
        ("url", "javascript:alert(1)", "bad-url"),
        ("url", "https://example.org/" + "x" * 2000, "string_too_long"),
    ],
)
def test_bad_values_are_refused(kind: str, typed: str, expected: str) -> None:
    assert code(kind, typed) == expected


@given(st.sampled_from(sorted(KINDS)), st.text())
def test_any_text_is_read_or_refused_in_words(kind: str, text: str) -> None:
    try:
        READERS[kind].validate_python(text)
    except ValidationError as caught:
        for error in caught.errors():
            assert error["type"] in {*RULES, "string_too_long", "string_too_short"}
            if error["type"] in RULES:
                assert error["ctx"]["message"].isprintable()
                assert len(error["ctx"]["message"]) < 400


@given(st.integers(0, 999), st.integers(0, 999))
def test_minutes_add_up(hours: int, rest: int) -> None:
    assert duration_minutes(f"{hours} h {rest} min") == 60 * hours + rest
    assert duration_minutes(f"{rest} min") == rest
    assert duration_minutes(f"{hours} h") == 60 * hours


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30-60 min", (30, 60)),
        ("2 to 3 h", (120, 180)),
        ("1-1 h 30 min", (60, 90)),
        ("45 min to 1h", (45, 60)),
        ("14 min", (14, 14)),
    ],
)
def test_a_range_has_two_ends_and_counts_as_its_longer_one(
    text: str, minutes: tuple[int, int]
) -> None:
    assert duration_range(text) == minutes
    assert duration_minutes(text) == minutes[1]


def test_ranges_are_mended_where_they_have_one_meaning() -> None:
    written = ["30 to 60 mins.", "2 – 3 hrs", "45 minutes to 1 hr 30 mins", "30 to soon", "1-2-3 h"]
    mended = ["30-60 min", "2-3 h", "45 min to 1 h 30 min", None, None]
    assert [parse_duration(text) for text in written] == mended


def test_minutes_of_nonsense_are_refused() -> None:
    with pytest.raises(ValueError, match="soon"):
        duration_minutes("soon")


@given(st.text())
def test_suggested_ids_are_good_ids(text: str) -> None:
    suggested = suggest_slug(text)
    assert suggested == "" or SLUG.fullmatch(suggested)
    assert len(suggested) <= 120
    assert suggest_slug(suggested) == suggested


def test_suggested_id_looks_like_the_text() -> None:
    assert suggest_slug("  Été: “Badges” & more_2 ") == "ete-badges-more-2"


def test_signs_that_tell_names_apart_are_words_in_an_id() -> None:
    names = ["C", "C++", "C#", "C++20", "A+", "A*", ".NET 8", "ASP.NET", "+1 for #2 * 3"]
    assert [suggest_slug(name) for name in names] == [
        *("c", "c-plus-plus", "c-sharp", "c-plus-plus-20", "a-plus", "a-star"),
        *("dot-net-8", "asp-net", "1-for-2-3"),
    ]
