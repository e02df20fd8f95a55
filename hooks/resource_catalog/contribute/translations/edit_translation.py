"""Change the file of a translation: add what is missing, confirm what a person has read.

Comments, order, quotes and line ends stay. The result is parsed, and discarded if its data are not
exactly as intended.
"""

from __future__ import annotations

import copy
import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.entry_writer import quoted_scalar
from resource_catalog.loading.yaml.spans import Spans, UnreadableYamlError, spans
from resource_catalog.model.translations.translatable_texts import SourceText
from resource_catalog.model.translations.translated_text import WAITING
from resource_catalog.model.translations.translation_state import fingerprint

_WIDTH = 98
_BOM = "\ufeff"


def with_stubs(text: str, sources: Iterable[SourceText]) -> str | None:
    """The text of a file with a place for each source that it lacks, which stands above it.

    None if the file cannot be edited without changing anything else.
    """
    data, problems = parser.parse(text) if text.strip(_BOM).strip() else ({}, [])
    if problems or not isinstance(data or {}, dict):
        return None
    known = dict(data or {})
    newline = "\r\n" if "\r\n" in text else "\n"
    lines: list[str] = []
    wanted: dict[str, Any] = dict(known)
    for source in sources:
        if source.path not in known:
            stub = {"text": WAITING, "of": fingerprint(source.text)}
            wanted[source.path] = stub
            lines += [f"{quoted_scalar(source.path)}:", *_comment(source.text)]
            lines += [f"  text: {stub['text']}", f"  of: {quoted_scalar(stub['of'])}"]
    if not lines:
        return text
    start = text if not text or text.endswith("\n") else text + newline
    result = start + newline.join([*lines, ""])
    return result if parser.parse(result) == (wanted, []) else None


def with_confirmed(text: str, sources: Mapping[str, str], by: str | None) -> str | None:
    """The text of a file in which the paths of some ``sources`` are said to be right.

    ``by`` is who says so as a native reader; with None nobody signs. None if the file cannot be
    edited without changing anything else.
    """
    bom = _BOM if text.startswith(_BOM) else ""
    body = text.removeprefix(bom)
    data, problems = parser.parse(body)
    if problems or not isinstance(data, dict):
        return None
    try:
        nodes = spans(body)
    except UnreadableYamlError:
        return None
    wanted = copy.deepcopy(data)
    edits: list[tuple[int, int, str]] = []
    for path, source in sources.items():
        wanted[path]["of"] = fingerprint(source)
        of = nodes.values[path, "of"]
        edits.append((of.start, of.end, wanted[path]["of"]))
        if by:
            wanted[path]["by"] = by
            edits.append(_by_edit(body, nodes, path, by))
    for start, end, new in sorted(edits, reverse=True):
        body = body[:start] + new + body[end:]
    return bom + body if parser.parse(body) == (wanted, []) else None


def _comment(source: str) -> list[str]:
    """The source of a text, in lines that are comments."""
    return [
        f"  # {line}".rstrip()
        for paragraph in source.split("\n")
        for line in textwrap.wrap(paragraph, _WIDTH - 4) or [""]
    ]


def _by_edit(body: str, nodes: Spans, path: str, by: str) -> tuple[int, int, str]:
    """The edit (start, end, text) that says who has read a text."""
    name = quoted_scalar(by)
    if (old := nodes.values.get((path, "by"))) is not None:
        return old.start, old.end, name
    key, of = nodes.keys[path, "of"], nodes.values[path, "of"]
    if nodes.values[(path,)].flow:
        return of.end, of.end, f", by: {quoted_scalar(by)}"
    end = body.find("\n", of.end)
    end = len(body) if end < 0 else end
    newline = "\r\n" if body[end - 1 : end] == "\r" else "\n"
    end -= newline == "\r\n"
    indent = body[body.rfind("\n", 0, key.start) + 1 : key.start]
    return end, end, f"{newline}{indent}by: {name}"
