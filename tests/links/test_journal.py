"""The journal: whatever moment a run is killed at, what it has found is not lost."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resource_catalog.links.finding import Finding
from resource_catalog.links.record import run_journal

TODAY = datetime.date(2026, 11, 21)
FINDINGS = [
    Finding(f"https://example.org/{n}", "moved", "ü\n", 301, "https://x/", redirects=((301, "y"),))
    for n in range(5)
]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "link-ledger.jsonl"


def write(ledger: Path, day: datetime.date = TODAY, run: str = "all") -> bytes:
    with run_journal.open_journal(ledger, day, run) as journal:
        for finding in FINDINGS:
            journal.add(finding)
    return ledger.with_name(ledger.name + run_journal.SUFFIX).read_bytes()


def test_a_stopped_run_goes_on(ledger: Path) -> None:
    write(ledger)
    with run_journal.open_journal(ledger, TODAY, "all") as journal:
        assert list(journal.findings.values()) == FINDINGS
        assert journal.earlier_findings == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.floats(0, 1))
def test_a_truncated_journal_keeps_its_complete_lines(ledger: Path, share: float) -> None:
    path = ledger.with_name(ledger.name + run_journal.SUFFIX)
    path.unlink(missing_ok=True)
    whole = write(ledger)
    cut = whole[: int(len(whole) * share)]
    path.write_bytes(cut)
    complete = cut.count(b"\n")
    with run_journal.open_journal(ledger, TODAY, "all") as journal:
        assert len(journal.findings) >= complete - 1
        journal.add(FINDINGS[0])
    with run_journal.open_journal(ledger, TODAY, "all") as journal:
        assert FINDINGS[0].url in journal.findings
        assert len(journal.findings) >= max(1, complete - 1)


@pytest.mark.parametrize(
    "damage",
    [b'{"found": \xff}', b"\0" * 30, b'{"found": ' + b"1" * 5000 + b"}", b"[" * 200_000],
    ids=["no UTF-8", "zeros", "a number without end", "nested without end"],
)
def test_a_damaged_line_costs_no_other(ledger: Path, damage: bytes) -> None:
    path = ledger.with_name(ledger.name + run_journal.SUFFIX)
    first, *others = write(ledger).splitlines(keepends=True)
    path.write_bytes(b"".join([first, damage + b"\n", *others]))
    with run_journal.open_journal(ledger, TODAY, "all") as journal:
        assert list(journal.findings.values()) == FINDINGS


def test_another_day_or_run_keeps_what_was_found_as_of_then(ledger: Path) -> None:
    yesterday = TODAY - datetime.timedelta(days=1)
    write(ledger, yesterday)
    write(ledger, TODAY, "shard 1/2")
    with run_journal.open_journal(ledger, TODAY, "all") as journal:
        assert journal.findings == {}
        assert journal.earlier_findings == [
            *((yesterday, finding) for finding in FINDINGS),
            *((TODAY, finding) for finding in FINDINGS),
        ]


def test_a_committed_journal_is_not_applied_twice(ledger: Path) -> None:
    """Killed between writing the ledger and deleting the journal."""
    whole = write(ledger)
    path = ledger.with_name(ledger.name + run_journal.SUFFIX)
    with run_journal.open_journal(ledger, TODAY, "all") as journal:
        journal.commit(ledger, "new")
        assert ledger.read_text() == "new"
        assert not path.exists()
    for text, kept in (("new", 0), ("old", 5)):
        ledger.write_text("new")
        path.write_bytes(whole)
        with run_journal.open_journal(ledger, TODAY, "all") as journal:
            journal.stream.write(run_journal._format_line({"settled": run_journal._digest(text)}))
        with run_journal.open_journal(ledger, TODAY, "all") as journal:
            assert len(journal.findings) == kept


def test_a_second_run_finds_the_journal_locked(ledger: Path) -> None:
    with (
        run_journal.open_journal(ledger, TODAY, "all"),
        pytest.raises(run_journal.JournalLockedError),
        run_journal.open_journal(ledger, TODAY, "all"),
    ):
        pytest.fail("both runs opened the journal")
