"""Bundle the JavaScript modules of the site into classic scripts.

Browsers do not load modules from a disk, and one file is one request. Each module becomes a
function that returns its exports, called in the order of the imports. Only two forms are
supported: ``import { name } from "./file.js";``, where the file is in the folder of all
modules or below it, and ``export`` before a declaration. Messages are put in while modules are
bundled, so that a browser gets those that it uses and no others.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from resource_catalog.pages.rendering.script_messages import translate_script

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "(\.[\w./-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:(?:async )?function|const|class) (\w+))", re.MULTILINE)
_UNSUPPORTED = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
_DOC_COMMENT = re.compile(r"[ \t]*/\*\*.*?\*/[ \t]*\n?", re.DOTALL)
_LINE_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def entry_modules(folder: Path) -> list[Path]:
    """The entry modules: ``site.js`` for every page, and ``open-….js`` for some.

    Those for kinds of tools are in the folders of the kinds.
    """
    some = [*folder.glob("open-*.js"), *folder.glob("tools/*/open-*.js")]
    return [folder / "site.js", *sorted(some)]


def bundle_all(
    folder: Path, replaced: Mapping[str, str] = MappingProxyType({})
) -> dict[str, tuple[str, str]]:
    """Bundle all entry modules; returns the results of :func:`bundle` by the stem of the module.

    ``replaced`` are the texts of modules that take the place of files, by their paths below the
    folder.
    """
    bundler = _Bundler(folder, replaced)
    return {entry.stem: bundler.bundle(entry) for entry in entry_modules(folder)}


def bundle(entry: Path) -> tuple[str, str]:
    """Bundle a module and everything it imports into one classic script.

    Returns a file name with a hash of the content, and the text. Raises ``ValueError`` for an
    unsupported import or export.
    """
    return _Bundler(_root_of(entry)).bundle(entry)


def _root_of(entry: Path) -> Path:
    """The folder of all modules: that of ``site.js``, or else that of the module."""
    return next((up for up in entry.parents if (up / "site.js").is_file()), entry.parent)


class _Bundler:
    """Bundles the modules of a folder, each of which is read and converted only once."""

    def __init__(self, root: Path, replaced: Mapping[str, str] = MappingProxyType({})) -> None:
        self._root = root
        self._replaced = {root / name: text for name, text in replaced.items()}
        self._imports: dict[Path, list[tuple[str, Path]]] = {}
        self._texts: dict[Path, str] = {}
        self._functions: dict[Path, str] = {}

    def bundle(self, entry: Path) -> tuple[str, str]:
        """See the function :func:`bundle`."""
        order: list[Path] = []
        self._collect(entry, order)
        if outside := [path.name for path in order if self._root not in path.parents]:
            raise ValueError(f"{entry.name} imports from outside its folder: {', '.join(outside)}")
        body = "".join(map(self._cached_function, order))
        text = f'(()=>{{"use strict";\n{body}}})();\n'
        digest = hashlib.sha256(text.encode()).hexdigest()[:10]
        return f"{entry.stem}.{digest}.js", text

    def _collect(self, path: Path, order: list[Path]) -> None:
        """Append the imports of ``path``, recursively, and then ``path`` itself."""
        if path not in self._imports:
            text = self._replaced.get(path) or path.read_text(encoding="utf-8")
            self._texts[path] = text
            found = _IMPORT.findall(text)
            self._imports[path] = [(names, _resolve_import(path, name)) for names, name in found]
        for _, imported in self._imports[path]:
            if imported not in order:
                self._collect(imported, order)
        order.append(path)

    def _cached_function(self, path: Path) -> str:
        if path not in self._functions:
            self._functions[path] = self._to_function(path)
        return self._functions[path]

    def _to_function(self, path: Path) -> str:
        text = self._texts[path]
        exported = ",".join(_EXPORT.findall(text))
        imports = "".join(
            f"const{names}={_variable_name(module, self._root)};\n"
            for names, module in self._imports[path]
        )
        body = translate_script(_EXPORT.sub("", _IMPORT.sub("", text)))
        if unsupported := _UNSUPPORTED.search(body):
            raise ValueError(f"{path.name}: this form is not used here: {unsupported[0]}")
        body = _INDENT.sub("", _LINE_COMMENT.sub("", _DOC_COMMENT.sub("", body))).strip()
        own = _variable_name(path, self._root)
        return f"const {own}=(()=>{{\n{imports}{body}\nreturn{{{exported}}};\n}})();\n"


def _resolve_import(path: Path, name: str) -> Path:
    """The path of an imported module."""
    return Path(os.path.normpath(path.parent / name))


def _variable_name(path: Path, root: Path) -> str:
    """The name of the variable that holds the exports of a module."""
    return "$" + re.sub(r"\W", "_", path.relative_to(root).with_suffix("").as_posix())
