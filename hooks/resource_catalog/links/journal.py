"""The journal: what a run has found so far, on disk, so that a killed run loses nothing.

One line a finding, beside the ledger. When all is checked the findings go into the ledger and the
journal goes away; a journal that is still there belongs to a run that was stopped.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from resource_catalog.links.targets import Finding
from resource_catalog.links.verdicts import VERDICTS

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

SUFFIX = ".progress"
_MODE = 0o644
_PIECE = 1_000_000


class Busy(Exception):
    """Another run is writing this journal."""


@dataclass
class Journal:
    """An open journal. ``findings`` are those of a run of the same day that was stopped.

    ``earlier`` are those of a run that was stopped on an earlier day: they are
    still true of that day, so nothing of them is lost.
    """

    path: Path
    stream: IO[str]
    findings: dict[str, Finding] = field(default_factory=dict)
    earlier: list[tuple[datetime.date, Finding]] = field(default_factory=list)

    def note(self, finding: Finding) -> None:
        """Put a finding on disk. It outlives this process from here on."""
        self.stream.write(_line({"found": asdict(finding)}))
        self.stream.flush()

    def settle(self, ledger: Path, text: str) -> None:
        """Write the ledger and take the journal away; at every moment one of them has it all."""
        self.stream.write(_line({"settled": _digest(text)}))
        self.stream.flush()
        os.fsync(self.stream.fileno())
        write_atomically(ledger, text)
        self.path.unlink(missing_ok=True)


@contextlib.contextmanager
def opened(ledger: Path, today: datetime.date, run: str = "") -> Iterator[Journal]:
    """The journal beside a ledger. ``run`` tells runs of different kinds apart.

    Raises :class:`Busy` while another process has it.
    """
    path = ledger.with_name(ledger.name + SUFFIX)
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "a+", encoding="utf-8") as stream:
        _lock(stream)
        if not path.exists() or os.fstat(stream.fileno()).st_ino != path.stat().st_ino:
            raise Busy  # another run has just ended and taken it away
        stream.seek(0)
        text = stream.read()
        lines = list(_lines(text))
        if lines and lines[-1].get("settled") == _digest_of(ledger):
            lines, text = [], ""  # killed between writing the ledger and taking the journal away
            stream.truncate(0)
        journal = Journal(path, stream)
        current = _sort_out(journal, lines, today, run)
        if text and not text.endswith("\n"):
            stream.write("\n")
        if current != (run, today):
            stream.write(_line({"run": run, "day": today.isoformat()}))
        stream.flush()
        yield journal


def write_atomically(path: Path, text: str) -> None:
    """Replace a file in one step: whoever looks sees the old text or the new, never a part.

    What a killed run leaves beside it is taken up by the next that writes this file.
    """
    mode = path.stat().st_mode & 0o777 if path.exists() else _MODE
    new = path.with_name(f".{path.name}.new")
    try:
        with open(new, "w", encoding="utf-8", newline="") as stream:
            for start in range(0, len(text), _PIECE):  # a large text is not encoded as a whole
                stream.write(text[start : start + _PIECE])
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(new, mode)
        os.replace(new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _sort_out(
    journal: Journal, lines: list[dict[str, Any]], today: datetime.date, run: str
) -> tuple[str, datetime.date] | None:
    """Put what was found into its place; gives the run and day that the last lines are of."""
    current: tuple[str, datetime.date] | None = None
    for line in lines:
        if "run" in line and (day := _day(line.get("day"))):
            current = (str(line["run"]), day)
        finding = _finding(line.get("found"))
        if finding is None or current is None:
            continue
        if current == (run, today):
            journal.findings[finding.url] = finding
        else:
            journal.earlier.append((current[1], finding))
    return current


def _lines(text: str) -> Iterator[dict[str, Any]]:
    for line in text.split("\n"):
        with contextlib.suppress(ValueError):  # the last line of a killed run may be half a line
            data = json.loads(line)
            if isinstance(data, dict):
                yield data


def _finding(data: Any) -> Finding | None:
    if not isinstance(data, dict) or data.get("verdict") not in VERDICTS:
        return None
    try:
        redirects = tuple((int(status), str(url)) for status, url in data.pop("redirects", ()))
        return Finding(**data, redirects=redirects)
    except (TypeError, ValueError):
        return None


def _day(text: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except (TypeError, ValueError):
        return None


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data) + "\n"


def _digest(text: str) -> str:
    digest = hashlib.sha256()
    for start in range(0, len(text), _PIECE):
        digest.update(text[start : start + _PIECE].encode())
    return digest.hexdigest()


def _digest_of(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _lock(stream: IO[str]) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise Busy from error
