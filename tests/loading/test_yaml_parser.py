"""YAML text: any text gives plain data or problems, and what comes out is what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from resource_catalog.loading.yaml.event_reader import MAX_DEPTH
from resource_catalog.loading.yaml.parser import locate, parse
from resource_catalog.loading.yaml.positions import Position, Positions, YamlPath
from resource_catalog.model.problems import RULES, Problem

PIECES = (
    *("a", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\n- ", "\n\t", " #", "# ", "&x ", "*x", "!t "),
    *("!", "| \n", ">-\n  ", "'", '"', "[", "]", "{", "}", ", ", "~", "null", "---\n", "...", "%"),
    *("@", "`", "\\", "<<: ", "no", "12:30", "1e3", "\r\n", "\u2028", "\x85"),
)
"""What YAML gives a meaning to."""

CLOSE_TO_YAML = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)

DATA = st.recursive(
    st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4)
    ),
    max_leaves=12,
)


def parts(data: Any) -> Iterator[Any]:
    """Everything in ``data``, itself first, without recursion."""
    waiting = [data]
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, dict):
            assert all(type(key) is str for key in part)
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part


def at(problem: Problem) -> Position:
    return Position(problem.line, problem.column)


def assert_sound(text: str, data: Any, problems: list[Problem]) -> None:
    """What must hold for whatever was read."""
    assert all(part is None or type(part) in (str, list, dict) for part in parts(data))
    assert problems or data is None or None not in list(parts(data))
    lines = len(text.splitlines()) + 1
    for problem in problems:
        assert problem.code in RULES
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert str(problem).isprintable()
        assert len(str(problem)) < 500


@given(st.text())
def test_any_text_gives_plain_data_or_problems(text: str) -> None:
    assert_sound(text, *parse(text))


@settings(max_examples=400)
@given(CLOSE_TO_YAML)
def test_text_that_is_nearly_yaml_gives_plain_data_or_problems(text: str) -> None:
    assert_sound(text, *parse(text))


@settings(max_examples=400)
@given(CLOSE_TO_YAML)
def test_what_is_read_without_a_problem_is_what_yaml_says(text: str) -> None:
    data, problems = parse(text)
    if data is not None and not problems:
        assert data == yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - text only


@given(st.binary().map(lambda raw: raw.decode("latin-1")))
def test_any_bytes_taken_for_text_give_plain_data_or_problems(text: str) -> None:
    assert_sound(text, *parse(text))


@given(DATA, st.booleans(), st.booleans())
def test_quoted_data_comes_back_as_it_was(data: Any, flow: bool, plain_letters: bool) -> None:
    text = yaml.safe_dump(
        data, default_style='"', default_flow_style=flow, allow_unicode=plain_letters
    )
    assert parse(text) == (data, [])


def marks(node: yaml.Node, path: YamlPath = ()) -> Iterator[tuple[str, YamlPath, Position]]:
    """The places of all keys and values, as the YAML library composes them."""
    yield "value", path, Position(node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*path, key.value)
            yield "key", inner, Position(key.start_mark.line + 1, key.start_mark.column + 1)
            yield from marks(value, inner)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from marks(value, (*path, index))


@given(DATA, st.booleans())
def test_places_are_where_the_library_says(data: Any, flow: bool) -> None:
    text = yaml.safe_dump(data, default_style='"', default_flow_style=flow)
    found = locate(text)
    for kind, path, position in marks(yaml.compose(text)):
        assert (found.keys if kind == "key" else found.values)[path] == position


@settings(max_examples=400)
@given(CLOSE_TO_YAML)
def test_looking_for_places_changes_nothing_else(text: str) -> None:
    assert parse(text, Positions()) == parse(text)


def test_places_fall_back_to_what_is_around() -> None:
    positions = locate("title: A\nlinks:\n  - url: x\n")
    assert positions.of(("links", 0, "url")) == Position(3, 10)
    assert positions.of(("links", 0, "url"), key=True) == Position(3, 5)
    assert positions.of(("links", 0, "format")) == Position(3, 5)
    assert positions.of(("links", 7)) == Position(3, 3)
    assert positions.of(("summary",)) == Position(1, 1)
    assert positions.of(("summary", 0), key=True) == Position(1, 1)


@pytest.mark.parametrize(
    "typed",
    [
        *("no", "Yes", "on", "true", "12:30", "1:2:3", "2017-09", "2017-09-14", "1984", "010"),
        *("0o17", "0x1F", "1e3", "1_000", ".inf", ".nan", "-0", "+1", "=", "<<", "nUlL", "C#"),
        *("a:b", "50%"),
    ],
)
@pytest.mark.parametrize("around", ["{}", "'{}'", '"{}"', "{} # a comment", "{}\t# a comment"])
def test_values_stay_the_text_that_was_typed(typed: str, around: str) -> None:
    assert parse(f"key: {around.format(typed)}\n") == ({"key": typed}, [])
    assert parse(f"[{around.format(typed)}\n]") == ([typed], [])


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL", " # to be done"])
def test_nothing_is_a_problem_where_a_value_belongs(nothing: str) -> None:
    data, (problem,) = parse(f"title: A\nkey: {nothing}\n")
    assert data == {"title": "A", "key": None}
    assert (problem.code, at(problem)) == ("empty-value", Position(2, 1))


@pytest.mark.parametrize("quoted", ['"~"', "'null'", '"null"'])
def test_quoted_words_for_nothing_are_text(quoted: str) -> None:
    assert parse(f"key: {quoted}") == ({"key": quoted[1:-1]}, [])


def test_nesting_may_go_as_deep_as_the_limit_and_no_deeper() -> None:
    deep: Any = "x"
    for _ in range(MAX_DEPTH):
        deep = [deep]
    assert parse(yaml.safe_dump(deep)) == (deep, [])
    data, (problem,) = parse(yaml.safe_dump([deep]))
    assert (data, problem.code) == (None, "too-deep")


def test_second_of_two_equal_keys_is_reported_where_it_stands_and_not_used() -> None:
    data, problems = parse("a: 1\nb: 2\na:\n")
    assert data == {"a": "1", "b": "2"}
    assert [(p.code, at(p)) for p in problems] == [
        ("duplicate-key", Position(3, 1)),
        ("empty-value", Position(3, 1)),
    ]


def test_alias_as_a_key_does_not_turn_values_into_keys() -> None:
    data, (problem,) = parse("*a : x\nb: c\n")
    assert (data, problem.code) == (None, "not-allowed-yaml")


def test_what_follows_an_invisible_character_is_still_read() -> None:
    data, problems = parse("title: a\u2028b\nnotes: c\u2028d\u200b\nkind:\n")
    assert data == {"title": "a b", "notes": "c d\u200b", "kind": None}
    assert [(p.code, at(p)) for p in problems] == [
        ("control-character", Position(1, 9)),
        ("empty-value", Position(3, 1)),
    ]
    assert problems[0].message.endswith("and in 1 other place.")


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
def test_it_works_with_and_without_the_c_library(
    loader: type[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resource_catalog.loading.yaml.event_reader.LOADER", loader)
    positions = Positions()
    text = "# start\ntitle: Tip #1\nlist: [é, 2]\nempty:\n"
    data, problems = parse(text, positions)
    assert data == {"title": "Tip", "list": ["é", "2"], "empty": None}
    assert [(p.code, at(p)) for p in problems] == [
        ("comment-in-text", Position(2, 12)),
        ("empty-value", Position(4, 1)),
    ]
    assert positions.of(("list", 1)) == Position(3, 11)
    broken = ("a: b: c", "a: 'b", "\ta: b", "a: [b", "a: @b", "a: b\nc", "a: !x!y z")
    for text in broken:
        assert_sound(text, *parse(text))
        assert parse(text)[0] is None
