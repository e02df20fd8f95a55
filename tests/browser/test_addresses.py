"""Addresses: every state of the list has one, and docs/addresses.md says what it means for ever."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from browsing import listen, reader, wait_until_said
from building import CATALOG, ROOT
from finding import CARDS_A_PAGE, STATE, browse, listed, settle, state, wait_for
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.records.access import ACCESS
from resource_catalog.pages.hand_written.catalog_words import with_addresses
from searching import FOUND, engine

KNOWN, _ = open_catalog(CATALOG)
assert KNOWN
GRAMMAR = with_addresses((ROOT / "docs" / "addresses.md").read_text(encoding="utf-8"), KNOWN)
PARAMETERS = re.findall(r"`([a-z]+)=`", GRAMMAR.partition("| Part |")[2].partition("\n\n")[0])
assert PARAMETERS, "the table of parameters has another heading"
(SORTING,) = re.findall(r"\| `sort=` \| (.*) \|", GRAMMAR)
SORTS = re.findall(r"`([a-z]+)`", SORTING)

TYPING_PAUSE_MS = 1000
"""After such a pause in typing "back" leads to what was typed, as browse-page.js has it."""

ROUND = """wishes => wishes.map(([text, chosen, sort, page]) => {
  const wish = {text, chosen: new Map(chosen), sort, page};
  const query = address.write(wish, library);
  const {wish: back, unknown} = address.read(query, library);
  return [query, unknown, [back.text, [...back.chosen], back.sort, back.page]];
})"""


@pytest.fixture(scope="module")
def library(browser: Browser, large: str) -> Iterator[Page]:
    with engine(browser, large) as page:
        yield page


@pytest.fixture(scope="module")
def filters(library: Page) -> dict[str, dict[str, Any]]:
    """Each filter by its id: its parameter and the values in their order."""
    found: dict[str, dict[str, Any]] = library.evaluate(
        """() => Object.fromEntries(library.filters.map(({id, parameter, values}) =>
            [id, {parameter, values: values.map(value => value.id)}]))"""
    )
    return found


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    with reader(browser, viewport={"width": 1280, "height": 900}) as page:
        yield page


def test_the_documentation_names_parameters_and_orders() -> None:
    assert {"q", "phase", "stage", "type", "audience", "access"} <= set(PARAMETERS)
    assert {"publisher", "year", "language", "sort", "page"} <= set(PARAMETERS)
    assert SORTS == ["order", "title", "newest", "shortest", "best"]


@pytest.mark.parametrize("parameter", sorted(set(PARAMETERS) - {"q", "sort", "page", "link"}))
def test_every_documented_filter_works(
    tab: Page, large: str, filters: dict[str, dict[str, Any]], parameter: str
) -> None:
    value = next(f["values"][0] for f in filters.values() if f["parameter"] == parameter)
    browse(tab, large, f"?{parameter}={value}")
    assert state(tab)["checked"] == [f"{parameter}={value}"]
    assert state(tab)["cards"]


def test_the_documented_access_values_are_those_of_the_model() -> None:
    (named,) = re.findall(r"\| `access=` \| (.*) \|", GRAMMAR)
    assert set(re.findall(r"`([a-z-]+)`", named)) == set(ACCESS)


@pytest.mark.parametrize("sort", SORTS)
def test_every_documented_order_works(tab: Page, large: str, sort: str) -> None:
    browse(tab, large, f"?q=guide&sort={sort}")
    assert state(tab)["sort"] == sort
    assert tab.locator(".rc-find__said").is_hidden()


def test_every_documented_page_is_there(tab: Page, site: str) -> None:
    (example,) = re.findall(r"^(/browse/\?.*)$", GRAMMAR, re.MULTILINE)
    browse(tab, site, example.removeprefix("/browse/"))
    assert state(tab)["text"] == "survey"
    assert state(tab)["chips"]
    assert tab.locator(".rc-find__said").is_hidden()


UNSEEN = "\r\n\ufeff\x85\x1c\x1d\x1e\x1f"
"""Ends of lines, and what one of Python and JavaScript takes for a space and the other does not."""

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=UNSEEN), max_size=40)


@settings(max_examples=10)
@given(st.data())
def test_what_is_written_is_read(
    library: Page, filters: dict[str, dict[str, Any]], data: st.DataObject
) -> None:
    """read(write(wish)) is the wish, and a second address is the same as the first."""
    wishes = []
    for _ in range(10):
        chosen = []
        for name in data.draw(st.sets(st.sampled_from(sorted(filters)), max_size=4)):
            known = filters[name]["values"]
            values = data.draw(st.sets(st.sampled_from(known), min_size=1, max_size=4))
            chosen.append([name, sorted(values, key=known.index)])
        chosen.sort(key=lambda one: list(filters).index(one[0]))
        sort = data.draw(st.sampled_from(["", *SORTS]))
        wishes.append([data.draw(TEXTS).strip(), chosen, sort, data.draw(st.integers(1, 500))])
    back = library.evaluate(ROUND, wishes)
    assert [wish for _, _, wish in back] == wishes
    assert all(unknown == [] for _, unknown, _ in back)
    again = library.evaluate(ROUND, [wish for _, _, wish in back])
    assert [query for query, _, _ in again] == [query for query, _, _ in back]


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_nothing_in_an_address_is_too_much(library: Page, query: str) -> None:
    wish = library.evaluate(
        "q => { const {wish} = address.read('?' + q, library); return [wish.page, wish.sort]; }",
        query,
    )
    assert wish[0] >= 1
    assert wish[1] in ("", *SORTS)


@pytest.mark.parametrize("seed", range(6))
def test_a_state_made_by_hand_is_restored_from_its_address(
    browser: Browser, tab: Page, large: str, filters: dict[str, dict[str, Any]], seed: int
) -> None:
    """Whatever a reader chose: the address they copy gives someone else the same list."""
    dice = random.Random(seed)
    browse(tab, large)
    if dice.random() < 0.7:
        tab.locator("#rc-find").fill(dice.choice(["guide", "assesment", "student feedback"]))
        expect(tab.get_by_label("Order")).to_have_value("best")
    for _ in range(dice.randint(1, 3)):
        boxes = tab.locator(".rc-filter input:enabled:not(:checked):visible")
        boxes.nth(dice.randrange(boxes.count())).check()
        settle(tab)
    tab.get_by_label("Order").select_option(dice.choice(SORTS[:4]))
    settle(tab)
    following = tab.get_by_role("link", name="Next")
    if following.count():
        following.press("Enter")  # cards that come near change their height, and move the link
        expect(tab.get_by_role("link", name="Previous")).to_be_visible()
    made = state(tab)
    with reader(browser, viewport={"width": 375, "height": 700}) as fresh:
        url = tab.evaluate("location.href")
        browse(fresh, large, url.removeprefix(large + "browse/"))
        assert state(fresh) == made
        expect(fresh).to_have_url(url)


def test_back_and_forward(browser: Browser, library: Page, large: str, large_folder: Path) -> None:
    """Choices and pauses in typing are steps; letters are not."""
    guides = {entry["id"] for entry in listed(large_folder) if entry["type"] == "guide"}
    found = library.evaluate(FOUND, ["learn"])["learn"]["entries"]
    learn = [name for name in found if name in guides][:CARDS_A_PAGE]
    with reader(browser, alone=True) as tab:
        tab.clock.install(time=0)
        browse(tab, large)
        tab.clock.pause_at(60_000)
        states = [state(tab)]
        tab.locator('.rc-filter input[value="guide"]').check()
        tab.wait_for_function(  # names and titles come first
            f"guides => ({STATE})().cards.every(card => guides.includes(card))", arg=list(guides)
        )
        states.append(state(tab))
        for letter in "learn":
            tab.locator("#rc-find").press_sequentially(letter)
            tab.clock.run_for(TYPING_PAUSE_MS - 1)
        tab.clock.run_for(1)
        tab.wait_for_function(f"cards => String(({STATE})().cards) === String(cards)", arg=learn)
        states.append(state(tab))
        tab.get_by_label("Order").select_option("title")
        states.append(state(tab))
        for expected in reversed(states[:-1]):
            tab.go_back()
            wait_for(tab, expected)
        for expected in states[1:]:
            tab.go_forward()
            wait_for(tab, expected)


def test_back_from_a_resource_leads_to_the_same_list(tab: Page, large: str) -> None:
    browse(tab, large, "?type=guide&page=2")
    before = state(tab)
    tab.locator(".rc-card__link").first.click()
    tab.wait_for_url("**/resources/*/")
    tab.go_back()
    wait_for(tab, before)


def test_what_the_library_does_not_have_is_left_out_and_said(tab: Page, large: str) -> None:
    browse(tab, large, "?type=guide&type=scroll&topic=alchemy&sort=color&made-up=1")
    assert state(tab)["checked"] == ["type=guide"]
    told = tab.locator(".rc-find__said")
    assert told.get_attribute("role") == "status"
    text = told.inner_text()
    assert "Type: scroll" in text
    assert "Topic: alchemy" in text
    assert "color" in text
    assert "made-up" not in text
    tab.locator('.rc-filter input[value="report"]').check()
    expect(told).to_be_hidden()
    expect(tab).not_to_have_url(re.compile("scroll"))


def test_names_for_several_things_are_understood(tab: Page, large: str) -> None:
    browse(tab, large, "?types=report&type=guide&phases=planning&years=2017&year=2018")
    several = state(tab)
    expected = {"phase=planning", "type=guide", "type=report", "year=2017", "year=2018"}
    assert set(several["checked"]) == expected
    browse(tab, large, "?type=report&type=guide&phase=planning&year=2017&year=2018")
    assert state(tab) == several


def test_a_page_is_a_part_of_the_address(tab: Page, large: str) -> None:
    browse(tab, large, "?page=2")
    assert state(tab)["page"].startswith("Page 2 of ")
    assert len(state(tab)["cards"]) == CARDS_A_PAGE
    tab.locator('.rc-filter input[value="guide"]').check()
    expect(tab, "another list begins at its beginning").not_to_have_url(re.compile("page="))
    for odd in ("0", "-1", "x", "1.5", "1e99"):
        browse(tab, large, f"?page={odd}")
        assert state(tab)["cards"]


@pytest.mark.parametrize("allowed", [True, False])
def test_the_link_is_copied(browser: Browser, large: str, allowed: bool) -> None:
    with reader(browser) as page:
        if allowed:
            page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        else:
            page.add_init_script(
                "navigator.clipboard.writeText = () => Promise.reject(new Error())"
            )
        browse(page, large, "?type=guide")
        page.locator('.rc-filter input[value="report"]').check()
        copy = page.get_by_role("button", name="Copy link")
        listen(copy)
        copy.click()
        if allowed:
            wait_until_said(page, "Copied")
            assert page.evaluate("navigator.clipboard.readText()") == page.url
        else:
            expect(page.locator(".rc-find__said")).to_contain_text(page.url)
