"""Plain YAML: what is read without the YAML library is what the library would make of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from building import ROOT
from resource_catalog.yaml_plain import read_plain
from resource_catalog.yaml_text import Places, parse

ENTRIES = sorted((ROOT / "catalog" / "entries").glob("*.yml"))

FORMS: dict[str, Any] = {
    "a: b\n": {"a": "b"},
    "a: b": {"a": "b"},
    "# note\n\na: b c, d - e\n\n# note\n": {"a": "b c, d - e"},
    "a: \"b: c\"\nd: 'e'\n": {"a": "b: c", "d": "e"},
    'a: " b"\n': {"a": " b"},
    "a: https://example.org/a:b?c=[d]#e\n": {"a": "https://example.org/a:b?c=[d]#e"},
    "a: [b]\nc: [d e, 2017-09]\n": {"a": ["b"], "c": ["d e", "2017-09"]},
    "a: >-\n  b c\n  - d: e\nf: g\n": {"a": "b c - d: e", "f": "g"},
    "a: >-\n  b\n\nf: g\n": {"a": "b", "f": "g"},
    'a:\n  - b\n  - "c: d"\n': {"a": ["b", "c: d"]},
    "a:\n  - b: c\n    d: [e, f]\n  - b: g\n": {"a": [{"b": "c", "d": ["e", "f"]}, {"b": "g"}]},
    "a:\n  - b\n  - c: d\n": {"a": ["b", {"c": "d"}]},
    "a:\n  b: c\n  d: e\n": {"a": {"b": "c", "d": "e"}},
}

DOUBTFUL = [
    *("", "\n", "# note\n", "a:\n", "a: \n", "a: ~\n", "a: null\n", "a: [b, ~]\n", "a: [b, ]\n"),
    *("a: b #c\n", "a: b: c\n", "a: b:\n", "a: b\na: c\n", "a:\n  b: c\n  b: d\n", "a: b\n  c\n"),
    *("a: *b\n", "a: &b c\n", "a: !b c\n", "a: %b\n", "a: @b\n", "a: - b\n", "a: ? b\n", "a: {}\n"),
    *('a: "b\\n"\n', "a: 'b''c'\n", 'a: "b" c\n', "a: [b:c]\n", "a: [b?]\n", "a: [b,c]\n"),
    *("a: >-\n  b\n   c\n", "a: >-\n  b\n\n  c\n", "a: >-\n   b\n", "a: |\n  b\n", "a: > \n  b\n"),
    *("a:\n  - b\n  c: d\n", "a:\n  b: c\n  - d\n", "a:\n  - b\n    c: d\n", "a:\n  - - b\n"),
    *("a:\n    - b\n", "a:\n- b\n", "- a\n", "---\na: b\n", "a: b\n...\n", "a: b \n", "a : b\n"),
]

PIECES = st.sampled_from(
    [
        *("a", "b c", "key: ", "key:\n", "k: v\n", "x: [a, b]\n", ": ", ":", " ", "  ", "    "),
        *("\n", "- ", "  - ", "  - k: ", "[", "]", ", ", ",", ">-\n  ", "'", '"', "#", " #", "~"),
        *(
            "null",
            "?",
            "-",
            "&",
            "*",
            "!",
            "|",
            "%",
            "@",
            "`",
            "{",
            "}",
            "---\n",
            "...\n",
            "é",
            "<<",
        ),
    ]
)
SLIPS = st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 6), PIECES), max_size=3)


def assert_as_the_library(text: str) -> None:
    """Or left to it."""
    data = read_plain(text)
    if data is not None:
        assert (data, []) == parse(text, Places())


@pytest.mark.parametrize("text", FORMS)
def test_each_form_is_read(text: str) -> None:
    assert read_plain(text) == FORMS[text]
    assert_as_the_library(text)


@pytest.mark.parametrize("text", DOUBTFUL)
def test_anything_else_is_left_to_the_library(text: str) -> None:
    assert read_plain(text) is None


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.stem)
def test_entries_are_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert (read_plain(text), []) == parse(text, Places())


@settings(max_examples=600)
@given(st.lists(PIECES, max_size=20).map("".join))
@example("a: b\n'c'\n")
def test_pieces_in_any_order_give_what_the_library_gives(text: str) -> None:
    assert_as_the_library(text)


@settings(max_examples=600)
@given(st.sampled_from(ENTRIES), SLIPS)
def test_entries_with_slips_give_what_the_library_gives(
    path: Path, slips: list[tuple[int, int, str]]
) -> None:
    text = path.read_text(encoding="utf-8")
    for start, length, piece in slips:
        start %= len(text)
        text = text[:start] + piece + text[start + length :]
    assert_as_the_library(text)
