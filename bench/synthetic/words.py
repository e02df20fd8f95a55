"""Read the word lists in ``word_lists/``.

Every file is a list of sections. An unindented line names a section; the indented lines below it
hold its items, separated by semicolons, the most common first, because the first items are drawn
most often. ``{name}`` stands for an item of another section, ``{name.s}``, ``{name.ing}`` and
``{name.ed}`` for another form of it, and ``a~`` for “a” or “an”.

All of it is invented for benchmarks. None of it describes a real resource.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

_FOLDER = Path(__file__).with_name("word_lists")

Section = tuple[list[str], list[str]]
"""The parts of the unindented line, and the lines below it."""


def read_sections(name: str) -> list[Section]:
    """The sections of a word list, or of all word lists in a folder."""
    path = _FOLDER / name
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path.with_suffix(".txt")]
    return [section for file in files for section in _read(file)]


def split_items(lines: Sequence[str]) -> list[str]:
    """The items in the lines of a section, which semicolons separate."""
    return [item.strip() for item in " ".join(lines).split(";")]


def irregular_forms() -> dict[str, str]:
    """Irregular forms, such as ``built`` for ``build.ed``."""
    lines = (_FOLDER / "irregular.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(": ") for line in lines)


def _read(file: Path) -> Iterator[Section]:
    head: list[str] = []
    lines: list[str] = []
    for line in [*file.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("  "):
            lines.append(line.strip())
            continue
        if head:
            yield head, lines
        head, lines = [part.strip() for part in line.split("|")], []
