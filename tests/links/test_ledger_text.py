"""The text of the ledger: what is written, what is read, and what Git makes of two of them."""

from __future__ import annotations

import datetime
import json
import subprocess
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import ROOT
from resource_catalog.links.finding import Finding
from resource_catalog.links.judge.verdicts import VERDICTS
from resource_catalog.links.record.updated_records import next_record
from resource_catalog.model.ledger.ledger_text import DamagedLedgerError, parse, to_text
from resource_catalog.model.ledger.link_ledger import Ledger, LinkRecord

MONDAY = datetime.date(2026, 11, 2)
URL = "https://example.org/guide"


def after(*days: int, verdict: str = "ok", url: str = URL) -> LinkRecord:
    """The record after checks on some days, counted from a Monday."""
    record = None
    for day in days:
        found = Finding(url, verdict, f"because it is {verdict}")
        record = next_record(record, found, MONDAY + datetime.timedelta(days=day))
    assert record
    return record


def test_an_unchanged_link_changes_one_line_and_in_it_the_day() -> None:
    for verdict in sorted({*VERDICTS} - {"dead", "soft404", "transient", "moved"}):
        texts = [
            to_text(Ledger(links={"https://a.example/": after(0), URL: record}))
            for record in (after(0, verdict=verdict), after(0, 2, verdict=verdict))
        ]
        first, later = (text.splitlines() for text in texts)
        assert len(first) == 3
        changed = [(a, b) for a, b in zip(first, later, strict=True) if a != b]
        assert len(changed) == 1, verdict
        (values, others) = map(json.loads, changed[0])
        different = {key: others[key] for key in values if values[key] != others[key]}
        assert different == {"looked": "2026-11-04"}


RECORDS = st.builds(
    LinkRecord,
    state=st.sampled_from(["ok", "dead", "watch", "blocked"]),
    since=st.dates(datetime.date(2020, 1, 1)),
    first_seen=st.dates(datetime.date(2020, 1, 1)),
    last_ok=st.sampled_from(["", "2026-W01", "2026-W47"]),
    checked=st.sampled_from(["", "2026-W47"]),
    looked=st.sampled_from([None, MONDAY]),
    strikes=st.integers(0, 3),
    title=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), RECORDS, max_size=4))
def test_what_is_written_is_read_again(links: dict[str, LinkRecord]) -> None:
    text = to_text(Ledger(links=links, weeks={"2026-W47": {"ok": 1}}, shard="2/3"))
    again = parse(text)
    assert to_text(again) == text
    lines = [json.loads(line) for line in text.split("\n") if line]
    assert lines[:2] == [
        {"version": 2, "shard": "2/3"},
        {"week": "2026-W47", "totals": {"ok": 1}},
    ]
    assert [line["url"] for line in lines[2:]] == sorted(links)
    assert {u: (r.state, r.last_checked_week, r.title) for u, r in again.links.items()} == {
        u: (r.state, r.last_checked_week, r.title) for u, r in links.items()
    }


def test_lines_are_read_in_any_order_and_the_later_check_counts() -> None:
    """Also of two in one week, and of one in the older form; lines of one day join the same."""
    old = LinkRecord(since=MONDAY, first_seen=MONDAY, state="dead", checked="2026-W45", title="1")
    records = [old, after(0, 1), after(0, 2, verdict="dead"), after(0, 3)]
    lines = [to_text(Ledger(links={URL: record})).splitlines()[1] for record in records]
    for several in permutations(lines):
        assert parse("\n".join(several)).links == {URL: records[3]}
    same = [after(2, verdict="dead"), after(2, verdict="ok")]
    texts = [to_text(Ledger(links={URL: record})) for record in same]
    assert parse("".join(texts)) == parse("".join(texts[::-1]))
    weeks = ['{"week": "2026-W45", "totals": {"ok": 3}}', '{"week": "2026-W45", "totals": {}}']
    assert parse("\n".join(weeks)).weeks == parse("\r\n".join(weeks[::-1])).weeks
    assert parse("\ufeff" + weeks[0]).weeks == {"2026-W45": {"ok": 3}}


