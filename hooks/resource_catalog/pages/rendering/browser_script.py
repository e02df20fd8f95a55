"""Bundle the JavaScript modules of the site into classic scripts.

Browsers do not load modules from a disk, and one file is one request. Each module becomes a
function that returns its exports, called in the order of the imports. Only two forms are
supported: ``import { name } from "./file.js";``, where the file is in the folder of all
modules or below it, and ``export`` before a declaration. Messages are put in while modules are
bundled, so that a browser gets those that it uses and no others.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from resource_catalog.pages.rendering.script_messages import translate_script

# A line break at the beginning of a pattern makes it several times as fast as ``^``.
_IMPORT = re.compile(r'\nimport (\{[^}]*\}) from "(\.[\w./-]+\.js)";(?=\n)')
_EXPORT = re.compile(r"\nexport (?=(?:(?:async )?function|const|class) (\w+))")
_UNSUPPORTED = re.compile(r"\n((?:import|export)\b.*)")
_EMPTY_LINES = re.compile(r"\n{2,}")
_INDENT = re.compile(r"\n[ \t]+")
_DOC_COMMENT = re.compile(r"[ \t]*/\*\*.*?\*/[ \t]*\n?", re.DOTALL)
_LINE_COMMENT = re.compile(r"\n\s*//.*(?=\n)")


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
    """Bundles the modules of a folder, each of which is read and converted only once.

    The name of a module is its path below the folder.
    """

    def __init__(self, root: Path, replaced: Mapping[str, str] = MappingProxyType({})) -> None:
        self._root = root
        self._replaced = replaced
        self._imports: dict[str, list[tuple[str, str]]] = {}
        self._functions: dict[str, str] = {}

    def bundle(self, entry: Path) -> tuple[str, str]:
        """See the function :func:`bundle`."""
        order: dict[str, str] = {}
        self._collect(entry.relative_to(self._root).as_posix(), order, entry.name)
        body = "".join(order.values())
        text = f'(()=>{{"use strict";\n{body}}})();\n'
        digest = hashlib.sha256(text.encode()).hexdigest()[:10]
        return f"{entry.stem}.{digest}.js", text

    def _collect(self, module: str, order: dict[str, str], entry: str) -> None:
        """Append the functions of what ``module`` imports, recursively, and then its own."""
        if module.startswith("../"):
            raise ValueError(f"{entry} imports from outside its folder: {Path(module).name}")
        if module not in self._functions:
            self._read(module)
        for _names, imported in self._imports[module]:
            if imported not in order:
                self._collect(imported, order, entry)
        order[module] = self._functions[module]

    def _read(self, module: str) -> None:
        text = self._replaced.get(module) or (self._root / module).read_text(encoding="utf-8")
        text = f"\n{text}"
        folder = posixpath.dirname(module)
        found = _IMPORT.findall(text)
        self._imports[module] = [
            (names, posixpath.normpath(posixpath.join(folder, name))) for names, name in found
        ]
        self._functions[module] = self._to_function(module, text)

    def _to_function(self, module: str, text: str) -> str:
        """``text`` begins with a line break."""
        exported = ",".join(_EXPORT.findall(text))
        imports = "".join(
            f"const{names}={_variable_name(imported)};\n"
            for names, imported in self._imports[module]
        )
        body = translate_script(_EXPORT.sub("\n", _IMPORT.sub("", text)))
        if unsupported := _UNSUPPORTED.search(body):
            name = posixpath.basename(module)
            raise ValueError(f"{name}: this form is not used here: {unsupported[1]}")
        body = _LINE_COMMENT.sub("", _DOC_COMMENT.sub("", _INDENT.sub("\n", body)))
        body = _EMPTY_LINES.sub("\n", body).strip()
        own = _variable_name(module)
        return f"const {own}=(()=>{{\n{imports}{body}\nreturn{{{exported}}};\n}})();\n"


def _variable_name(module: str) -> str:
    """The name of the variable that holds the exports of a module."""
    return "$" + re.sub(r"\W", "_", module.removesuffix(".js"))
