"""Translate syntax errors of the YAML library to problems for the person who wrote the file.

The messages of the library are about tokens and indicators, and often point to
where parsing stopped instead of where the mistake is.
"""

from __future__ import annotations

import re

import yaml

from resource_catalog.loading.yaml.line_hints import in_marks, key_of, quoted_line, second_key
from resource_catalog.loading.yaml.positions import Position, position_of
from resource_catalog.model.messages import N_, _, ngettext
from resource_catalog.model.problems import Problem, field_in, printable

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Characters that YAML forbids, and line breaks that editors do not show."""

_START = re.compile(r"\s*(?:- +)*")

_AT_OPENING = ("quoted scalar", "simple key", "flow sequence", "flow mapping")
"""Contexts in which the mistake is at the start of the context, not where parsing stopped."""

_MESSAGES: tuple[tuple[str, str, str], ...] = (
    (
        "could not find expected ':'",
        N_("This line has no colon with a space after it."),
        N_(
            "Write the key, a colon, a space and then the text; "
            "if it goes on with the text above, start it with two spaces."
        ),
    ),
    (
        "did not find expected key",
        N_("This does not fit what comes before it."),
        N_(
            "Look for a quotation mark inside quoted text, or a line that starts too far left "
            "or right."
        ),
    ),
    (
        "did not find expected <document start>",
        N_("This line starts further left than the first one."),
        N_("Start every key at the left edge."),
    ),
    (
        "did not find expected ',' or ']'",
        N_("The list that starts here with [ is not closed properly."),
        N_("Put a comma between the items and ] after the last one."),
    ),
    (
        "did not find expected ',' or '}'",
        N_("What starts here with { is not closed properly."),
        N_("Put text that starts with { in quotation marks."),
    ),
    (
        "found unexpected",
        N_("The quotation mark here is never closed."),
        N_("Put the same mark at the end of the text."),
    ),
    (
        "escape",
        N_("In double quotation marks a backslash has a special meaning."),
        N_("Write two backslashes, or use single quotation marks."),
    ),
    (
        "did not find expected alphabetic or numeric character",
        N_("Text cannot start with * or &."),
        N_("Start an item of a list with a hyphen and a space; put other text in quotation marks."),
    ),
    (
        "did not find expected node content",
        N_("Text cannot start with this character."),
        N_("Put the text in quotation marks."),
    ),
    (
        "cannot start any token",
        N_("Text cannot start with this character."),
        N_("Put the text in quotation marks."),
    ),
    (
        "undefined tag handle",
        N_("Text cannot start with an exclamation mark."),
        N_("Put the text in quotation marks."),
    ),
    (
        "block sequence entries are not allowed",
        N_("A list cannot start on the line of its key."),
        N_("Write each item on its own line below, or put a single text in quotation marks."),
    ),
    (
        "did not find expected comment or line break",
        N_("Nothing may come after > or | on the same line."),
        N_("Start the text on the next line."),
    ),
)


_TEXTS = (
    "did not find expected node content",
    "cannot start any token",
    "undefined tag handle",
)
"""Of these, errors in which a text begins with a sign that YAML keeps for itself."""


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
    code = f"{ord(character):04X}"
    message = _("There is an invisible character (U+%(code)s) here.", code=code)
    if others:
        message = ngettext(
            "There is an invisible character (U+%(code)s) here, and in %(num)s other place.",
            "There is an invisible character (U+%(code)s) here, and in %(num)s other places.",
            others,
            code=code,
        )
    if character == "\0":
        hint = _("Save the file again as UTF-8 text.")
    else:
        hint = _("Delete it, and retype the space or line break if one belongs there.")
    place = Position(text.count("\n", 0, at[0]) + 1, at[0] - start + 1)
    return _problem(file, place, _line(text, place.line - 1), "control-character", message, hint)


def _problem(file: str, place: Position, line: str, code: str, message: str, hint: str) -> Problem:
    """A problem in a line, which may have the key of a field."""
    name = field_in([key] if (key := key_of(line)) else [], message, hint)
    return Problem(file, place.line, place.column, code, message, hint, field_name=name)


def syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """The problem for an error of the library, at the position of the mistake."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem(
            file, 1, 1, "yaml-syntax", _("YAML cannot be read: %(reason)s.", reason=error)
        )
    reason, context = str(error.problem or ""), str(error.context or "")
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(words in context for words in _AT_OPENING):
        mark = error.context_mark
    if "escape" in reason:
        mark = error.problem_mark
    if mark is None:
        return Problem(
            file,
            1,
            1,
            "yaml-syntax",
            _("YAML cannot be read: %(reason)s.", reason=reason or context),
        )
    line, position = _line(text, mark.line), position_of(mark)
    if "tab" in reason.split() or line[mark.column : mark.column + 1] == "\t":
        message, hint = _("There is a tab here."), _("Indent with two spaces instead.")
        return _problem(file, position, line, "tab-indent", message, hint)
    if "did not find expected key" in reason and (sign := _bracket(line)):
        place = Position(position.line, line.index(sign) + 1)
        message = _("Text that starts with %(sign)s is not read as text.", sign=sign)
        return _problem(file, place, line, "yaml-syntax", message, quoting_hint(line))
    if "did not find expected '-' indicator" in reason and mark.line:
        message, hint = _wrong_indent(line, _line(text, mark.line - 1))
        return _problem(file, position, line, "yaml-syntax", message, hint)
    message, hint = _message_and_hint(reason, line, mark.column)
    return _problem(file, position, line, "yaml-syntax", message, hint)


