"""Style sheets: one file a component to write, one small file to send."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

FIRST = ("tokens.css", "base.css")
LAST = ("print.css",)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")


def bundle(folder: Path, name: str = "site", more: str = "") -> tuple[str, str]:
    """All style sheets of a folder as one, and ``more`` rules before them.

    Gives a file name that begins with ``name`` and changes with the content, so
    that browsers may keep the file for ever, and the text.
    """
    paths = sorted(folder.glob("*.css"), key=lambda path: (_rank(path.name), path.name))
    written = [path.read_text(encoding="utf-8") for path in paths]
    text = "\n".join(map(_lean, [more, *written] if more else written))
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return f"{name}.{digest}.css", text


def _rank(name: str) -> int:
    if name in FIRST:
        return FIRST.index(name) - len(FIRST)
    return 1 if name in LAST else 0


def _lean(text: str) -> str:
    return _SPACE.sub(" ", _COMMENT.sub("", text)).strip()
