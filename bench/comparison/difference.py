"""Find the files that differ between two sites, and show where each difference begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from bench.comparison.exemptions import Exemption

SHOWN_LINES = 3
SHOWN_CHARACTERS = 120
_BEFORE = 40


@dataclass(frozen=True)
class Difference:
    """A file that differs between the sites; its content is None where it is missing."""

    path: str
    old: bytes | None
    new: bytes | None
    exemption: Exemption | None

    def lines(self) -> list[str]:
        """The path and kind of difference, and for text the first lines that differ."""
        if self.old is None:
            return [f"{self.path}: only here"]
        if self.new is None:
            return [f"{self.path}: only there"]
        if not (_is_text(self.old) and _is_text(self.new)):
            return [f"{self.path}: {len(self.old):,} bytes there, {len(self.new):,} here"]
        return [f"{self.path}:", *_first_lines(self.old.decode(), self.new.decode())]


def differences(
    old: Mapping[str, bytes], new: Mapping[str, bytes], exemptions: Sequence[Exemption]
) -> list[Difference]:
    """Every file that differs, sorted by path, with the exemption that allows it if any."""
    found = []
    for path in sorted(old.keys() | new.keys()):
        before, after = old.get(path), new.get(path)
        if before != after:
            allowed_by = (e for e in exemptions if e.covers(path) and e.allows(before, after))
            found.append(Difference(path, before, after, next(allowed_by, None)))
    return found


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in content


def _first_lines(old: str, new: str) -> Iterator[str]:
    """The first pairs of lines that differ, cut to the part that does."""
    before, after = old.split("\n"), new.split("\n")
    shown = 0
    for what, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        if what == "equal":
            continue
        for number, (there, here) in enumerate(zip_longest(before[a:b], after[c:d])):
            if shown == SHOWN_LINES:
                yield "  …"
                return
            shown += 1
            start = _common_prefix_length(there or "", here or "")
            if there is not None:
                yield f"  {a + number + 1}- {_excerpt(there, start)}"
            if here is not None:
                yield f"  {c + number + 1}+ {_excerpt(here, start)}"


def _common_prefix_length(before: str, after: str) -> int:
    """The length of the common prefix of two lines."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(before), len(after)))


def _excerpt(line: str, start: int) -> str:
    """The part of a line around ``start``, where it begins to differ."""
    first = max(0, start - _BEFORE)
    last = first + SHOWN_CHARACTERS
    return ("…" if first else "") + line[first:last] + ("…" if last < len(line) else "")
