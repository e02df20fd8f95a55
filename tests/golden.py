"""Read the golden cases: changes to a valid catalog, and the problems that they must give.

A case is a file in ``tests/cases/``: ``says`` describes the case in a sentence, ``files`` are added
to the valid catalog or replace its files, ``without`` names files to remove, ``problems`` is the
exact output of the check, and ``reads`` has values of entries that must be read letter for letter.
The examples of each problem that the site shows are cases as well.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from resource_catalog.loading import problem_examples

HERE = Path(__file__).resolve().parent
CASES = HERE / "cases"
GOOD_CATALOG = HERE / "good_catalog"


@dataclass(frozen=True)
class Case:
    """A golden case."""

    name: str
    says: str
    files: Mapping[str, str]
    problems: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    reads: Mapping[str, Mapping[str, str]] | None = None

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the expected problems."""
        return frozenset(re.findall(r":\d+:\d+: (\S+) ", "\n".join(self.problems)))

    def write(self, folder: Path) -> None:
        """Apply the case to the catalog in ``folder``."""
        for name in self.without:
            (folder / name).unlink()
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")


def read_case(path: Path) -> Case:
    """Read a case, with every scalar as text, so that YAML converts no value."""
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - text only
    return Case(
        name=path.stem,
        says=data["says"],
        files=data["files"],
        problems=tuple(data.get("problems", "").splitlines()),
        without=tuple(data.get("without", ())),
        reads=data.get("reads"),
    )


def all_cases() -> list[Case]:
    """Every case, sorted by name, then the examples."""
    shown = [
        problem_examples.FOLDER / f"{e.code}.yml"
        for e in problem_examples.all_examples().values()
        if e.problems
    ]
    return [read_case(path) for path in [*sorted(CASES.glob("*.yml")), *shown]]


def case_named(name: str) -> Case:
    """The case with a name, or the example of a problem code."""
    path = CASES / f"{name}.yml"
    return read_case(path if path.exists() else problem_examples.FOLDER / f"{name}.yml")


def copy_of_good_catalog(tmp_path: Path) -> Path:
    """Copy the valid catalog of three entries to a folder where a test may change it."""
    return shutil.copytree(GOOD_CATALOG, tmp_path / "catalog")
