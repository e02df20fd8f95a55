"""Load the example of every problem code: a file with the problem, and its correction.

Each is a file beside this one, named after its code. ``says`` is a sentence on
what went wrong, ``files`` are written over a good catalog, ``without`` are
removed from it, and ``problems`` is the output of the check. ``mended`` are
the corrected files, ``gone`` those to delete. ``mend`` is advice in place of a
correction that text cannot show. Tests run every example; the guide to
problems is rendered from them.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from resource_catalog.loading.yaml import parser
from resource_catalog.model.problems import printable

FOLDER = Path(__file__).resolve().parent
CONTEXT = 1
"""How many unchanged lines are shown above and below a change."""


@dataclass(frozen=True)
class ExcerptLine:
    """A line of an excerpt; ``text`` is None where lines are omitted."""

    text: str | None
    changes: bool = False


@dataclass(frozen=True)
class Excerpt:
    """The changed part of a file; empty if the file does not exist."""

    file: str
    lines: Sequence[ExcerptLine]
    renamed: bool = False


@dataclass(frozen=True)
class ProblemExample:
    """A catalog with one problem, and its correction."""

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
        """The lines to change, before the correction."""
        return self._pair[0] if self.mended else None

    @property
    def right(self) -> Excerpt | None:
        """The same lines after the correction."""
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
def all_examples() -> Mapping[str, ProblemExample]:
    """All examples by code."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.yml"))}


def read(path: Path) -> ProblemExample:
    """Read the example in a file."""
    data, _ = parser.parse(path.read_text(encoding="utf-8"))
    return ProblemExample(
        code=path.stem,
        says=data["says"],
        files=data.get("files", {}),
        without=tuple(data.get("without", ())),
        problems=tuple(data.get("problems", "").splitlines()),
        mended=data.get("mended", {}),
        gone=tuple(data.get("gone", ())),
        mend=data.get("mend", ""),
    )


def _excerpts(
    bad: Sequence[str], good: Sequence[str]
) -> tuple[list[ExcerptLine], list[ExcerptLine]]:
    """The lines near a change in both texts; all lines if nothing changes."""
    steps = difflib.SequenceMatcher(None, bad, good, autojunk=False).get_opcodes()
    changes = [step for step in steps if step[0] != "equal"]
    return (
        _around(bad, [range(start, end) for _, start, end, _, _ in changes]),
        _around(good, [range(start, end) for _, _, _, start, end in changes]),
    )


def _around(lines: Sequence[str], changes: Sequence[range]) -> list[ExcerptLine]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    changed = {number for part in changes for number in part}
    near = {n for part in changes for n in range(part.start - CONTEXT, part.stop + CONTEXT)}
    shown: list[ExcerptLine] = []
    for number, line in enumerate(lines):
        if number in near or not changes:
            shown.append(ExcerptLine(printable(line), number in changed))
        elif not shown or shown[-1].text is not None:
            shown.append(ExcerptLine(None))
    return shown
