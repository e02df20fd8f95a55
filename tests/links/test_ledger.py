"""The ledger: what the watch makes of weeks of findings, and how it is kept on disk."""

from __future__ import annotations

import datetime

import pytest

from resource_catalog.links.finding import Finding
from resource_catalog.links.record.link_selection import shard_of
from resource_catalog.links.record.merge_ledgers import merge_ledgers
from resource_catalog.links.record.state_rules import is_broken
from resource_catalog.links.record.updated_records import next_record
from resource_catalog.model.ledger import link_ledger
from resource_catalog.model.ledger.ledger_text import to_text
from resource_catalog.model.ledger.link_ledger import Ledger, LinkRecord, week_of
from resource_catalog.model.records.entry import Entry

MONDAY = datetime.date(2026, 11, 2)
URL = "https://example.org/guide"


def found(verdict: str, **fields: object) -> Finding:
    return Finding(URL, verdict, f"because it is {verdict}", **fields)


def entry(url: str, *formerly: str) -> Entry:
    links = [{"url": url, "formerly": formerly}]
    return Entry(id="guide", title="Guide", links=links, tags={}, file="guide.yml")


def story(
    *verdicts: str, every: int = 7, verified: dict[int, int] | None = None
) -> list[LinkRecord]:
    """The record after each run; ``verified`` maps runs to days of verification."""
    record, records, verified_on = None, [], None
    for number, verdict in enumerate(verdicts):
        day = MONDAY + datetime.timedelta(days=every * number)
        if verified and number in verified:
            verified_on = MONDAY + datetime.timedelta(days=verified[number])
        record = next_record(record, found(verdict), day, verified_on)
        records.append(record)
    return records


def states(*verdicts: str, **options: object) -> list[str]:
    return [record.state for record in story(*verdicts, **options)]


def test_a_link_is_dead_after_three_misses_in_a_row() -> None:
    """Fewer misses are “watch”, and one success resets the count."""
    assert states("ok", "dead", "transient", "ok", "dead") == [
        *("ok", "watch", "watch", "ok", "watch")
    ]
    assert states("ok", "dead", "dead", "dead", "ok") == ["ok", "watch", "watch", "dead", "ok"]
    assert states("ok", "transient", "soft404", "dead", "dead") == [
        *("ok", "watch", "watch", "dead", "dead")
    ]


def test_dead_since_the_first_miss() -> None:
    *_, last = story("ok", "dead", "dead", "dead", "dead")
    assert last.since == MONDAY + datetime.timedelta(days=7)
    assert last.last_ok == week_of(MONDAY)
    assert is_broken(last)


@pytest.mark.parametrize(("every", "runs"), [(1, 7), (2, 5), (3, 3), (7, 3)])
def test_misses_count_when_they_are_three_days_apart(every: int, runs: int) -> None:
    records = story(*["transient"] * runs, every=every)
    assert [record.state for record in records] == ["watch"] * (runs - 1) + ["dead"]


def test_one_success_resets() -> None:
    record = story("dead", "dead", "ok", "dead", "dead")[-1]
    assert (record.state, record.strikes) == ("watch", 2)


def test_what_is_neither_miss_nor_success_leaves_the_count() -> None:
    assert states("dead", "blocked", "dead", "blocked", "dead") == [
        *("watch", "blocked", "watch", "blocked", "dead")
    ]


def test_blocked_never_becomes_dead() -> None:
    assert set(states(*["blocked"] * 30)) == {"blocked"}
    assert not is_broken(story(*["blocked"] * 30)[-1])


def test_a_dead_link_that_never_worked_is_reported_at_once_but_watched_for_readers() -> None:
    record = story("dead")[-1]
    assert record.state == "watch"
    assert is_broken(record)
    assert not is_broken(story("ok", "dead")[-1])
    assert not is_broken(story("transient")[-1])
    assert not is_broken(story("soft404")[-1])


def test_a_manual_verification_overrides_checks_for_ninety_days() -> None:
    weeks = ["ok", *["dead"] * 19]
    told = states(*weeks, verified={2: 10})
    assert told[:2] == ["ok", "watch"]
    assert (
        told[2:15] == ["ok"] * 13
    )  # until 98 days after the first Monday, 88 after it was verified
    assert told[15:] == ["watch", "watch", "dead", "dead", "dead"]


