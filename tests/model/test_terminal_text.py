"""Nothing that a terminal obeys is left in a text of strangers, and nothing else is touched."""

from __future__ import annotations

import json

import pytest

from resource_catalog.model.problems import Problem, as_text
from resource_catalog.model.terminal_text import for_terminal, without_controls


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;owned\x07", "\\u001b]0;owned\\u0007"),
        ("\x9b31m red", "\\u009b31m red"),  # the same in one character
        ("fine\rowned", "fine\\u000downed"),  # which would write over the line
        ("a\u202egpj.exe", "a\\u202egpj.exe"),
        ("a\u2066b\u2069", "a\\u2066b\\u2069"),
        ("tag \U000e0041", "tag \\udb40\\udc41"),
        ("del\x7f\x08", "del\\u007f\\u0008"),
    ],
)
def test_what_a_terminal_obeys_is_shown(text: str, shown: str) -> None:
    assert for_terminal(text) == shown
    assert json.loads(for_terminal(json.dumps(text, ensure_ascii=False))) == text
    assert "\x1b" not in as_text([Problem("\x1b[2J.yml", 1, 1, "bad-name", text)])
    assert for_terminal(without_controls(text)) == without_controls(text)


@pytest.mark.parametrize("text", ["one\ttwo\n", "line\r\n", "Schön 日本 עברית\u200f 👩\u200d🏫"])
def test_all_else_stays(text: str) -> None:
    assert for_terminal(text) == text


def test_the_title_of_a_page_is_one_line() -> None:
    assert without_controls("\x1b]0;x\x07 A\n title \u202e") == "]0;x A title"
