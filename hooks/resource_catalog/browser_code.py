"""Browser code: modules to write and check, one classic script to send.

A page opened from disk may not load modules, and one file is one request. So
each module becomes a function that gives what it exports, called in the order
of the imports. That needs two plain forms and no others:
``import { name } from "./file.js";`` and ``export`` before a declaration.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:(?:async )?function|const|class) (\w+))", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
_DOC_COMMENT = re.compile(r"[ \t]*/\*\*.*?\*/[ \t]*\n?", re.DOTALL)
_LINE_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def bundle(entry: Path) -> tuple[str, str]:
    """A module and everything it imports as one classic script.

    Gives a file name that changes with the content, and the text. Raises
    ``ValueError`` for an import or export of another form.
    """
    order: list[Path] = []
    _collect(entry, order)
    body = "".join(_as_function(path) for path in order)
    text = f'(()=>{{"use strict";\n{body}}})();\n'
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return f"{entry.stem}.{digest}.js", text


def _collect(path: Path, order: list[Path]) -> None:
    """Put ``path`` behind everything it imports."""
    for _, name in _IMPORT.findall(path.read_text(encoding="utf-8")):
        imported = path.parent / f"{name}.js"
        if imported not in order:
            _collect(imported, order)
    order.append(path)


def _as_function(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    exported = ",".join(_EXPORT.findall(text))
    found = _IMPORT.findall(text)
    imports = "".join(f"const{names}={_variable(name)};\n" for names, name in found)
    body = _EXPORT.sub("", _IMPORT.sub("", text))
    if left := _LEFT_OVER.search(body):
        raise ValueError(f"{path.name}: this form is not used here: {left[0]}")
    body = _INDENT.sub("", _LINE_COMMENT.sub("", _DOC_COMMENT.sub("", body))).strip()
    return f"const {_variable(path.stem)}=(()=>{{\n{imports}{body}\nreturn{{{exported}}};\n}})();\n"


def _variable(name: str) -> str:
    """What a module of this name is called in the one script."""
    return "$" + name.replace("-", "_")