def test_a_person_cannot_make_a_private_address_public() -> None:
    assert states("unsafe", verified={0: 0}) == ["unsafe"]


def test_a_person_accepts_what_a_page_has_become() -> None:
    old = next_record(None, found("ok", title="Guide"), MONDAY)
    same = next_record(old, found("drift", title="Handbook"), MONDAY + datetime.timedelta(7))
    assert (same.title, same.state) == ("Guide", "drift")
    new = next_record(
        same, found("drift", title="Handbook"), MONDAY + datetime.timedelta(14), MONDAY
    )
    assert (new.title, new.state) == ("Handbook", "ok")


def test_the_first_good_title_stays_however_slowly_it_changes() -> None:
    record = next_record(None, found("ok", title="Guide", content_type="text/html; x=y"), MONDAY)
    record = next_record(record, found("ok", title="Guide!"), MONDAY)
    assert (record.title, record.content_type) == ("Guide", "text/html")


def test_a_move_counts_when_two_runs_in_a_row_find_the_same_target() -> None:
    def runs(*targets: str | None) -> int:
        record = None
        for number, target in enumerate(targets):
            day = MONDAY + datetime.timedelta(days=7 * number)
            seen = found("moved", final_url=f"https://{target}.example/") if target else found("ok")
            record = next_record(record, seen, day)
        assert record
        return record.target_runs

    assert runs("a") == 1
    assert runs("a", "a") == 2
    assert runs("a", "a", "a") == 2
    assert runs("a", "b") == 1
    assert runs("a", None) == 0
    assert runs("a", None, "a") == 1


def test_totals_of_the_week_are_counted_and_older_ones_kept() -> None:
    record = next_record(None, found("ok"), MONDAY)
    ledger = Ledger(links={URL: record, URL + "2": record}, weeks={"2026-W44": {"ok": 1}})
    weeks = link_ledger.with_totals(ledger, MONDAY).weeks
    assert weeks == {"2026-W44": {"ok": 1}, "2026-W45": {"ok": 2}}


def test_shards_join_to_what_one_run_would_have_written() -> None:
    urls = [f"https://host{number}.example.org/" for number in range(60)]
    base = Ledger(links={u: next_record(None, found("ok"), MONDAY) for u in urls})
    today = MONDAY + datetime.timedelta(days=2)  # within the week: no date tells old from new
    new = {u: next_record(base.links[u], found("dead"), today) for u in urls}
    whole = link_ledger.with_totals(base.model_copy(update={"links": new}), today)
    parts = [
        base.model_copy(
            update={
                "shard": f"{number}/4",
                "links": {u: new[u] if shard_of(u, 4) == number else base.links[u] for u in urls},
            }
        )
        for number in range(1, 5)
    ]
    assert to_text(merge_ledgers(parts, today, base)) == to_text(whole)
    assert to_text(merge_ledgers(parts[::-1], today)) == to_text(whole)
    assert {shard_of(u, 4) for u in urls} == {1, 2, 3, 4}


def test_what_is_known_follows_a_link_to_its_new_address() -> None:
    """Killed after an entry was rewritten and before the ledger was: nothing is forgotten."""
    new = "https://new.example.org/guide"
    record = next_record(None, found("moved", final_url=new, title="Guide"), MONDAY)
    ledger = link_ledger.with_former_urls(
        Ledger(links={URL: record}), [entry(new, URL), entry("https://x.example.org/")]
    )
    assert list(ledger.links) == [new]
    kept = ledger.links[new]
    assert (kept.state, kept.title, kept.first_seen, kept.target) == ("ok", "Guide", MONDAY, "")
    by_hand = link_ledger.with_former_urls(
        Ledger(links={URL: story("dead")[-1]}), [entry(other := "https://y.example.org/", URL)]
    )
    assert by_hand.links[other].state == "watch"
    assert link_ledger.with_former_urls(ledger, [entry(new, URL)]) is ledger


def test_a_host_is_never_split() -> None:
    assert len({shard_of(f"https://example.org/{n}", 8) for n in range(100)}) == 1
    assert shard_of("https://www.example.org/", 8) == shard_of("http://EXAMPLE.org/a", 8)
