"""Style sheets: one file a component to write, one small file to send.

An entry sheet names the files it consists of, each in a line of its own that
browsers understand too: ``@import "./folder/name.css";``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

_IMPORT = re.compile(r'^@import "(\./[\w./-]+\.css)";\n', re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")


def bundle(entry: Path, more: str = "") -> tuple[str, str]:
    """A style sheet with everything it imports as one, and ``more`` rules before them.

    Gives a file name that begins with that of ``entry`` and changes with the
    content, so that browsers may keep the file for ever, and the text. Raises
    ``ValueError`` for an import of another form, or one that follows a rule.
    """
    text = "\n".join(filter(None, map(_lean, [more, *_sheets(entry)])))
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return f"{entry.stem}.{digest}.css", text


def _sheets(entry: Path) -> Iterator[str]:
    """The texts of what a style sheet imports, then its own."""
    text = _COMMENT.sub("", entry.read_text(encoding="utf-8")).lstrip()
    while found := _IMPORT.match(text):
        yield from _sheets(entry.parent / found[1])
        text = text[found.end() :].lstrip()
    if "@import" in text:
        raise ValueError(
            f"{entry.name}: an @import of this form, or in this place, is not used here"
        )
    yield text


def _lean(text: str) -> str:
    return _SPACE.sub(" ", _COMMENT.sub("", text)).strip()
