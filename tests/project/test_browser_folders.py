"""The folders of the browser code: each a thing that readers use, small, and importing one way."""

from __future__ import annotations

import posixpath
import re
from collections import Counter, defaultdict
from graphlib import TopologicalSorter
from pathlib import Path, PurePosixPath

from building import ROOT
from source_code import MOST_MODULES

JS = ROOT / "overrides" / "js"
CSS = ROOT / "overrides" / "css"

IMPORT = re.compile(r'^import \{[^}]*\} from "(\.[^"]+)";$', re.MULTILINE)
"""What runs; imports of types are in comments, and may lead anywhere."""

ABOVE = {"browse": {"search"}}
"""The things that stand on others: the list shows what the search finds."""


def modules() -> dict[str, Path]:
    """All modules by their paths below the folder of the browser code."""
    return {path.relative_to(JS).as_posix(): path for path in sorted(JS.rglob("*.js"))}


def imported(module: str) -> set[str]:
    """The modules that a module imports."""
    folder = posixpath.dirname(module)
    found = IMPORT.findall(modules()[module].read_text(encoding="utf-8"))
    return {posixpath.normpath(posixpath.join(folder, name)) for name in found}


def thing_of(module: str) -> str:
    """``search`` for ``search/words/words.js``; empty for what stands above all folders."""
    return module.partition("/")[0] if "/" in module else ""


def test_no_folder_has_too_many_modules() -> None:
    sizes = Counter(path.parent for path in [*JS.rglob("*.js"), *CSS.rglob("*.css")])
    assert {str(f.relative_to(ROOT)): n for f, n in sizes.items() if n > MOST_MODULES} == {}


def test_no_two_things_know_of_each_other() -> None:
    """Each has what it shares from ``shared``; only entry modules put things together."""
    wrong = {
        f"{module} imports {other}"
        for module in modules()
        for other in imported(module)
        if (thing := thing_of(module))
        and thing_of(other) not in {thing, "shared", *ABOVE.get(thing, ())}
    }
    assert wrong == set()


def test_folders_import_in_one_direction() -> None:
    """Also those within a thing, such as its fields and how input is judged."""
    graph: defaultdict[str, set[str]] = defaultdict(set)
    for module in modules():
        folder = str(PurePosixPath(module).parent)
        graph[folder] |= {str(PurePosixPath(other).parent) for other in imported(module)} - {folder}
    assert list(TopologicalSorter(graph).static_order())  # raises CycleError


def test_styles_are_in_the_folders_of_the_things_that_they_are_for() -> None:
    """Or in ``pages``, for what has no browser code, or ``frame``, which is around every page."""
    things = {path.name for path in JS.iterdir() if path.is_dir()}
    assert {path.name for path in CSS.iterdir() if path.is_dir()} <= {*things, "pages", "frame"}
