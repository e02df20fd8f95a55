"""The source code of the project as tests look at it: modules, and what they import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from building import ROOT

HOOKS = ROOT / "hooks"
PACKAGE = "resource_catalog"

MOST_MODULES = 16
"""So many modules in one folder can still be taken in at a glance."""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def modules() -> dict[str, Path]:
    """The files of the package by the names of their modules."""
    found = {}
    for path in sorted((HOOKS / PACKAGE).rglob("*.py")):
        parts = path.relative_to(HOOKS).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Every module that a file imports, wherever in the file, with the names taken from it."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import siblings absolutely"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
