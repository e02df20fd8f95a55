"""Translate syntax errors of the YAML library to problems for the person who wrote the file.

The messages of the library are about tokens and indicators, and often point to
where parsing stopped instead of where the mistake is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from resource_catalog.model.problems import MAX_QUOTED_LENGTH, Problem, printable

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Characters that YAML forbids, and line breaks that editors do not show."""

_AT_OPENING = ("quoted scalar", "simple key", "flow sequence", "flow mapping")
"""Contexts in which the mistake is at the start of the context, not where parsing stopped."""

_MESSAGES: tuple[tuple[str, str, str], ...] = (
    (
        "could not find expected ':'",
        "This line has no colon with a space after it.",
        "Write the key, a colon, a space and then the text; "
        "if it goes on with the text above, start it with two spaces.",
    ),
    (
        "did not find expected key",
        "This does not fit what stands before it.",
        "Look for a quotation mark inside quoted text, and for a line that starts too far left "
        "or right.",
    ),
    (
        "did not find expected '-' indicator",
        "This line does not fit the list above it.",
        "Let it start below the key above it, or start a new item with a hyphen.",
    ),
    (
        "did not find expected <document start>",
        "This line starts further left than the first one.",
        "Let every key start at the left edge.",
    ),
    (
        "did not find expected ',' or ']'",
        "The list that opens here with [ does not end well.",
        "Put a comma between the items and ] after the last one.",
    ),
    (
        "did not find expected ',' or '}'",
        "What opens here with { does not end well.",
        "Put text that starts with { in quotation marks.",
    ),
    (
        "found unexpected",
        "A quotation mark opens here and is never closed.",
        "Put the same mark at the end of the text.",
    ),
    (
        "escape",
        "In double quotation marks a backslash has a meaning of its own.",
        "Write two backslashes, or use single quotation marks.",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "Text cannot start with * or &.",
        "Start an item of a list with a hyphen and a space; put other text in quotation marks.",
    ),
    (
        "did not find expected node content",
        "Text cannot start with this character.",
        "Put the text in quotation marks.",
    ),
    (
        "cannot start any token",
        "Text cannot start with this character.",
        "Put the text in quotation marks.",
    ),
    (
        "undefined tag handle",
        "Text cannot start with an exclamation mark.",
        "Put the text in quotation marks.",
    ),
    (
        "block sequence entries are not allowed",
        "A list cannot start on the line of its key.",
        "Write each item on a line of its own below, or all of them as [first, second].",
    ),
    (
        "did not find expected comment or line break",
        "Nothing may follow > or | on its line.",
        "Start the text on the next line.",
    ),
)


@dataclass(frozen=True, order=True)
class Position:
    """A position in a text, counted from 1."""

    line: int
    column: int


def position_of(mark: yaml.Mark) -> Position:
    """Convert a mark of the library, which counts from 0."""
    return Position(mark.line + 1, mark.column + 1)


def without_invisible(text: str, file: str) -> tuple[str, list[Problem]]:
    """Replace invisible characters by spaces; returns one problem for each such character."""
    found: dict[str, list[int]] = {}
    for match in _INVISIBLE.finditer(text):
        found.setdefault(match[0], []).append(match.start())
    problems = [_invisible(text, file, character, at) for character, at in found.items()]
    return (_INVISIBLE.sub(" ", text) if problems else text), problems


def _invisible(text: str, file: str, character: str, at: list[int]) -> Problem:
    start = text.rfind("\n", 0, at[0]) + 1
    others = len(at) - 1
    more = f", and in {others} other place{'s' if others > 1 else ''}" if others else ""
    if character == "\0":
        hint = "Save the file anew as UTF-8 text."
    else:
        hint = "Delete it, and type the space or line break anew if one belongs there."
    return Problem(
        file,
        text.count("\n", 0, at[0]) + 1,
        at[0] - start + 1,
        "control-character",
        f"An invisible character (U+{ord(character):04X}) stands here{more}.",
        hint,
    )


def syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """The problem for an error of the library, at the position of the mistake."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(file, 1, 1, "yaml-syntax", f"YAML cannot be read: {error}.")
    reason, context = str(error.problem or ""), str(error.context or "")
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(words in context for words in _AT_OPENING):
        mark = error.context_mark
    if "escape" in reason:
        mark = error.problem_mark
    if mark is None:
        return Problem(file, 1, 1, "yaml-syntax", f"YAML cannot be read: {reason or context}.")
    line, position = _line(text, mark.line), position_of(mark)
    if "tab" in reason.split() or line[mark.column : mark.column + 1] == "\t":
        message, hint = "A tab stands here.", "Indent with two spaces instead."
        return Problem(file, position.line, position.column, "tab-indent", message, hint)
    message, hint = _message_and_hint(reason, line, mark.column)
    return Problem(file, position.line, position.column, "yaml-syntax", message, hint)


def _message_and_hint(reason: str, line: str, column: int) -> tuple[str, str]:
    """The message and hint for an error of the library in a line."""
    before = line[:column].rstrip()
    if "mapping values are not allowed" in reason:
        if ": " in before:
            key, text = line.split(": ", 1)
            return (
                "This text holds a colon, which YAML takes for the end of a key.",
                f"Put the text in quotation marks: {printable(key.strip())}: {_in_marks(text)}",
            )
        return (
            "This line does not fit the one above it.",
            "Let keys start in the same column, and put a space after each colon.",
        )
    if "did not find expected key" in reason and before.endswith(("'", '"')):
        return (
            "The text ends at the quotation mark before this.",
            "Put the other kind of quotation marks around the whole text.",
        )
    if "could not find expected ':'" in reason and re.match(r"\s*-[^\s-]", line):
        return "A space is missing behind this hyphen.", "Write the hyphen, a space, then the item."
    for fragment, message, hint in _MESSAGES:
        if fragment in reason:
            return message, hint
    return f"YAML cannot be read here: {reason}.", ""


def _in_marks(text: str) -> str:
    """A text in quotation marks; an ellipsis if it is long or needs escaping."""
    text = printable(text.strip())
    return f'"{text}"' if len(text) < MAX_QUOTED_LENGTH and not re.search(r'["\\]', text) else '"…"'


def _line(text: str, number: int) -> str:
    lines = re.split("\r\n|\r|\n", text)
    return lines[number] if number < len(lines) else ""