def _message_and_hint(reason: str, line: str, column: int) -> tuple[str, str]:
    """The message and hint for an error of the library in a line."""
    before = line[:column].rstrip()
    if "mapping values are not allowed" in reason:
        if ": " in before:
            if second := second_key(line):
                message = _("Two keys are on one line.")
                return message, _("Start a new line before “%(key)s:”.", key=second)
            key, text = line.split(": ", 1)
            return (
                _("This text has a colon in it, which YAML reads as the end of a key."),
                _(
                    "Put the text in quotation marks: %(key)s: %(text)s",
                    key=printable(key.strip()),
                    text=in_marks(text),
                ),
            )
        return (
            _("This line does not fit the one above it."),
            _("Start keys in the same column, and put a space after each colon."),
        )
    if "did not find expected key" in reason and before.endswith(("'", '"')):
        return (
            _("The text ends at the quotation mark before this."),
            quoting_hint(line, _("Put the other kind of quotation marks around the whole text.")),
        )
    if "could not find expected ':'" in reason and re.match(r"\s*-[^\s-]", line):
        return _("A space is missing after this hyphen."), _(
            "Write the hyphen, a space, then the item."
        )
    if "did not find expected node content" in reason and line[column : column + 1] == ",":
        return _("Nothing is between two commas here."), _("Delete one of the two commas.")
    if "block sequence entries are not allowed" in reason and (quoted := quoted_line(line)):
        return _("A list cannot start on the line of its key."), _(
            "Write each item on its own line below, or put a single text in quotation marks: "
            "%(line)s",
            line=quoted,
        )
    for fragment, message, hint in _MESSAGES:
        if fragment in reason:
            return _(message), quoting_hint(line, _(hint)) if fragment in _TEXTS else _(hint)
    return _("YAML cannot be read here: %(reason)s.", reason=reason), ""


def quoting_hint(line: str, otherwise: str = "") -> str:
    """The hint to put the text of a line in quotation marks; ``otherwise`` if it has no key."""
    if quoted := quoted_line(line):
        key, text = quoted.split(": ", 1)
        return _("Put the text in quotation marks: %(key)s: %(text)s", key=key, text=text)
    return otherwise or _("Put the text in quotation marks.")


def _bracket(line: str) -> str:
    """The bracket that the text of a line starts with, after which more text follows; or empty."""
    found = re.search(r"(?:^|: |- )\s*([\[{]).*[\]}]\s*[^\s\]},#]", line)
    return found[1] if found else ""


def _wrong_indent(line: str, above: str) -> tuple[str, str]:
    """The message and hint for a line that starts neither below the key above it nor a new item."""
    message = _("This line does not fit the list above it.")
    start = _START.match(above)
    needed = len(start[0]) if start and re.match(r"\w+:(?: |$)", above[start.end() :]) else 0
    if not needed:
        return message, _("Line it up with the key above it, or start a new item with a hyphen.")
    return message, _(
        "Start it with %(needed)s spaces instead of %(found)s, like the key above it, or start a "
        "new item with a hyphen.",
        needed=needed,
        found=len(line) - len(line.lstrip(" ")),
    )


def _line(text: str, number: int) -> str:
    lines = re.split("\r\n|\r|\n", text)
    return lines[number] if number < len(lines) else ""