LINK = '{"url": "u", "state": "ok", "since": "2026-11-02", "first_seen": "2026-11-02"'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ('{\n "version": 1,\n}', 3),
        ("[]", 1),
        ('{"version": 3}', 1),
        ('{"links": {"u": {"state": "ok"}}}', 1),
        ('{\n"links": {\n"u": {"state": "ok"}}}', 3),
        ('{"links": {}, "more": 1}', 1),
        ("[" * 100_000, 1),
        (b"\xff\xfe", 1),
        ('{"version": ' + "1" * 5000 + "}", 1),
        ('{"links": ' + "[" * 200_000, 1),
        ('{"version": 2}\n{"url": "u", "strikes": ' + "1" * 5000 + "}", 2),
        ('{"version": 2}\n' + LINK, 2),
        ('{"version": 2}\n' + LINK + ', "strikes": -1}', 2),
        ('{"version": 2}\n' + LINK + ', "more": 1}', 2),
        ('{"version": 2}\n\n{"url": 5}', 3),
        ('{"version": 2}\n5', 2),
        ('{"version": 2}\n{"week": ["x"]}', 2),
        ('{"version": 2}\n{"week": "2026-W45", "totals": {"ok": "many"}}', 2),
        ('{"version": 2}\n' + LINK + ', "__dataclass_self__": 1}', 2),
        ('{"version": 2}\n' + LINK + ', "archived_url": "javascript:alert(1)"}', 2),
        ('{"version": 2}\n' + LINK + ', "target": "data:text/html,x"}', 2),
        ('{"version": 2}\n' + LINK + "}" + LINK + "}", 2),
    ],
)
def test_a_damaged_ledger_is_refused(text: str | bytes, line: int) -> None:
    with pytest.raises(DamagedLedgerError) as caught:
        parse(text)
    assert {fault.line for fault in caught.value.faults} == {line}


def test_all_damaged_lines_are_named() -> None:
    with pytest.raises(DamagedLedgerError) as caught:
        parse(f'{{"version": 2}}\nx\n{LINK}}}\n{LINK}, "state": "fine"}}\n')
    assert [fault.line for fault in caught.value.faults] == [2, 4]
    with pytest.raises(DamagedLedgerError) as caught:
        parse("x\n" * 100)
    assert len(caught.value.faults) == 20


@pytest.mark.parametrize("older", [True, False])
def test_a_forged_ledger_does_no_harm(older: bool) -> None:
    """No address that readers could not be offered, and no week that the calendar lacks."""
    record = {
        "state": "dead",
        "since": "2026-11-02",
        "first_seen": "2026-11-02",
        "last_ok": "2026-W99",
        "target": "http://user:word@example.org/",
    }
    text = "\n".join(
        json.dumps(line)
        for line in (
            {"week": "2026-W99", "totals": {}},
            {"week": "x", "totals": {}},
            {"url": URL, **record},
        )
    )
    document = {"version": 1, "weeks": {"2026-W99": {}, "x": {}}, "links": {URL: record}}
    ledger = parse(json.dumps(document) if older else text)
    kept = ledger.links[URL]
    assert (kept.target, kept.last_ok) == ("", "")
    assert (ledger.weeks, ledger.last_checked_week) == ({}, "")
    record["archived_url"] = "javascript:alert(1)"
    lines = json.dumps({"url": URL, **record})
    with pytest.raises(DamagedLedgerError, match="not a web address"):
        parse(json.dumps(document, indent=1) if older else lines)


