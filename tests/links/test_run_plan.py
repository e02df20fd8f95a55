"""What a run of the link watch asks first, shares out, and dares to rewrite."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from resource_catalog.links.ask import canary
from resource_catalog.links.finding import Finding
from resource_catalog.links.record import run_plan
from resource_catalog.links.report import moved_links
from resource_catalog.links.target import Target
from resource_catalog.model.ledger.link_ledger import Ledger, LinkRecord
from resource_catalog.model.records.catalog_settings import Canary

DAY = datetime.date(2026, 11, 21)
OWN = Canary(good="https://good.example.org/", bad="https://good.example.org/none")


@pytest.mark.parametrize(
    ("addresses", "each", "most", "parts"),
    [
        (0, 10, 4, ["1/1"]),
        (10, 10, 4, ["1/1"]),
        (11, 10, 4, ["1/2", "2/2"]),
        (999, 10, 3, ["1/3", "2/3", "3/3"]),
    ],
)
def test_addresses_are_shared_out(addresses: int, each: int, most: int, parts: list[str]) -> None:
    assert run_plan.shard_names(addresses, each, most) == parts


def test_the_canary_is_the_one_that_was_named_else_that_of_the_catalog() -> None:
    assert canary.canary_urls(None) == [canary.GOOD_URL, canary.BAD_URL]
    assert canary.canary_urls(OWN) == [OWN.good, OWN.bad]
    assert canary.canary_urls(OWN, bad="https://x.example/") == [OWN.good, "https://x.example/"]


def test_the_canary_detects_a_captive_portal_and_a_missing_network() -> None:
    def seen(*verdicts: Any) -> list[Finding]:
        return [Finding(f"https://{verdict}.example/", verdict, "") for verdict in verdicts]

    assert canary.find_misjudged(seen("ok", "dead")) is None
    assert canary.find_misjudged(seen("moved", "soft404")) is None
    hotel = seen("ok", "ok")
    assert canary.find_misjudged(hotel) == (hotel[1], "does not")
    offline = seen("transient", "transient")
    assert canary.find_misjudged(offline) == (offline[0], "works")


def moved(new: str) -> LinkRecord:
    return LinkRecord(state="moved", since=DAY, first_seen=DAY, target=new, target_runs=2)


def test_two_links_that_end_at_one_page_are_left_to_a_person() -> None:
    old = [f"https://{name}.example.org/" for name in ("a", "b", "c")]
    targets = [
        Target(url, title=url, entry="one", file="one.yml", line=n) for n, url in enumerate(old)
    ]
    same, other = "https://new.example.org/", "https://other.example.org/"
    ledger = Ledger(links=dict(zip(old, map(moved, (same, same, other)), strict=True)))
    moves = moved_links.find_moves(targets, ledger)
    assert [new for _, new in moves] == [same, same, other]
    asked = moved_links.targets_to_check(moves, ledger)
    assert {url: target.url for url, target in asked.items()} == {old[2]: other}
    found = [Finding(other, "ok", "", shown_title=old[2])]
    proven = moved_links.proofs(asked, moves, found, ledger)
    assert moved_links.changes_by_file(moves, proven) == {"one.yml": {old[2]: other}}
    on_pages = [Target(target.url, file="pages/one.md") for target in targets]
    assert moved_links.find_moves(on_pages, ledger) == []
    gone = moved_links.proofs(asked, moves, [Finding(other, "dead", "")], ledger)
    assert moved_links.changes_by_file(moves, gone) == {}
