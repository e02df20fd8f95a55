"""Bundle a style sheet and everything it imports into one minified file.

Imports must be at the top, one a line: ``@import "./folder/name.css";``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

_IMPORT = re.compile(r'^@import "(\./[\w./-]+\.css)";\n', re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")


def bundle(entry: Path, extra_rules: str = "", last_rules: str = "") -> tuple[str, str]:
    """Bundle a style sheet, ``extra_rules`` before all it imports, ``last_rules`` at its end.

    Returns a file name with a hash of the content, so that browsers may cache the file for ever,
    and the text. Raises ``ValueError`` for an import of another form or in another place.
    """
    text = "\n".join(filter(None, map(_minified, [extra_rules, *_import_texts(entry), last_rules])))
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return f"{entry.stem}.{digest}.css", text


def _import_texts(entry: Path) -> Iterator[str]:
    """The texts of all imported style sheets, then that of ``entry``."""
    text = _COMMENT.sub("", entry.read_text(encoding="utf-8")).lstrip()
    while found := _IMPORT.match(text):
        yield from _import_texts(entry.parent / found[1])
        text = text[found.end() :].lstrip()
    if "@import" in text:
        raise ValueError(
            f"{entry.name}: an @import of this form, or in this place, is not used here"
        )
    yield text


def _minified(text: str) -> str:
    return _SPACE.sub(" ", _COMMENT.sub("", text)).strip()
