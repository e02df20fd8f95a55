"""The change log: what is news by itself, and what is not."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from building import run_script
from resource_catalog.model.change_log import (
    DamagedChangeLogError,
    EntryState,
    RecordedChange,
    as_text,
    changes_of,
    parse,
    updated,
)
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.link import Link
from sample_catalog import write_catalog

MONDAY, TUESDAY = datetime.date(2026, 11, 23), datetime.date(2026, 11, 24)


def entry(link: str = "https://example.org/a.pdf", **values: Any) -> Entry:
    links = (Link(url=link, format="pdf", role="primary"),) if link else ()
    return Entry(
        id="guide", title="A guide", file="entries/guide.yml", links=links, tags={}, **values
    )


def after(*versions: Entry, on: datetime.date = MONDAY) -> tuple[RecordedChange, ...]:
    """What is recorded of an entry that was published in each of these versions."""
    states: dict[str, EntryState] = {}
    for version in versions:
        states = parse(as_text(updated(states, [version], on)))
    return states[versions[-1].id].changes


@pytest.mark.parametrize(
    ("before", "now", "what"),
    [
        ({}, {"link": "https://example.org/b.pdf"}, ("link", "", "")),
        ({"published": "2017"}, {"published": "2026-11"}, ("published", "2017", "2026-11")),
        ({"published": "2017-09"}, {"published": "2017-10"}, ("published", "2017-09", "2017-10")),
        ({"access": "open"}, {"access": "paid"}, ("access", "open", "paid")),
    ],
)
def test_a_change_is_recorded(
    before: dict[str, Any], now: dict[str, Any], what: tuple[str, str, str]
) -> None:
    assert after(entry(**before), entry(**now)) == (RecordedChange(MONDAY, *what),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({}, {}),
        ({}, {"link": "http://www.example.org/a.pdf?utm_source=mail"}),
        ({"published": "2017"}, {"published": "2017-09"}),
        ({"published": "2017-09-14"}, {"published": "2017"}),
        ({}, {"published": "2017"}),  # somebody has found the date
        ({"access": "open"}, {}),
        ({"link": "", "access": "unlocated"}, {"access": "unlocated"}),
        ({}, {"summary": "In other words."}),
    ],
)
def test_other_words_for_the_same_are_no_news(before: dict[str, Any], now: dict[str, Any]) -> None:
    assert after(entry(**before), entry(**now)) == ()


def test_what_was_recorded_stays_and_one_day_says_a_thing_once() -> None:
    first, second, third = (entry(published=year) for year in ("2017", "2020", "2026"))
    assert after(first, second, third) == (RecordedChange(MONDAY, "published", "2017", "2026"),)
    assert after(first, second, first) == ()
    states = updated({}, [first], MONDAY)
    states = updated(states, [second], MONDAY)
    states = updated(states, [third], TUESDAY)
    assert [change.on for change in states["guide"].changes] == [MONDAY, TUESDAY]


def test_a_renamed_entry_keeps_what_was_recorded_and_a_deleted_one_is_forgotten() -> None:
    old = entry(published="2017")
    new = Entry(id="manual", title="A", file="x", tags={}, aliases=("guide",), published="2026")
    found = updated(updated({}, [old], MONDAY), [new], MONDAY)
    assert found.keys() == {"manual"}
    assert found["manual"].changes == (RecordedChange(MONDAY, "published", "2017", "2026"),)


def test_a_site_has_what_is_not_recorded_yet() -> None:
    states = updated({}, [entry()], MONDAY)
    assert changes_of(states, entry("https://example.org/b"), TUESDAY) == (
        RecordedChange(TUESDAY, "link"),
    )
    assert changes_of({}, entry(), TUESDAY) == ()
    assert changes_of(states, Entry(id="new", title="N", file="n", tags={}), TUESDAY) == ()


def test_lines_are_sorted_and_say_only_what_is_known() -> None:
    change = RecordedChange(MONDAY, "access", "open", "paid")
    text = as_text({"b": EntryState("https://example.org/é"), "a": EntryState(changes=(change,))})
    assert text == (
        '{"id": "a", "changes": '
        '[{"on": "2026-11-23", "what": "access", "before": "open", "after": "paid"}]}\n'
        '{"id": "b", "link": "https://example.org/é"}\n'
    )
    assert as_text(parse(text)) == text


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "[]",
        '{"id": "A b", "changes": []}',
        '{"id": "a", "changes": {}}',
        '{"id": "a", "title": "x", "changes": []}',
        '{"id": "a", "changes": [{"on": "2026-13-01", "what": "link"}]}',
        '{"id": "a", "changes": [{"on": "2026-11-01"}]}',
        '{"id": "a", "changes": [{"on": "2026-11-01", "what": "published", "before": "2017"}]}',
        '{"id": "a", "changes": [{"on": "2026-11-01", "what": ["link"]}]}',
        '{"id": "a", "changes": [{"on": "2026-11-01", "what": "access", "after": "<b>"}]}',
        '{"id": "a", "changes": ' + "[" * 100_000,
    ],
)
def test_what_the_program_did_not_write_is_refused(line: str) -> None:
    with pytest.raises(DamagedChangeLogError) as caught:
        parse('{"id": "ok", "access": "open"}\n' + line)
    assert caught.value.line == 2


def test_the_command_records_and_says_what_it_recorded(tmp_path: Path) -> None:
    """The first time it writes down how everything is; later, what is different."""
    values = {"title": "A", "access": "open", "links": [{"url": "https://example.org/a"}]}
    folder = write_catalog(tmp_path / "catalog", {"a": values, "b": {"title": "B"}})
    file = folder / "changes.jsonl"
    asked = run_script("record_changes.py", folder, "--check")
    assert (asked.returncode, file.exists()) == (1, False)
    assert run_script("record_changes.py", folder).returncode == 0
    assert [*parse(file.read_text(encoding="utf-8"))] == ["a", "b"]
    path = folder / "entries" / "a.yml"
    path.write_text(path.read_text().replace("https://example.org/a", "https://example.org/z"))
    told = run_script("record_changes.py", folder, "--on", "2026-11-23")
    assert (told.returncode, told.stdout) == (0, "a: link\n1 change in 2 resources\n")
    assert '"changes": [{"on": "2026-11-23", "what": "link"}]' in file.read_text()
    assert run_script("record_changes.py", folder, "--check").returncode == 0
    file.write_text("<<<<<<< HEAD\n")
    refused = run_script("record_changes.py", folder)
    assert refused.returncode == 2
    assert "changes.jsonl:1" in refused.stderr
    assert file.read_text() == "<<<<<<< HEAD\n"
