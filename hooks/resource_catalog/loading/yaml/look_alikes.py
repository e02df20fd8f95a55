"""Find characters that only look like the space, colon or hyphen that YAML needs.

They come with text that is copied from a web page, a word processor or a chat. In a text they are
as good as any other character; where YAML needs a sign of its own, the file means something else
than everybody sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from resource_catalog.loading.yaml.line_hints import key_of
from resource_catalog.model.messages import N_, _
from resource_catalog.model.problems import Problem

_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000"
_COLONS = "\uff1a\ufe55\ua789\u2236\u02d0"
_HYPHENS = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_ANY = re.compile(f"[{_SPACES}{_COLONS}{_HYPHENS}]")

_KEY = r"[A-Za-z_][A-Za-z0-9_-]*"
_LINE = re.compile(
    rf"""
    ^(?P<indent>[ \t{_SPACES}]*)
    (?P<items>(?:[-{_HYPHENS}][ {_SPACES}]+)*)
    (?P<key>{_KEY}(?P<before>[ {_SPACES}]*)(?P<colon>[:{_COLONS}])(?P<after>[ {_SPACES}]*))?
    """,
    re.VERBOSE | re.MULTILINE,
)
_KINDS: Mapping[str, str] = {
    "\u00a0": N_("There is a non-breaking space (U+%(code)s) here instead of a space."),
    "\u3000": N_("There is a full-width space (U+%(code)s) here instead of a space."),
    "\uff1a": N_("There is a full-width colon (U+%(code)s) here instead of a colon."),
}
_SPACE = N_("There is a special space (U+%(code)s) here instead of a normal one.")
_COLON = N_("A character (U+%(code)s) here looks like a colon but isn’t one.")
_HYPHEN = N_("There is a dash (U+%(code)s) here instead of the hyphen of a list.")

Read = Callable[[str], tuple[Any, float]]
"""Parses a text to its data, and gives the line of the first error, which is infinite without."""

MAX_LINES = 30
"""How many lines are looked at: each is tried by itself."""

_Place = tuple[int, str, str]
"""Where such a character stands in a text, itself, and the sign that it stands for."""


def without_look_alikes(text: str, file: str, read: Read) -> tuple[str, list[Problem]]:
    """Replace such characters by the signs that they stand for, with one problem for each line.

    What is inside of texts stays as it is.
    """
    if text.isascii() or not _ANY.search(text):
        return text, []
    by_line = _places_by_line(text)
    if not by_line:
        return text, []
    by_line = _outside_of_texts(text, by_line, read)
    problems = []
    for line, ((start, character, _sign), *_others) in by_line.items():
        begin = text.rfind("\n", 0, start) + 1
        key = key_of(text[begin:].partition("\n")[0])
        hint = _("Delete it and type an ordinary one.")
        problems.append(
            Problem(
                *(file, line, start - begin + 1, "look-alike", _message(character), hint),
                field_name=key,
            )
        )
    return _replaced(text, by_line.values()), problems


def _outside_of_texts(
    text: str, by_line: dict[int, list[_Place]], read: Read
) -> dict[int, list[_Place]]:
    """The lines in which such characters matter: without replacing, YAML reads something else."""
    before, first_error = read(text)
    after, error = read(_replaced(text, by_line.values()))
    if error == first_error and _bare(before) == _bare(after):
        return {}
    for line in list(by_line):
        rest = {other: places for other, places in by_line.items() if other != line}
        without, error_without = read(_replaced(text, rest.values()))
        if error_without > error or (error_without == error and _bare(without) == _bare(after)):
            by_line, after, error = rest, without, error_without
    return by_line


def _places_by_line(text: str) -> dict[int, list[_Place]]:
    """Where such characters may be signs of YAML's, in the first lines that have any."""
    found: dict[int, list[_Place]] = {}
    number, counted = 1, 0
    for line in _LINE.finditer(text):
        number += text.count("\n", counted, line.start())
        counted = line.start()
        if places := list(_places(line)):
            found.setdefault(number, []).extend(places)
            if len(found) == MAX_LINES:
                break
    return found


def _places(line: re.Match[str]) -> Iterator[_Place]:
    for group, sign in (("indent", " "), ("before", ""), ("after", " ")):
        for at, character in enumerate(line[group] or "", start=line.start(group)):
            if character not in " \t":
                yield at, character, sign
    for at, character in enumerate(line["items"], start=line.start("items")):
        if character not in " -":
            yield at, character, " " if re.match(f"[{_SPACES}]", character) else "-"
    if line["colon"] and line["colon"] != ":":
        yield line.start("colon"), line["colon"], ":" if line["after"] else ": "


def _replaced(text: str, lines: Iterable[list[_Place]]) -> str:
    pieces, end = [], 0
    for start, old, new in sorted(place for places in lines for place in places):
        pieces += [text[end:start], new]
        end = start + len(old)
    return "".join([*pieces, text[end:]])


def _bare(data: Any) -> Any:
    """``data`` with texts without spaces, and with each look-alike as the sign it looks like."""
    if isinstance(data, dict):
        return {key: _bare(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_bare(value) for value in data]
    if not isinstance(data, str):
        return data
    plain = re.sub(f"[ \t\n{_SPACES}]", "", data)
    return re.sub(f"[{_HYPHENS}]", "-", re.sub(f"[{_COLONS}]", ":", plain))


def _message(character: str) -> str:
    kind = _SPACE
    if re.match(f"[{_COLONS}]", character):
        kind = _COLON
    elif re.match(f"[{_HYPHENS}]", character):
        kind = _HYPHEN
    return _(_KINDS.get(character, kind), code=f"{ord(character):04X}")
