"""Feeds: what happened to a catalog, read by programs that are not ours and seen on its pages."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect

from browsing import complaints, reader, serve
from building import build
from resource_catalog.links.finding import Finding
from resource_catalog.links.record.updated_records import next_record
from resource_catalog.model.change_log import EntryState, RecordedChange, as_text
from resource_catalog.model.ledger.ledger_text import to_text
from resource_catalog.model.ledger.link_ledger import Ledger, LinkRecord
from sample_catalog import write_catalog

HOSTILE = 'Tom & Jerry <script>alert(1)</script> ]]> "x"'
ENTRIES: dict[str, dict[str, Any]] = {
    "old": {"title": "Old", "phases": ["first"], "added": "2025-01-01"},
    "fresh": {"title": HOSTILE, "phases": ["first"], "added": "2026-09-01"},
    "changed": {
        "title": "Changed",
        "phases": ["first"],
        "added": "2025-02-01",
        "changes": [
            {"on": "2026-09-05", "what": "A second edition is out."},
            {"on": "2026-09-05", "what": "It is in Spanish too."},
            {"on": "2025-03-01", "what": "A typing error is gone."},
        ],
    },
    "went": {
        "title": "Went",
        "phases": ["first"],
        "retired": {"on": "2026-09-06", "why": "It is out of date."},
        "replaced_by": "fresh",
    },
    "lost": {
        "title": "Lost",
        "phases": ["first"],
        "access": "open",
        "links": [{"url": "https://example.org/lost"}],
    },
    "back": {
        "title": "Back",
        "phases": ["second"],
        "access": "open",
        "links": [{"url": "https://example.org/back"}],
    },
    "undated": {"title": "Nobody knows when", "phases": ["second"]},
    "moved": {
        "title": "Moved",
        "phases": ["second"],
        "access": "paid",
        "published": "2026-09",
        "links": [{"url": "https://example.org/new"}],
    },
}
RECORDED = EntryState(
    link="https://example.org/old",
    published="2026-09",
    access="paid",
    changes=(
        RecordedChange(datetime.date(2026, 9, 11), "published", "2017", "2026-09"),
        RecordedChange(datetime.date(2026, 9, 12), "access", "open", "paid"),
    ),
)
"""What was recorded of “Moved” before its link changed."""


def found(url: str, verdict: str) -> Finding:
    return Finding(url=url, verdict=verdict, reason="Not there.")


def remembered() -> Ledger:
    """What the link watch writes when one link dies and another dies and comes back."""
    links: dict[str, LinkRecord | None] = {
        f"https://example.org/{name}": None for name in ("lost", "back")
    }
    for day in (1, 5, 9):
        for url in links:
            links[url] = next_record(links[url], found(url, "dead"), datetime.date(2026, 9, day))
    back = "https://example.org/back"
    links[back] = next_record(links[back], found(back, "ok"), datetime.date(2026, 9, 16))
    return Ledger(links={url: record for url, record in links.items() if record})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("feeds")
    catalog = write_catalog(folder / "catalog", ENTRIES)
    (catalog / "link-ledger.jsonl").write_text(to_text(remembered()), encoding="utf-8")
    log = as_text({"moved": RECORDED})
    (catalog / "changes.jsonl").write_text(log, encoding="utf-8")
    noon = {"SOURCE_DATE_EPOCH": "1789639200"}  # 17 September 2026
    built = build(catalog, folder / "site", SITE_URL="https://library.example/sub/", **noon)
    assert built.returncode == 0, built.stderr
    return folder / "site"


def today() -> str:
    return datetime.date.today().isoformat()


def feed(folder: Path, name: str) -> Any:
    read = feedparser.parse(str(folder / "feeds" / f"{name}.xml"))
    assert not read.bozo, read.get("bozo_exception")
    return read


def test_everything_that_happened_is_told_newest_first(folder: Path) -> None:
    told = [(item.title, item.updated[:10]) for item in feed(folder, "everything").entries]
    assert told == [
        ("Link changed: Moved", "2026-09-17"),  # found by this build
        ("Link works again: Back", "2026-09-16"),
        ("Access changed: Moved", "2026-09-12"),
        ("Date changed: Moved", "2026-09-11"),
        ("Link gone: Lost", "2026-09-09"),
        ("No longer recommended: Went", "2026-09-06"),
        ("Changed: Changed", "2026-09-05"),
        (f"New: {HOSTILE}", "2026-09-01"),
        ("Changed: Changed", "2025-03-01"),
        ("New: Changed", "2025-02-01"),
        ("New: Old", "2025-01-01"),
    ]


def test_what_was_found_has_no_reason(folder: Path) -> None:
    told = [i.summary for i in feed(folder, "everything").entries if i.title.endswith("Moved")]
    assert told == [
        "It has moved to another address.",
        "It was “Open” and is “Paid” now.",
        "Its date was 2017 and is September 2026 now.",
    ]
    page = (folder / "resources/moved/index.html").read_text(encoding="utf-8")
    assert re.findall(r"Changed (\w+ \d+, 2026)", page) == [
        *("September 11, 2026", "September 12, 2026", "September 17, 2026"),
    ]


def test_two_changes_of_a_day_are_one_event(folder: Path) -> None:
    (item,) = (i for i in feed(folder, "everything").entries if i.updated.startswith("2026-09-05"))
    assert item.summary == "A second edition is out. It is in Spanish too."


def test_what_replaces_it_is_named(folder: Path) -> None:
    (item,) = (i for i in feed(folder, "everything").entries if "Went" in i.title)
    assert item.summary == f"It is out of date. Use this instead: {HOSTILE}."


@pytest.mark.parametrize("name", ["phases/first", "phases/second", "stages/early", "types/report"])
def test_each_phase_stage_and_type_has_its_own(folder: Path, name: str) -> None:
    read = feed(folder, name)
    assert read.feed.links[1].href == f"https://library.example/sub/{name}/"
    titles = {item.title.partition(": ")[2] for item in read.entries}
    facet, _, term = name.partition("/")
    if facet == "phases":
        dated = [e for e in ENTRIES.values() if e["title"] != "Nobody knows when"]
        assert titles == {e["title"] for e in dated if term in e["phases"]}
    elif facet == "types":
        assert len(titles) == 7
    else:
        assert titles == set()


def test_ids_are_addresses_that_never_repeat(folder: Path) -> None:
    ids = [item.id for item in feed(folder, "everything").entries]
    assert len(set(ids)) == len(ids)
    assert all(i.startswith("https://library.example/sub/resources/") for i in ids)


def test_the_json_feed_says_the_same(folder: Path) -> None:
    data = json.loads((folder / "feeds" / "everything.json").read_text(encoding="utf-8"))
    atom = feed(folder, "everything")
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert [i["title"] for i in data["items"]] == [i.title for i in atom.entries]
    assert [i["id"] for i in data["items"]] == [i.id for i in atom.entries]
    assert data["feed_url"] == "https://library.example/sub/feeds/everything.json"


def test_the_list_of_feeds_names_files_that_are_there(folder: Path) -> None:
    outlines = etree.parse(str(folder / "feeds" / "feeds.opml")).findall(".//outline")
    assert len(outlines) == 1 + 2 + 2 + 2
    for outline in outlines:
        path = outline.get("xmlUrl").removeprefix("https://library.example/sub/")
        assert (folder / path).is_file()
        page = outline.get("htmlUrl").removeprefix("https://library.example/sub/")
        html = (folder / page / "index.html").read_text(encoding="utf-8")
        assert 'type="application/atom+xml"' in html


@pytest.fixture(scope="module")
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    with serve(folder, "/sub/") as address, reader(browser, base_url=address) as page:
        yield page


def test_a_phase_tells_what_happened_since_a_day(page: Page) -> None:
    faults = complaints(page)
    page.goto("phases/first/?since=2026-09-01")
    news = page.locator(".rc-news")
    expect(news.get_by_role("heading")).to_have_text(
        "Since September 1, 2026: 1 new, 1 changed, 1 no longer recommended, 1 link gone"
    )
    expect(news.get_by_role("listitem")).to_have_count(4)
    expect(news.get_by_role("link", name="Went")).to_have_attribute("href", "../../resources/went/")
    expect(news).to_contain_text("It is out of date.")
    marks = page.locator(".rc-news__mark").all_inner_texts()
    assert sorted(marks) == ["Changed", "Link gone", "New"]
    assert faults == []


def test_the_home_page_tells_of_everything(page: Page) -> None:
    page.goto("?since=2026-09-12")
    expect(page.locator(".rc-news").get_by_role("heading")).to_have_text(
        "Since September 12, 2026: 1 link changed, 1 access changed, 1 link back"
    )


def test_the_list_keeps_its_filters_and_its_day(page: Page) -> None:
    page.goto("browse/?since=2026-09-05&phase=second")
    marks = page.locator(".rc-browse__list .rc-news__mark")
    expect(marks).to_have_text(["Link works again", "Link changed"])
    page.get_by_role("searchbox").first.fill("moved")
    expect(marks).to_have_text(["Link changed"])
    expect(page).to_have_url(re.compile(r"\?q=moved&phase=second&since=2026-09-05$"))
    page.get_by_text("Share or print this list").click()
    page.get_by_text("More ways").click()
    day, link = page.get_by_label("Link that highlights what's new since").all()
    day.fill("2026-09-01")
    assert link.input_value().endswith("browse/?q=moved&phase=second&since=2026-09-01")
    page.get_by_role("link", name="Show this page without the news").click()
    expect(page).to_have_url(re.compile(r"\?q=moved&phase=second$"))
    expect(page.locator(".rc-news")).to_have_count(0)


def test_a_stage_where_nothing_happened_says_so(page: Page) -> None:
    page.goto("stages/early/?since=2026-09-01")
    expect(page.locator(".rc-news")).to_contain_text("Nothing new has been announced")


@pytest.mark.parametrize("day", ["2026-02-30", "0000-01-01", "", "<b>"])
def test_a_day_that_is_none_is_said(page: Page, day: str) -> None:
    page.goto(f"phases/first/?since={day}")
    expect(page.locator(".rc-news")).to_contain_text("that doesn’t exist")


def test_the_link_that_asks_is_in_the_panel_for_sharing(page: Page) -> None:
    page.goto("phases/first/")
    page.get_by_text("Share or print this phase").click()
    page.get_by_text("More ways").click()
    day, link = page.get_by_label("Link that highlights what's new since").all()
    start = "https://library.example/sub/phases/first/?since="
    assert link.input_value() == start + day.input_value() == start + today()
    day.fill("2026-09-01")
    assert link.input_value() == f"{start}2026-09-01"
    day.fill("")
    assert link.input_value() == start + today()
    feed = page.get_by_role("link", name="Feed of what is new here")
    expect(feed).to_have_attribute("href", "../../feeds/phases/first.xml")


def test_without_the_question_nothing_is_loaded(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("phases/first/")
    page.wait_for_load_state("networkidle")
    assert not any("since" in url or "feeds/" in url for url in asked)
    expect(page.locator(".rc-news")).to_have_count(0)
