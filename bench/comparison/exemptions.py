"""Read ``exemptions.toml``: which files may differ between two revisions, and why."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

FILE = Path(__file__).with_name("exemptions.toml")


@dataclass(frozen=True)
class Exemption:
    """Files that may differ, or may differ only in what ``ignored`` matches.

    ``files`` are glob patterns of paths, in which ``*`` matches slashes as well.
    """

    files: tuple[str, ...]
    reason: str
    ignored: re.Pattern[bytes] | None = None

    def covers(self, path: str) -> bool:
        """Whether it applies to a path."""
        return any(fnmatchcase(path, pattern) for pattern in self.files)

    def allows(self, old: bytes | None, new: bytes | None) -> bool:
        """Whether the contents of a file may differ in this way; None is a missing file."""
        if self.ignored is None:
            return True
        if old is None or new is None:
            return False
        return self.ignored.sub(b"", old) == self.ignored.sub(b"", new)


def read_exemptions(file: Path = FILE) -> Sequence[Exemption]:
    """Read the exemptions in a file. Raises ``ValueError`` for one without a reason."""
    found = tomllib.loads(file.read_text(encoding="utf-8")).get("exemption", [])
    return [_exemption(**each) for each in found]


def _exemption(files: list[str], reason: str, ignored: str | None = None) -> Exemption:
    if not reason.strip() or not files:
        raise ValueError(f"An exemption needs files and a reason: {files}, “{reason}”.")
    return Exemption(tuple(files), reason, re.compile(ignored.encode()) if ignored else None)
