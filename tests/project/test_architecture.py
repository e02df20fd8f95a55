"""The structure of the package: which layer may import which, read from the code itself."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path

import resource_catalog
from building import ROOT
from source_code import HOOKS, MOST_MODULES, PACKAGE, imports, modules, tree

SEAM = "mkdocs_"
"""The files in ``hooks/`` that may import MkDocs have names that begin so."""

LAYERS = ("model", "tools", "loading", "links", "site", "exports", "pages", "contribute")
"""The packages, lowest first. Each may import those before it."""

BESIDE = {"performance": "contribute"}
"""A package that stands beside another: it may import what lies below, and neither the other."""


def imported_modules(path: Path) -> set[str]:
    """The modules of the package that a file imports."""
    return {name for name in imports(path) if name in modules()} - {PACKAGE}


def package_of(module: str) -> str:
    """``model`` for ``resource_catalog.model.problems``."""
    return module.split(".")[1]


def below(package: str) -> set[str]:
    """The packages that one may import, itself among them."""
    place = LAYERS.index(BESIDE.get(package, package))
    return {*LAYERS[:place], package}


def inner_modules() -> dict[str, Path]:
    """All modules but the package's own front door."""
    return {module: path for module, path in modules().items() if module != PACKAGE}


def python_files() -> list[Path]:
    return sorted(
        path
        for folder in (HOOKS, ROOT / "scripts", ROOT / "bench")
        for path in folder.rglob("*.py")
    )


def test_the_packages_are_those_of_the_contributing_guide() -> None:
    folders = {path.parent.name for path in (HOOKS / PACKAGE).glob("*/__init__.py")}
    assert folders == {*LAYERS, *BESIDE}


def test_nothing_lies_at_the_top_of_the_package_but_its_front_door() -> None:
    assert [path.name for path in (HOOKS / PACKAGE).glob("*.py")] == ["__init__.py"]


def test_layers_import_only_what_lies_below_them() -> None:
    wrong = {
        f"{module} imports {other}"
        for module, path in inner_modules().items()
        for other in imported_modules(path)
        if package_of(other) not in below(package_of(module))
    }
    assert wrong == set()


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    graph = {module: imported_modules(path) - {module} for module, path in modules().items()}
    assert list(TopologicalSorter(graph).static_order())  # raises CycleError


def test_no_folder_holds_more_modules_than_fit_in_the_head() -> None:
    sizes = Counter(path.parent for path in modules().values())
    assert {str(f.relative_to(HOOKS)): n for f, n in sizes.items() if n > MOST_MODULES} == {}


def test_no_two_modules_have_one_name() -> None:
    names = Counter(path.stem for path in modules().values() if path.name != "__init__.py")
    assert {name for name, times in names.items() if times > 1} == set()


def test_the_package_does_not_know_who_uses_it() -> None:
    users = {path.stem for path in HOOKS.glob(f"{SEAM}*.py")}
    users |= {path.stem for path in (ROOT / "scripts").iterdir()} | {"bench"}
    wrong = {
        module
        for module, path in modules().items()
        if {name.split(".")[0] for name in imports(path)} & users
    }
    assert wrong == set()


def test_only_the_seam_imports_mkdocs() -> None:
    engines = {"mkdocs", "material", "pymdownx"}
    wrong = {
        str(path.relative_to(ROOT))
        for path in python_files()
        if {name.split(".")[0] for name in imports(path)} & engines
        and not (path.parent == HOOKS and path.name.startswith(SEAM))
    }
    assert wrong == set()


FORBIDDEN_NAMES = {"print", "input", "exit", "quit", "breakpoint"}
FORBIDDEN_MODULES = {"logging", "sys", "time", "argparse", "warnings"}
FORBIDDEN_METHODS = {"now", "today", "utcnow"}


def test_only_entry_points_print_log_exit_or_read_the_clock() -> None:
    wrong = {
        f"{module}: {name}"
        for module, path in inner_modules().items()
        for name in [
            *(set(imports(path)) & FORBIDDEN_MODULES),
            *(called_names(path) & FORBIDDEN_NAMES),
            *(called_methods(path) & FORBIDDEN_METHODS),
        ]
    }
    assert wrong == set()


def called_names(path: Path) -> set[str]:
    calls = [node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    return {func.id for func in calls if isinstance(func, ast.Name)}


def called_methods(path: Path) -> set[str]:
    calls = [node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    return {func.attr for func in calls if isinstance(func, ast.Attribute)}


def test_every_file_opens_with_what_it_is_for() -> None:
    silent = [str(path) for path in python_files() if not ast.get_docstring(tree(path))]
    assert silent == []


def test_git_has_every_file_of_the_package() -> None:
    """A rule of ``.gitignore`` such as ``site/`` once hid a whole package."""
    files = [str(path.relative_to(ROOT)) for path in python_files()]
    ignored = subprocess.run(
        ["git", "check-ignore", "--no-index", *files], cwd=ROOT, capture_output=True, text=True
    )
    assert ignored.stdout.split() == []


def public_modules() -> set[str]:
    return {
        f"{PACKAGE}.{package}.{module}"
        for package, names in resource_catalog.PUBLIC.items()
        for module in names.split()
    }


def callers() -> list[Path]:
    """The files outside the package that import it, tests aside."""
    return [path for path in python_files() if HOOKS / PACKAGE not in path.parents]


def test_the_front_door_names_what_callers_import_and_nothing_else() -> None:
    """Packages count as public where a module of theirs is: ``exports`` holds what all return."""
    imported = {name for path in callers() for name in imported_modules(path)}
    modules_imported = {name for name in imported if modules()[name].name != "__init__.py"}
    assert modules_imported == public_modules()


def test_the_front_door_loads_nothing() -> None:
    code = "import sys, resource_catalog; print([m for m in sys.modules if 'catalog.' in m])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=HOOKS, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_tests_of_a_package_import_only_what_lies_below_it() -> None:
    wrong = {
        f"{path.relative_to(ROOT)} imports {module}"
        for package in [*LAYERS, *BESIDE]
        for path in (ROOT / "tests" / package).rglob("*.py")
        for module in imported_modules(path)
        if module not in public_modules() and package_of(module) not in below(package)
    }
    assert wrong == set()


WRITES_BY_ITSELF = {
    "hooks/mkdocs_pages.py": "the built site, which the next build makes again",
    "hooks/resource_catalog/performance/served_language.py": "the same",
    "scripts/make_handouts.py": "a temporary folder",
    "hooks/resource_catalog/contribute/autofix/fix_catalog.py": "a temporary folder",
    "hooks/resource_catalog/contribute/issue_forms/dry_run.py": "a temporary folder",
    "hooks/resource_catalog/links/linkchecker_process.py": "a temporary folder",
    "hooks/resource_catalog/links/linkchecker_opinion.py": "a temporary folder",
    "scripts/export_markdown.py": "the draft of a folder",
    "scripts/lock.py": "the locks of the project, without the project",
    "hooks/resource_catalog/contribute/scratch_copy.py": "a temporary folder",
}
"""Files that write others without ``loading/saving``, and what they write."""


def test_files_are_written_in_one_way() -> None:
    """Whole, or not at all; ``loading/saving`` says how."""
    saving = HOOKS / PACKAGE / "loading" / "saving"
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in (HOOKS, ROOT / "scripts")
        for path in folder.rglob("*.py")
        if saving not in path.parents
        and {"write_text", "write_bytes", "copyfile", "rename"} & called_methods(path)
    }
    assert found == WRITES_BY_ITSELF.keys()
