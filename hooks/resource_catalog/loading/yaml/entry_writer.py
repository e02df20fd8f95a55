"""Write the data of an entry as YAML, formatted as a person would.

The result is parsed before it is returned, so that every text survives the
round trip unchanged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from resource_catalog.loading.yaml import parser

WIDTH = 100
SCHEMA_LINE = "# yaml-language-server: $schema=../schema/entry.schema.json"
"""The first line of the file of an entry, by which editors find the schema."""

BLOCK_STYLES = (">", "|")
"""The styles of texts that begin below their key; a folded one has its line breaks as spaces."""

_PLAIN = re.compile(r"[^\W_](?:[^:#\"\n\t]|:(?! |$)|(?<! )#)*")
_PLAIN_ITEM = re.compile(r"[^\W_][^:#\[\]{},\"\n\t]*")
_NOT_TEXT = frozenset("null true false yes no on off y n".split())
# Line breaks other than “\n”, and characters that YAML allows only as escape sequences.
_UNPRINTABLE = re.compile(
    "[^\x20-\x7e\xa0-\u2027\u202f-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2060-\u206f]"
)
_BREAK = re.compile(r"(?<=[^ \t]) (?=[^ \t])")


def entry_text(data: Mapping[str, Any], first_line: str = SCHEMA_LINE) -> str:
    """The file of an entry, with its keys in the order of ``data``.

    Values are texts, true, lists of texts, mappings and lists of mappings, and
    are laid out as a person would; others are written as JSON. Empty values are
    omitted.
    """
    head = [first_line] if first_line else []
    written = dict(_written(data))
    lines = [line for key, value in written.items() for line in _lines(key, value, "")]
    # Read back as a whole, which is cheaper than key by key; few texts need another form.
    if parser.parse("\n".join(lines) + "\n") != (as_read(written), []):
        lines = [line for key, value in written.items() for line in key_lines(key, value)]
    return "".join(f"{line}\n" for line in [*head, *lines])


def key_lines(key: str, value: Any) -> list[str]:
    """The lines of one key with its value."""
    lines = list(_lines(key, value, ""))
    read, problems = parser.parse("\n".join(lines) + "\n")
    if problems or read != {key: as_read(value)}:
        # JSON is valid YAML, and independent of whitespace.
        lines = [f"{quoted_scalar(key, _PLAIN_ITEM)}: {_json(value)}"]
    return lines


def rewritten_block(block: str, text: str) -> str:
    """A text in the place of a block scalar, from its ``>`` or ``|`` on, with what is around it.

    A comment behind the sign, the indentation and empty lines below stay.
    """
    newline = "\r\n" if "\r\n" in block else "\n"
    head, _, body = block.partition(newline)
    written = body.rstrip()
    first = re.search(r"^ *(?=\S)", written, re.MULTILINE)
    indent = first[0] if first else ""
    if "\n" in text:
        sign, lines = "|-", text.split("\n")
    else:
        sign, lines = ">-", [*_folded(text, WIDTH - len(indent))]
    comment = head.lstrip("|>+-0123456789")
    written_lines = [f"{sign}{comment}", *(f"{indent}{line}".rstrip(" ") for line in lines)]
    return newline.join(written_lines) + body[len(written) :]


def as_read(value: Any) -> Any:
    """A value as the reader returns it, to which everything is text."""
    if value is True:
        return "true"
    if isinstance(value, Mapping):
        return {key: as_read(item) for key, item in value.items()}
    return [as_read(item) for item in value] if isinstance(value, list) else value


def _lines(key: str, value: Any, indent: str) -> Iterator[str]:
    name = quoted_scalar(key, _PLAIN_ITEM)
    if value is True:
        yield f"{indent}{name}: true"
    elif isinstance(value, str):
        yield from _text(name, value, indent)
    elif isinstance(value, Mapping) and any(_written(value)):
        yield f"{indent}{name}:"
        yield from _group(value, f"{indent}  ")
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield from _list(name, value, indent)
    elif isinstance(value, list) and all(
        isinstance(item, Mapping) and any(_written(item)) for item in value
    ):
        yield f"{indent}{name}:"
        for item in value:
            first, *others = _group(item, f"{indent}    ")
            yield f"{indent}  - {first.lstrip()}"
            yield from others
    else:
        yield f"{indent}{name}: {_json(value)}"


def _group(group: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in _written(group):
        yield from _lines(key, value, indent)


def _written(group: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The keys that are written, with their values: those that are not empty."""
    return ((k, value) for k, value in group.items() if value not in (None, "", [], {}, False))


def _text(key: str, text: str, indent: str) -> Iterator[str]:
    line = f"{indent}{key}: {quoted_scalar(text)}"
    if "\n" in text and not _UNPRINTABLE.search(text.replace("\n", "")):
        yield f"{indent}{key}: |-"
        yield from (f"{indent}  {part}".rstrip(" ") for part in text.split("\n"))
    elif len(line) <= WIDTH or key in ("title", "url") or _UNPRINTABLE.search(text):
        yield line
    else:
        yield f"{indent}{key}: >-"
        yield from (f"{indent}  {part}" for part in _folded(text, WIDTH - len(indent) - 2))


def _folded(text: str, room: int) -> Iterator[str]:
    """``text`` in lines of at most ``room`` characters, broken at single spaces."""
    start = end = 0
    for space in [*(match.start() for match in _BREAK.finditer(text)), len(text)]:
        if space - start > room and end > start:
            yield text[start:end]
            start = end + 1
        end = space
    yield text[start:]


def _list(key: str, items: Iterable[str], indent: str) -> Iterator[str]:
    line = f"{indent}{key}: [{', '.join(quoted_scalar(item, _PLAIN_ITEM) for item in items)}]"
    if len(line) <= WIDTH:
        yield line
    else:
        yield f"{indent}{key}:"
        yield from (f"{indent}  - {quoted_scalar(item)}" for item in items)


def quoted_scalar(text: str, plain: re.Pattern[str] = _PLAIN) -> str:
    """A text as a YAML scalar, quoted only if it could be read as something else."""
    if plain.fullmatch(text) and text.lower() not in _NOT_TEXT and text == text.strip():
        return text
    return _json(text)


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: _escape(ord(match[0])), text)


def _escape(number: int) -> str:
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
