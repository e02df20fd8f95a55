"""What commands print to maintainers is messages: read from the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from building import ROOT

FOR_PROGRAMMERS = """
    bench_build bench_links bench_path bench_search browser compare_sites contact_sheets
    environment lock messages synthesize take_picture
""".split()
"""Scripts for those who work on the program, whom it tells in English."""

SCRIPTS = [
    path
    for path in sorted((ROOT / "scripts").rglob("*.py"))
    if path.stem not in FOR_PROGRAMMERS and "__pycache__" not in path.parts
]
TABLES = sorted((ROOT / "hooks/resource_catalog/contribute/import_table").rglob("*.py"))
MESSAGES = {"_", "ngettext", "count"}
WORDS = re.compile(r"[A-Za-z]{2,} +[a-z]{2,}")
COMMAND = "make site"


def sentences(node: ast.AST) -> Iterator[str]:
    """The texts of several words below a node that are no messages."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MESSAGES:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value.replace(COMMAND, "")
        if WORDS.search(text):
            yield text
    for child in ast.iter_child_nodes(node):
        yield from sentences(child)


def said(path: Path) -> Iterator[str]:
    """What a file prints, raises, or takes for a message or a hint."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("print", "input")) or (
            isinstance(node, ast.Raise) and node.exc and "ArgumentTypeError" not in ast.dump(node)
        ):
            yield from sentences(node)
        elif isinstance(node, ast.Assign):
            names = {getattr(target, "id", "") for target in node.targets}
            if names & {"message", "hint", "note", "summary"}:
                yield from sentences(node.value)


def test_what_is_said_is_a_message() -> None:
    found = {path.name: list(said(path)) for path in SCRIPTS + TABLES}
    assert {name: texts for name, texts in found.items() if texts} == {}
