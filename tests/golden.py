"""Golden cases: a small good catalog, what each case changes in it, and what must be said then.

A case is a file in ``tests/cases/``: ``says`` tells in a sentence what goes
wrong, ``files`` lie over the good catalog, ``without`` names files that are
taken away, ``problems`` is exactly what the check prints, and ``reads`` holds
values of entries that must come out letter for letter. The examples that the
site shows of each problem are cases as well.
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
    """One bad example."""

    name: str
    says: str
    files: Mapping[str, str]
    problems: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    reads: Mapping[str, Mapping[str, str]] | None = None

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the problems it must give."""
        return frozenset(re.findall(r":\d+:\d+: (\S+) ", "\n".join(self.problems)))

    def write(self, folder: Path) -> None:
        """Lay the files over a catalog in ``folder``."""
        for name in self.without:
            (folder / name).unlink()
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")


def read_case(path: Path) -> Case:
    """Read a case. Every value of it is text, so that no test is a matter of YAML's opinion."""
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - text only
    return Case(
        name=path.stem,
        says=data["says"],
        files=data["files"],
        problems=tuple(data.get("problems", "").splitlines()),
        without=tuple(data.get("without", ())),
        reads=data.get("reads"),
    )


def all_cases() -> list[Case]:
    """Every case, by name."""
    shown = [
        problem_examples.FOLDER / f"{e.code}.yml"
        for e in problem_examples.all_examples().values()
        if e.problems
    ]
    return [read_case(path) for path in [*sorted(CASES.glob("*.yml")), *shown]]


def case_named(name: str) -> Case:
    """A case, or the example that the site shows of a problem."""
    path = CASES / f"{name}.yml"
    return read_case(path if path.exists() else problem_examples.FOLDER / f"{name}.yml")


def copy_of_good_catalog(tmp_path: Path) -> Path:
    """A catalog of three entries in which nothing is wrong, to spoil at will."""
    return shutil.copytree(GOOD_CATALOG, tmp_path / "catalog")