def test_a_line_about_two_links_is_damaged_though_all_lines_together_are_json() -> None:
    one, other = to_text(Ledger(links={URL: after(0), f"{URL}/2": after(0)})).splitlines()[1:3]
    both = f"{one}, {other.removeprefix('{')}"
    smuggled = f'{one}, "https://b.example/": {{"state": "ok"' + one[one.index(', "since"') :]
    for line in (both, smuggled):
        with pytest.raises(DamagedLedgerError) as caught:
            parse(f'{{"version": 2}}\n{other}\n{line}\n')
        assert [fault.line for fault in caught.value.faults] == [3]


def test_a_conflict_of_git_in_the_older_form_is_called_one() -> None:
    text = (
        '{\n "version": 1,\n<<<<<<< HEAD\n "links": {}\n=======\n "weeks": {}\n>>>>>>> other\n}\n'
    )
    with pytest.raises(DamagedLedgerError, match="--merge ours theirs") as caught:
        parse(text)
    assert (caught.value.faults[0].line, caught.value.is_conflict) == (3, True)


class Team:
    """A repository with a ledger, as two people work in it."""

    def __init__(self, folder: Path, attributes: str) -> None:
        self.folder, self.path = folder, folder / "catalog" / "link-ledger.jsonl"
        self.git("init", "--quiet", "-b", "main")
        (folder / ".gitattributes").write_text(attributes, encoding="utf-8")
        self.path.parent.mkdir()
        self.commit({name: after(0) for name in "bdf"})

    def git(self, *arguments: str) -> int:
        who = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        done = subprocess.run(
            ["git", *who, *arguments], cwd=self.folder, capture_output=True, check=False
        )
        return done.returncode

    def commit(self, links: dict[str, LinkRecord]) -> None:
        text = to_text(Ledger(links=links, weeks={"2026-W45": {"ok": len(links)}}))
        self.path.write_text(text, encoding="utf-8")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "Ledger")

    def merge(self, **branches: dict[str, LinkRecord]) -> int:
        """Commit each branch from the same start, and merge all into the first."""
        for name, links in branches.items():
            self.git("switch", "--quiet", "--create", name, "main")
            self.commit(links)
        first, *others = branches
        self.git("switch", "--quiet", first)
        return max(self.git("merge", "--no-edit", other) for other in others)


OURS = {"a": after(0, 7), "b": after(0, 7), "d": after(0, 7, verdict="dead"), "f": after(0, 7)}
THEIRS = {"b": after(0, 8, verdict="login"), "c": after(9), "d": after(0, 9), "f": after(0)}
JOINED = {
    "a": OURS["a"],
    "b": THEIRS["b"],
    "c": THEIRS["c"],
    "d": THEIRS["d"],
    "f": OURS["f"],
}


@pytest.mark.parametrize("names", [("ours", "theirs"), ("theirs", "ours")])
def test_git_alone_merges_two_branches(tmp_path: Path, names: tuple[str, str]) -> None:
    """As set up in this repository: both changed links, both added some."""
    team = Team(tmp_path, (ROOT / ".gitattributes").read_text(encoding="utf-8"))
    branches = {"ours": OURS, "theirs": THEIRS}
    assert team.merge(**{name: branches[name] for name in names}) == 0
    merged = parse(team.path.read_bytes())
    assert merged.links == JOINED
    urls = [json.loads(line).get("url") for line in to_text(merged).splitlines()]
    assert urls[2:] == [*"abcdf"]


def test_a_conflict_is_named_and_both_sides_can_be_joined(tmp_path: Path) -> None:
    """Where Git is not told how to merge, it leaves the marks of a conflict."""
    team = Team(tmp_path, "")
    team.git("config", "merge.conflictStyle", "diff3")
    assert team.merge(ours=OURS, theirs=THEIRS) == 1
    raw = team.path.read_bytes()
    assert b"|||||||" in raw
    with pytest.raises(DamagedLedgerError, match="it keeps the later check") as caught:
        parse(raw)
    assert caught.value.is_conflict
    assert raw.splitlines()[caught.value.faults[0].line - 1].startswith(b"<<<<<<<")
    assert parse(raw, join_conflict=True).links == JOINED
