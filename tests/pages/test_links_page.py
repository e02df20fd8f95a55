"""What readers see of the link watch: states in words with dates, and how all links do."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import build, copy_of_catalog
from resource_catalog.links.judge.verdicts import VERDICTS
from resource_catalog.links.record.link_status import STATE_LABELS, LinkStatuses
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.ledger.link_ledger import Ledger, LinkRecord
from resource_catalog.pages.rendering.drawings.weekly_chart import HEIGHT, weekly_chart
from sample_catalog import write_catalog

TODAY = datetime.date(2026, 11, 21)


def text_of(site: Path, path: str) -> str:
    html = (site / path / "index.html").read_text(encoding="utf-8")
    body = html[html.index('class="rc-page"') : html.index("rc-footer")]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


@pytest.fixture(scope="module")
def sample(sample_folder: Path) -> Path:
    return sample_folder


def test_a_dead_link_is_struck_through_after_its_archived_copy(sample: Path) -> None:
    html = (sample / "resources/gone/index.html").read_text(encoding="utf-8")
    main = html[html.index("rc-resource__main") :]
    copy = main.index('href="https://web.archive.org/web/2024/https://example.org/gone"')
    struck = re.search(r'<s><a href="https://example.org/gone"', main)
    assert struck
    assert copy < struck.start()
    assert "Missing since November 3, 2026; archived copy." in text_of(sample, "resources/gone")


def test_a_watched_link_is_offered_as_before(sample: Path) -> None:
    text = text_of(sample, "resources/watched")
    assert "Open the web page at example.org Has not responded since November 3, 2026" in text


def test_cards_show_the_link_state(sample: Path) -> None:
    text = text_of(sample, "browse")
    assert "Missing since November 3, 2026; archived copy" in text
    assert "Link checked" in text or "Link last checked" in text


def test_the_health_page(sample: Path) -> None:
    html = (sample / "links/index.html").read_text(encoding="utf-8")
    text = text_of(sample, "links")
    assert "2 of 8 links work. Last checked in the week of November 16, 2026." in text
    assert re.search(r'<svg[^>]*role="img"[^>]*aria-labelledby="chart-title"', html)
    assert "November 9, 2026 2 2 0" in text  # the table says what the chart draws
    assert "Find the new address, or retire the entry." in text
    assert "LinkChecker finds it fine: 200 OK" in text
    for verdict in VERDICTS:
        assert f'id="verdict-{verdict}"' in html


def test_three_tiles_and_a_bar_say_how_many_work(sample: Path) -> None:
    page = LexborHTMLParser((sample / "links/index.html").read_text(encoding="utf-8"))
    numbers = [node.text() for node in page.css(".rc-health__number")]
    assert numbers == ["2", "5", "1"]
    bar = page.css_first(".rc-health__bar")
    assert bar.attributes["aria-label"] == "2 work, 5 are not clear, 1 are gone"
    widths = [float(str(part.attributes["width"])) for part in bar.css("rect")]
    assert widths == [25, 62.5, 12.5]
    states = sum(int(node.text()) for node in page.css(".rc-health__states dd"))
    assert states == 8


def test_the_exports_contain_the_link_state(sample: Path) -> None:
    data = json.loads((sample / "data/catalog.json").read_text(encoding="utf-8"))
    states = {entry["id"]: [link["state"] for link in entry["links"]] for entry in data["entries"]}
    assert states["gone"] == ["dead"]
    assert states["watched"] == ["watch"]
    assert states["everything"] == ["moved", "unverified", "unverified", "unverified"]
    assert "formerly" not in json.dumps(data)


def test_the_state_is_a_filter(sample: Path) -> None:
    facets = next(sample.glob("search/*/facets.js")).read_text(encoding="utf-8")
    columns = json.loads(facets[facets.index(",") + 1 : facets.rindex(")")])
    link = next(f for f in columns["filters"] if f["id"] == "link")
    assert link["parameter"] == "link"
    assert [value for value, _ in link["values"]] == ["ok", "moved", "watch", "dead"]
    assert 1 in columns["links"]["gone"]


def test_without_a_ledger_all_works_and_says_so(tmp_path: Path) -> None:
    catalog = copy_of_catalog(tmp_path)
    (catalog / "link-ledger.json").unlink(missing_ok=True)
    built = build(catalog, tmp_path / "site")
    assert built.returncode == 0, built.stderr
    assert "have not been checked yet" in text_of(tmp_path / "site", "links")
    data = json.loads((tmp_path / "site/data/catalog.json").read_text(encoding="utf-8"))
    assert {link["state"] for e in data["entries"] for link in e["links"]} == {"unverified"}
    facets = next((tmp_path / "site").glob("search/*/facets.js")).read_text(encoding="utf-8")
    assert '"links":null' in facets


def opened(
    folder: Path, record: LinkRecord | None, **entry: object
) -> tuple[Catalog, LinkStatuses]:
    links = [{"url": "https://example.org/a"}]
    write_catalog(folder, {"a": {"access": "open", "links": links, **entry}})
    catalog, problems = open_catalog(folder)
    assert catalog is not None, problems
    known = {"https://example.org/a": record} if record else {}
    catalog = Catalog(catalog.identity, catalog.facets, catalog.entries, (), Ledger(links=known))
    return catalog, LinkStatuses(catalog, TODAY)


def record(**fields: object) -> LinkRecord:
    days = {"since": "2026-11-03", "first_seen": "2026-11-03", "checked": "2026-W47"}
    return LinkRecord(**{**days, **fields})


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"state": "ok"}, "Link checked this week (of November 16, 2026)"),
        (
            {"state": "ok", "checked": "2026-W45"},
            "Link last checked in the week of November 2, 2026",
        ),
        (
            {"state": "dead", "verdict": "transient"},
            "Has not responded since November 3, 2026; no archived copy is known",
        ),
        (
            {"state": "dead", "verdict": "transient", "archived_url": "https://web.archive.org/x"},
            "Has not responded since November 3, 2026; archived copy",
        ),
        (
            {"state": "watch", "verdict": "dead"},
            "Missing since November 3, 2026; we’re still checking",
        ),
        ({"state": "login"}, "it asks you to sign in"),
        ({"state": "blocked"}, "automated checks. It will probably open for you"),
    ],
)
def test_words_for_readers(fields: dict, words: str, tmp_path: Path) -> None:
    catalog, link_statuses = opened(tmp_path, record(**fields))
    status = link_statuses.primary(catalog.entries["a"])
    assert status
    assert words in status.sentence()


def test_every_state_has_words(tmp_path: Path) -> None:
    for number, state in enumerate(STATE_LABELS):
        catalog, link_statuses = opened(tmp_path / str(number), record(state=state))
        status = link_statuses.primary(catalog.entries["a"])
        assert status
        assert status.sentence()
        assert status.short_text()


def test_a_manual_verification_is_shown_at_once(tmp_path: Path) -> None:
    word = {"on": "2026-11-20", "by": "the team"}
    catalog, link_statuses = opened(tmp_path, record(state="dead"), verified=word)
    status = link_statuses.primary(catalog.entries["a"])
    assert status
    assert (status.state, status.action_needed) == ("ok", "")
    assert status.sentence() == "Link opened by a person on November 20, 2026"
    old = {"on": "2026-08-01", "by": "the team"}
    catalog, link_statuses = opened(tmp_path / "b", record(state="dead"), verified=old)
    assert link_statuses.counts == {"dead": 1}


@pytest.mark.parametrize(
    ("fields", "entry", "asks"),
    [
        ({"state": "blocked", "since": "2026-08-24"}, {}, False),
        ({"state": "blocked", "since": "2026-08-23"}, {}, True),
        ({"state": "login"}, {}, True),
        ({"state": "login"}, {"access": "sign-in"}, False),
        ({"state": "ok"}, {}, False),
        ({"state": "watch"}, {}, False),
        ({"state": "dead"}, {}, True),
    ],
)
def test_what_asks_for_a_person(fields: dict, entry: dict, asks: bool, tmp_path: Path) -> None:
    _, link_statuses = opened(tmp_path, record(**fields), **entry)
    assert bool(link_statuses.needing_action) is asks


def test_the_chart_draws_a_bar_a_week_to_one_scale() -> None:
    weeks = {"2026-W46": {"ok": 3, "dead": 1}, "2026-W47": {"ok": 6, "moved": 1, "blocked": 1}}
    drawn = weekly_chart(Ledger(weeks=weeks))
    assert (drawn.top, len(drawn.bars)) == (8, 2)
    assert [part.count for part in drawn.bars[1].segments] == [7, 1, 0]
    assert sum(part.height for part in drawn.bars[0].segments) == HEIGHT / 2
    assert drawn.bars[0].day == "November 9, 2026"
    assert weekly_chart(Ledger()).bars == ()
    many = {f"20{year}-W{week:02}": {"ok": 1} for year in (24, 25) for week in range(1, 53)}
    assert len(weekly_chart(Ledger(weeks=many)).bars) == 52
