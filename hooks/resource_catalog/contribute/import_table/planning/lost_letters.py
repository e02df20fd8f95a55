"""Notice that a table has question marks in place of letters that the catalog has.

Excel's plain “CSV” writes them for every letter that Windows-1252 does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem, quoted


def lost_letters(
    document: Document, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Problem]:
    """A problem for each text that differs from the current one by such question marks only."""
    current = dict(texts_of(before))
    for path, text in texts_of(after):
        old = current.get(path)
        if old is not None and text != old and "?" in text and _with_losses(old).fullmatch(text):
            message = _(
                "%(value)s has question marks where the catalog has letters: %(old)s.",
                value=quoted(text),
                old=quoted(old),
            )
            hint = _("Save the table as “CSV UTF-8”, or as a workbook, and import that.")
            yield document.problem("not-utf8", path, message, hint)


def texts_of(data: Any, path: YamlPath = ()) -> Iterator[tuple[YamlPath, str]]:
    """All texts in plain data, each with its path."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from texts_of(value, (*path, key))
    elif isinstance(data, (list, tuple)):
        for index, value in enumerate(data):
            yield from texts_of(value, (*path, index))


def _with_losses(text: str) -> re.Pattern[str]:
    """A pattern for the text in which other letters than those of English may be lost."""
    return re.compile("".join(map(_or_lost, text)), re.DOTALL)


def _or_lost(character: str) -> str:
    if character.isascii():
        return re.escape(character)
    marks = r"\?\?" if ord(character) > 0xFFFF else r"\?"
    return f"(?:{re.escape(character)}|{marks})"
