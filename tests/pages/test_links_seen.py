"""What readers see of every state that a link can be in, on a site that has them all."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import reader, serve
from building import build
from finding import browse, state
from links.states import RECORDS, TITLES, write_states
from opened_site import renderer_of
from resource_catalog.links.record.link_status import STATE_LABELS, LinkStatuses
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.ledger.link_ledger import Ledger, LinkRecord
from resource_catalog.pages.link_health import MAX_LISTED, links_page
from resource_catalog.site.site import Site
from sample_catalog import write_catalog

SATURDAY = datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC)

SENTENCES = {
    "ok": "Link checked this week (of November 16, 2026).",
    "moved": "Link checked this week (of November 16, 2026); it redirects to a new address.",
    "fragment": "Link checked this week (of November 16, 2026); the page is there, "
    "but the place on it that the link points to is not.",
    "login": "Link checked this week (of November 16, 2026); it asks you to sign in.",
    "watch": "Has not responded since November 3, 2026; we’re still checking.",
    "dead": "Missing since November 3, 2026; archived copy of March 1, 2024.",
    "dead-without-copy": "Has not responded since November 3, 2026; no archived copy is known.",
    "parked": "The address has been for sale since November 3, 2026; "
    "archived copy of March 1, 2024.",
    "blocked": "We haven’t been able to check this link since July 6, 2026 because the site blocks "
    "automated checks. It will probably open for you.",
    "tls": "The site’s certificate has been faulty since November 3, 2026: browsers will warn you.",
    "drift": "Has led elsewhere since November 3, 2026; check whether it is what you came for.",
    "unsafe": "Not offered, because it isn’t an address on the public web.",
    "unverified": "Can’t be checked: its site doesn’t let programs see whether it is there.",
    "vouched": "Link opened by a person on November 10, 2026.",
}


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("states")
    moment = str(int(SATURDAY.timestamp()))
    built = build(write_states(folder / "catalog"), folder / "site", SOURCE_DATE_EPOCH=moment)
    assert built.returncode == 0, built.stderr
    with serve(folder / "site") as url:
        yield url


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    with reader(browser, viewport={"width": 1280, "height": 900}) as page:
        yield page


def test_the_catalog_here_has_every_state() -> None:
    assert {known.get("state", name) for name, known in RECORDS.items()} == {*STATE_LABELS}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_resource_says_how_it_stands_in_words(tab: Page, states: str, name: str) -> None:
    tab.goto(f"{states}resources/{name}/")
    expect(tab.locator(".rc-linkstate")).to_have_text(SENTENCES[name])
    buttons = tab.locator(".rc-open__button").all_text_contents()
    struck = tab.locator(".rc-open s").count()
    if name in ("dead", "parked"):
        assert (buttons, struck) == (["Open the archived copy"], 1)
    elif name in ("dead-without-copy", "unsafe"):
        assert (buttons, struck) == ([], 1)
    else:
        assert (buttons, struck) == (["Open the PDF"], 0)
    followed = tab.locator(f"main a[href^='https://{name}.example.org']").count()
    assert bool(followed) is (name not in ("parked", "unsafe"))


def test_a_retired_entry_sends_its_reader_on(tab: Page, states: str) -> None:
    tab.goto(f"{states}resources/dead-without-copy/")
    note = tab.locator(".rc-note--retired")
    expect(note).to_contain_text("Retired on November 18, 2026. The group has ended.")
    expect(note.get_by_role("link")).to_have_text(TITLES["ok"])


def test_a_second_link_says_when_it_is_faulty(tab: Page, states: str) -> None:
    tab.goto(f"{states}resources/dead/")
    expect(tab.locator(".rc-facts")).to_contain_text(
        "certificate has been faulty since November 3, 2026"
    )


@pytest.mark.parametrize("name", ["ok", "watch", "dead", "blocked", "unsafe"])
def test_the_list_can_be_narrowed_to_a_state(tab: Page, states: str, name: str) -> None:
    """From the counts on the page about links to the resources behind them."""
    tab.goto(f"{states}links/")
    tab.get_by_role("term").get_by_role("link", name=STATE_LABELS[name], exact=True).click()
    tab.locator(".rc-bar__count", has_text="1 resource" if name != "ok" else "2").wait_for()
    assert tab.url == f"{states}browse/?link={name}"
    assert state(tab)["checked"] == [f"link={name}"]
    titles = {TITLES[name]} | ({"Opened by hand"} if name == "ok" else set())
    assert {*tab.locator(".rc-card__link").all_text_contents()} == titles
    struck = tab.locator(".rc-card s").all_text_contents()
    assert struck == (["Open PDF"] if name in ("dead", "unsafe") else [])


def test_several_states_at_once(tab: Page, states: str) -> None:
    browse(tab, states, "?link=dead&link=parked")
    assert state(tab)["count"] == "2 resources"


@pytest.mark.parametrize(
    ("width", "colors"), [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
)
def test_no_page_overflows_horizontally(
    browser: Browser, states: str, width: int, colors: str
) -> None:
    with reader(browser, viewport={"width": width, "height": 800}, color_scheme=colors) as page:
        for path in ("links/", "resources/dead/", "browse/"):
            page.goto(states + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_chart_has_a_text_alternative(tab: Page, states: str) -> None:
    tab.goto(f"{states}links/")
    drawing = tab.get_by_role("img", name="Links that work, are not clear and are gone")
    assert drawing.locator("rect").count() > 60
    expect(tab.locator(".rc-chart figcaption")).to_have_text(
        "April 20, 2026 to November 16, 2026. The tallest bar is 11 links."
    )
    tab.get_by_text("The same in numbers").click()
    assert tab.get_by_role("row").count() == 32


def test_the_page_stays_small_however_many_links_are_lost(tmp_path: Path) -> None:
    number = 5_000
    write_catalog(tmp_path, {"one": {"access": "open", "links": [{"url": "https://a.example/"}]}})
    small, problems = open_catalog(tmp_path)
    assert small, problems
    one = small.entries["one"]
    urls = [f"https://host{n}.example.org/a/guide/with/a/long/name/{n}.pdf" for n in range(number)]
    entries = {
        f"e{n}": one.model_copy(
            update={"id": f"e{n}", "links": (one.links[0].model_copy(update={"url": url}),)}
        )
        for n, url in enumerate(urls)
    }
    day = SATURDAY.date()
    lost = [LinkRecord(state=s, since=day, first_seen=day) for s in ("dead", "watch", "tls")]
    links = {url: lost[n % 3] for n, url in enumerate(urls)}
    weeks = {f"20{year}-W{week:02}": {"dead": 9} for year in (24, 25) for week in range(1, 53)}
    ledger = Ledger(links=links, weeks=weeks)
    catalog = Catalog(small.identity, small.facets, entries, (), ledger)
    link_statuses = LinkStatuses(catalog, day)
    site = Site(catalog, link_statuses, lambda path: f"/{path}", SATURDAY)
    html = renderer_of(site).html(links_page(link_statuses), "/")
    assert html.count('class="rc-health__item"') == 2 * MAX_LISTED
    assert (
        f'<a href="/browse/?link=watch">{STATE_LABELS["watch"]}</a> ({1667 - MAX_LISTED})' in html
    )
    assert len(html) < 120_000
    assert json.dumps(link_statuses.counts) == '{"watch": 1667, "dead": 1667, "tls": 1666}'
