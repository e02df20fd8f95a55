"""The house: who may know whom, read from the code itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from building import ROOT

PROGRAMS = ("hooks", "scripts", "bench")
HOOKS = ROOT / "hooks"
PACKAGE = "resource_catalog"
SEAM = "mkdocs_"
"""The files in ``hooks/`` that know MkDocs have names that begin so."""

MODEL = """
    catalog links links.ledger model moves problems spellings suggestions urls values
    yaml_faults yaml_plain yaml_sound yaml_text
""".split()
"""The ground floor: what things are and what can be wrong with them."""

CHECK = "check convert documents duplicates entries facets load references sound_entries".split()
"""The floor above: from a folder to a catalog. Everything else in the package lives higher up."""


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


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file, with what is taken from it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import siblings absolutely"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms(path: Path) -> set[str]:
    """The modules of the package that a file imports."""
    return {name for name in imports(path) if name in modules()} - {PACKAGE}


def floor(module: str) -> int:
    room = module.removeprefix(f"{PACKAGE}.")
    return 0 if room in MODEL else 1 if room in CHECK else 2


def python_files() -> list[Path]:
    return sorted(path for name in PROGRAMS for path in (ROOT / name).rglob("*.py"))


def test_every_room_that_is_named_here_exists() -> None:
    assert {f"{PACKAGE}.{room}" for room in [*MODEL, *CHECK]} <= modules().keys()


@pytest.mark.parametrize("module", modules())
def test_arrows_run_one_way(module: str) -> None:
    """``model, problems ← load, check ← pages, exports, links``."""
    above = {room for room in rooms(modules()[module]) if floor(room) > floor(module)}
    assert above == set()


def test_nothing_runs_in_a_circle() -> None:
    graph = {module: rooms(path) - {module} for module, path in modules().items()}
    assert list(TopologicalSorter(graph).static_order())  # raises CycleError


def test_the_package_knows_nothing_of_those_who_use_it() -> None:
    seam = (path.stem for path in HOOKS.glob(f"{SEAM}*.py"))
    users = {*seam, "bench", *(path.stem for path in (ROOT / "scripts").glob("*"))}
    for module, path in modules().items():
        assert {name.split(".")[0] for name in imports(path)} & users == set(), module


@pytest.mark.parametrize("path", python_files(), ids=lambda path: path.name)
def test_only_the_seam_imports_the_engine(path: Path) -> None:
    engines = {"mkdocs", "material", "markdown", "pymdownx"}
    known = {name.split(".")[0] for name in imports(path)} & engines
    assert known == set() or (path.parent == HOOKS and path.name.startswith(SEAM))


FORBIDDEN_NAMES = {"print", "input", "exit", "quit", "breakpoint"}
FORBIDDEN_MODULES = {"logging", "sys", "time", "argparse", "warnings"}
FORBIDDEN_METHODS = {"now", "today", "utcnow"}


@pytest.mark.parametrize("module", modules())
def test_only_entry_points_print_log_exit_or_read_the_clock(module: str) -> None:
    path = modules()[module]
    assert set(imports(path)) & FORBIDDEN_MODULES == set()
    calls = [node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    assert {f.id for f in calls if isinstance(f, ast.Name)} & FORBIDDEN_NAMES == set()
    assert {f.attr for f in calls if isinstance(f, ast.Attribute)} & FORBIDDEN_METHODS == set()


@pytest.mark.parametrize("path", python_files(), ids=lambda path: path.name)
def test_every_file_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree(path))
