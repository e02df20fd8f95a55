"""Browser code: modules to write and check, one classic script to send.

A page opened from disk may not load modules, and one file is one request. So
each module becomes a function that gives what it exports, called in the order
of the imports. That needs two plain forms and no others:
``import { name } from "./file.js";``, also from a folder beside or above that
is still within the entry's, and ``export`` before a declaration.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "(\.[\w./-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:(?:async )?function|const|class) (\w+))", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
_DOC_COMMENT = re.compile(r"[ \t]*/\*\*.*?\*/[ \t]*\n?", re.DOTALL)
_LINE_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def entries(folder: Path) -> list[Path]:
    """What pages begin with: ``site.js`` on all of them, ``open-….js`` where it is asked for."""
    return [folder / "site.js", *sorted(folder.glob("open-*.js"))]


def bundles(folder: Path) -> dict[str, tuple[str, str]]:
    """The scripts of all entries, by the stems of their modules: see :func:`bundle`."""
    modules = _Modules(folder)
    return {entry.stem: modules.bundle(entry) for entry in entries(folder)}


def bundle(entry: Path) -> tuple[str, str]:
    """A module and everything it imports as one classic script.

    Gives a file name that changes with the content, and the text. Raises
    ``ValueError`` for an import or export of another form.
    """
    return _Modules(entry.parent).bundle(entry)


class _Modules:
    """The modules in a folder; each is read and rewritten once, however many scripts it is in."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._imports: dict[Path, list[tuple[str, Path]]] = {}
        self._texts: dict[Path, str] = {}
        self._functions: dict[Path, str] = {}

    def bundle(self, entry: Path) -> tuple[str, str]:
        """An entry and everything it imports: see :func:`bundle`."""
        order: list[Path] = []
        self._collect(entry, order)
        if outside := [path.name for path in order if self._root not in path.parents]:
            raise ValueError(f"{entry.name} imports from outside its folder: {', '.join(outside)}")
        body = "".join(map(self._as_function, order))
        text = f'(()=>{{"use strict";\n{body}}})();\n'
        digest = hashlib.sha256(text.encode()).hexdigest()[:10]
        return f"{entry.stem}.{digest}.js", text

    def _collect(self, path: Path, order: list[Path]) -> None:
        """Put ``path`` behind everything it imports."""
        if path not in self._imports:
            text = self._texts[path] = path.read_text(encoding="utf-8")
            found = _IMPORT.findall(text)
            self._imports[path] = [(names, _beside(path, name)) for names, name in found]
        for _, imported in self._imports[path]:
            if imported not in order:
                self._collect(imported, order)
        order.append(path)

    def _as_function(self, path: Path) -> str:
        if path not in self._functions:
            self._functions[path] = self._rewritten(path)
        return self._functions[path]

    def _rewritten(self, path: Path) -> str:
        text = self._texts[path]
        exported = ",".join(_EXPORT.findall(text))
        imports = "".join(
            f"const{names}={_variable(module, self._root)};\n"
            for names, module in self._imports[path]
        )
        body = _EXPORT.sub("", _IMPORT.sub("", text))
        if left := _LEFT_OVER.search(body):
            raise ValueError(f"{path.name}: this form is not used here: {left[0]}")
        body = _INDENT.sub("", _LINE_COMMENT.sub("", _DOC_COMMENT.sub("", body))).strip()
        own = _variable(path, self._root)
        return f"const {own}=(()=>{{\n{imports}{body}\nreturn{{{exported}}};\n}})();\n"


def _beside(path: Path, name: str) -> Path:
    """The module that another means by a relative address."""
    return Path(os.path.normpath(path.parent / name))


def _variable(path: Path, root: Path) -> str:
    """What a module is called in the one script."""
    return "$" + re.sub(r"\W", "_", path.relative_to(root).with_suffix("").as_posix())
