"""Examples of every problem code: a catalog file that is wrong, and the same file corrected.

Each is a file beside this one, named after its code. ``says`` is a sentence on
what went wrong, ``files`` are written over a good catalog, ``without`` are
removed from it, and ``problems`` is what the check then prints. ``mended`` are
the files that correct it, ``gone`` those to be deleted for that. What no text
can show has advice instead, as ``mend``. Tests check every example; the page
of problems is rendered from them.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from resource_catalog.loading.yaml import reader
from resource_catalog.model.problems import printable

FOLDER = Path(__file__).resolve().parent
CONTEXT = 1
"""How many lines are shown above and below one that changes."""


@dataclass(frozen=True)
class Line:
    """A line as it is shown; ``text`` is None where lines are left out."""

    text: str | None
    changes: bool = False


@dataclass(frozen=True)
class Excerpt:
    """The part of a file that matters; no lines at all where there is no file."""

    file: str
    lines: Sequence[Line]
    renamed: bool = False


@dataclass(frozen=True)
class Example:
    """One way to meet a problem, and one to mend it."""

    code: str
    says: str
    files: Mapping[str, str]
    without: tuple[str, ...]
    problems: tuple[str, ...]
    mended: Mapping[str, str]
    gone: tuple[str, ...]
    mend: str

    @property
    def wrong(self) -> Excerpt | None:
        """What is wrong, around the lines that have to change."""
        return self._pair[0] if self.mended else None

    @property
    def right(self) -> Excerpt | None:
        """The same place put right."""
        return self._pair[1] if self.mended else None

    @cached_property
    def _pair(self) -> tuple[Excerpt, Excerpt]:
        after, good = next(iter(self.mended.items()))
        before = next(iter(self.gone), after)
        bad = self.files.get(before, "")
        wrong, right = _excerpts(bad.split("\n"), good.split("\n"))
        moved = before != after
        return (
            Excerpt(before, wrong if before in self.files else (), moved),
            Excerpt(after, right, moved),
        )


@cache
def all_examples() -> Mapping[str, Example]:
    """Every example by its code."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.yml"))}


def read(path: Path) -> Example:
    """Read one example; every value in it is text."""
    data, _ = reader.parse(path.read_text(encoding="utf-8"))
    return Example(
        code=path.stem,
        says=data["says"],
        files=data.get("files", {}),
        without=tuple(data.get("without", ())),
        problems=tuple(data.get("problems", "").splitlines()),
        mended=data.get("mended", {}),
        gone=tuple(data.get("gone", ())),
        mend=data.get("mend", ""),
    )


def _excerpts(bad: Sequence[str], good: Sequence[str]) -> tuple[list[Line], list[Line]]:
    """Both texts, less what is far from any change. All of both where nothing changes."""
    steps = difflib.SequenceMatcher(None, bad, good, autojunk=False).get_opcodes()
    changes = [step for step in steps if step[0] != "equal"]
    return (
        _around(bad, [range(start, end) for _, start, end, _, _ in changes]),
        _around(good, [range(start, end) for _, _, _, start, end in changes]),
    )


def _around(lines: Sequence[str], changes: Sequence[range]) -> list[Line]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    changed = {number for part in changes for number in part}
    near = {n for part in changes for n in range(part.start - CONTEXT, part.stop + CONTEXT)}
    shown: list[Line] = []
    for number, line in enumerate(lines):
        if number in near or not changes:
            shown.append(Line(printable(line), number in changed))
        elif not shown or shown[-1].text is not None:
            shown.append(Line(None))
    return shown
