"""The run journal: a run's findings so far, on disk, so that a killed run can be resumed.

A JSON Lines file next to the ledger, one line per finding. At the end of a run the findings are
put into the ledger and the journal is deleted; one that exists belongs to a run that was stopped.
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

from resource_catalog.links.finding import Finding
from resource_catalog.links.judge.verdicts import VERDICTS
from resource_catalog.links.target import MOST_WORDS, PageMemory
from resource_catalog.loading.saving.file_lock import try_lock
from resource_catalog.loading.saving.whole_file import OutsideError, write_file
from resource_catalog.model.ledger.link_ledger import MAX_PAGE_SIZE

SUFFIX = ".progress"
_CHUNK_CHARS = 1_000_000


class JournalLockedError(Exception):
    """Another run has the journal open."""


@dataclass
class Journal:
    """An open journal. ``findings`` are those of a stopped run of the same day and key, by URL.

    ``earlier_findings`` are those of stopped runs of other days or keys, with their days; they
    are put into the ledger under those days.
    """

    path: Path
    stream: IO[str]
    findings: dict[str, Finding] = field(default_factory=dict)
    earlier_findings: list[tuple[datetime.date, Finding]] = field(default_factory=list)

    def add(self, finding: Finding) -> None:
        """Append a finding, and flush it so that it survives this process."""
        self.stream.write(_format_line({"found": asdict(finding)}))
        self.stream.flush()

    def commit(self, ledger: Path, text: str, inside: Path | None = None) -> None:
        """Write the ledger and delete the journal; at any time one of them is complete.

        ``inside`` is the folder that the ledger must be in.
        """
        self.stream.write(_format_line({"settled": _digest(text)}))
        self.stream.flush()
        os.fsync(self.stream.fileno())
        write_file(ledger, text, inside=inside)
        self.path.unlink(missing_ok=True)


@contextlib.contextmanager
def open_journal(ledger: Path, today: datetime.date, run_key: str = "") -> Iterator[Journal]:
    """Open and lock the journal of a ledger. ``run_key`` identifies runs that may be resumed.

    Raises :class:`JournalLockedError` while another process has it open, and ``OutsideError`` if
    it is a link, which no run makes.
    """
    path = ledger.with_name(ledger.name + SUFFIX)
    if path.is_symlink():
        raise OutsideError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "a+", encoding="utf-8", errors="surrogateescape") as stream:
        if not try_lock(stream.fileno()):
            raise JournalLockedError
        if not path.exists() or os.fstat(stream.fileno()).st_ino != path.stat().st_ino:
            raise JournalLockedError  # another run has just ended and deleted it
        stream.seek(0)
        text = stream.read()
        lines = list(_parse_lines(text))
        if lines and lines[-1].get("settled") == _file_digest(ledger):
            lines, text = [], ""  # killed between writing the ledger and deleting the journal
            stream.truncate(0)
        journal = Journal(path, stream)
        current = _restore(journal, lines, today, run_key)
        if text and not text.endswith("\n"):
            stream.write("\n")
        if current != (run_key, today):
            stream.write(_format_line({"run": run_key, "day": today.isoformat()}))
        stream.flush()
        yield journal


def _restore(
    journal: Journal, lines: list[dict[str, Any]], today: datetime.date, run_key: str
) -> tuple[str, datetime.date] | None:
    """Load findings into the journal; return the run key and day of the last lines."""
    current: tuple[str, datetime.date] | None = None
    for line in lines:
        if "run" in line and (day := _parse_day(line.get("day"))):
            current = (str(line["run"]), day)
        finding = _parse_finding(line.get("found"))
        if finding is None or current is None:
            continue
        if current == (run_key, today):
            journal.findings[finding.url] = finding
        else:
            journal.earlier_findings.append((current[1], finding))
    return current


def _parse_lines(text: str) -> Iterator[dict[str, Any]]:
    for line in text.split("\n"):
        # The last line of a killed run may be incomplete; a disk may have damaged any.
        with contextlib.suppress(ValueError, RecursionError):
            data = json.loads(line.encode("utf-8", "surrogateescape"))
            if isinstance(data, dict):
                yield data


def _parse_finding(data: Any) -> Finding | None:
    if not isinstance(data, dict) or data.get("verdict") not in VERDICTS:
        return None
    try:
        redirects = tuple((int(status), str(url)) for status, url in data.pop("redirects", ()))
        memory = _parse_memory(data.pop("memory", None))
        return Finding(**data, redirects=redirects, memory=memory)
    except (TypeError, ValueError):
        return None


def _parse_memory(data: Any) -> PageMemory | None:
    if not isinstance(data, dict):
        return None
    size = data.get("size")
    return PageMemory(
        words=tuple(map(str, data.get("words", ())))[:MOST_WORDS],
        size=min(max(size, 0), MAX_PAGE_SIZE) if isinstance(size, int) else 0,
        shows_work=data.get("shows_work") is True,
    )


def _parse_day(text: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except (TypeError, ValueError):
        return None


def _format_line(data: dict[str, Any]) -> str:
    return json.dumps(data) + "\n"


def _digest(text: str) -> str:
    digest = hashlib.sha256()
    for start in range(0, len(text), _CHUNK_CHARS):
        digest.update(text[start : start + _CHUNK_CHARS].encode())
    return digest.hexdigest()


def _file_digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
