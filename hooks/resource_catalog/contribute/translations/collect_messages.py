"""Collect every message from the code of the product: Python, templates and browser code."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from io import BytesIO
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from resource_catalog.links.judge import verdicts
from resource_catalog.links.judge.verdicts import MEANINGS
from resource_catalog.loading import problem_examples
from resource_catalog.loading.problem_examples import all_examples
from resource_catalog.model import problems
from resource_catalog.model.field_declaration import declared_fields, humanized
from resource_catalog.model.field_types.accessibility import ACCESSIBILITY_FEATURES
from resource_catalog.model.problems import GROUPS
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.link import Link
from resource_catalog.site.suggest import suggest_form

SOURCES = ("hooks", "overrides", "scripts")
"""The folders whose files have messages."""

_PYTHON: Mapping[str, tuple[int, int] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "NN_": (1, 2),
}
_SCRIPT = {"gettext": None, "gettextNodes": None, "gettextNoop": None, "ngettext": (1, 2)}
_TEMPLATE = {"_": None, "gettext": None, "ngettext": (1, 2)}
_METHODS: Mapping[str, tuple[Any, Mapping[str, Any], Mapping[str, str]]] = {
    ".py": ("python", _PYTHON, {}),
    ".js": ("javascript", _SCRIPT, {"parse_template_string": "true"}),
    ".html": (babel_extract, _TEMPLATE, {"newstyle_gettext": "true", "trimmed": "true"}),
}
_HEADER = "# What the site says. Written by scripts/messages.py from the code."

_CHANGING = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By')
"""The lines that differ though no message does."""


def all_messages(root: Path) -> Catalog:
    """Every message of the product, whose checkout is at ``root``."""
    catalog = in_code(root)
    for text, module in _in_tables():
        catalog.add(text, locations=[(f"hooks/{module.replace('.', '/')}.py", 1)])
    return catalog


def in_code(root: Path) -> Catalog:
    """Every message that the code below ``root`` says."""
    catalog = Catalog(header_comment=_HEADER, fuzzy=False)
    for path in _files(root):
        for message, comments in _messages_of(path):
            place = (path.relative_to(root).as_posix(), 1)
            catalog.add(message, locations=[place], auto_comments=comments)
    return catalog


def _in_tables() -> Iterator[tuple[str, str]]:
    """The texts in tables of code that says them where they are shown, with their modules."""
    parts = (declared.record for declared in declared_fields(Entry).values())
    for record in dict.fromkeys((Entry, Link, *filter(None, parts))):
        for declared in declared_fields(record).values():
            texts = (declared.label, declared.page_label, declared.form_help, declared.docs_help)
            labels = declared.option_labels.values()
            for text in filter(None, (declared.description, *texts, *labels)):
                yield text, record.__module__
    for word in ACCESSIBILITY_FEATURES:
        yield from ((text, suggest_form.__name__) for text in (word, humanized(word)))
    for group, rules in GROUPS.items():
        yield from ((text, problems.__name__) for text in (group, *rules.values()))
    for example in all_examples().values():
        told = filter(None, (example.says, example.mend))
        yield from ((text, problem_examples.__name__) for text in told)
    for meaning in MEANINGS.values():
        yield from ((text, verdicts.__name__) for text in astuple(meaning))


def as_text(catalog: Catalog) -> str:
    """A catalog as a file that changes only where a message does."""
    file = BytesIO()
    write_po(file, catalog, sort_by_file=True, include_lineno=False, width=100)
    lines = file.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_CHANGING))


def read(path: Path) -> Catalog:
    """The messages in a file, as :func:`as_text` writes it."""
    locale = None if path.suffix == ".pot" else path.stem.replace("-", "_")
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def _files(root: Path) -> Iterator[Path]:
    for folder in SOURCES:
        found = (path for path in (root / folder).rglob("*") if path.suffix in _METHODS)
        yield from sorted(path for path in found if "__pycache__" not in path.parts)


def _messages_of(path: Path) -> list[tuple[Any, Iterable[str]]]:
    """The messages of a file with what is said to translators, by line."""
    method, keywords, options = _METHODS[path.suffix]
    with path.open("rb") as file:
        found = [
            (line, message, comments)
            for line, message, comments, _ in extract(
                method, file, keywords, ["For translators:"], options
            )
        ]
    if path.suffix == ".py":
        known = {(line, message) for line, message, _ in found}
        found += [(*one, []) for one in _in_f_strings(path) if one not in known]
    return [(message, comments) for _, message, comments in sorted(found, key=itemgetter(0))]


def _in_f_strings(path: Path) -> Iterator[tuple[int, Any]]:
    """The messages in f-strings, each with its line: before Python 3.12 Babel sees none of them."""
    strings = (one for one in ast.walk(ast.parse(path.read_bytes())) if _is_f_string(one))
    for call in chain.from_iterable(map(ast.walk, strings)):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
            continue
        if call.func.id in _PYTHON:
            texts = [one.value for one in call.args if isinstance(one, ast.Constant)]
            count = len(_PYTHON[call.func.id] or (1,))
            if len(texts) >= count:
                yield call.lineno, texts[0] if count == 1 else tuple(texts[:count])


def _is_f_string(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr)
