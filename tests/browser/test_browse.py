"""Browsing: filters, counts, orders and ways out, by pointer and by keyboard, wide and narrow."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browsing import WIDE, complaints, listen, reader, wait_until_said
from finding import (
    CARDS_A_PAGE,
    COUNTS,
    Entry,
    browse,
    count_of,
    listed,
    passing,
    said,
    settle,
    state,
    values_of,
)
from resource_catalog.model.title_order import title_sort_key

SUMMARIES = "**/search/*/about-*.js"


@pytest.fixture(scope="module")
def entries(large_folder: Path) -> list[Entry]:
    return listed(large_folder)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A laptop's screen, kept for the whole file."""
    with reader(browser, viewport={"width": WIDE, "height": 900}) as page:
        yield page


@pytest.fixture
def page(tab: Page, large: str) -> Page:
    browse(tab, large)
    return tab


@pytest.fixture(scope="module")
def filters(tab: Page, large: str) -> dict[str, list[str]]:
    """The parameters of the filters with their values, as the page offers them."""
    browse(tab, large)
    found: dict[str, list[str]] = {}
    for name in tab.evaluate(COUNTS):
        parameter, _, value = name.partition("=")
        found.setdefault(parameter, []).append(value)
    return found


def facet_of(parameter: str) -> str:
    """The facet that a parameter names, for one thing, in a synthetic catalog."""
    return "access" if parameter == "access" else f"{parameter}s"


def nothing_of(entries: list[Entry], filters: dict[str, list[str]]) -> tuple[str, str]:
    """A type and a year that no resource has both of."""
    return next(
        (kind, year)
        for kind in filters["type"]
        for year in filters["year"]
        if not passing(entries, {"types": [kind], "years": [year]})
    )


def box(page: Page, parameter: str, value: str) -> Any:
    return page.locator(f'.rc-filter input[name="{parameter}"][value="{value}"]')


def test_everything_can_be_filtered_by(filters: dict[str, list[str]]) -> None:
    assert {"phase", "stage", "type", "audience", "topic", "access"} < filters.keys()
    assert {"publisher", "year", "language"} < filters.keys()
    assert all(len(values) > 1 for values in filters.values())


@pytest.mark.parametrize("how", ["pointer", "keyboard"])
def test_values_are_chosen_and_taken_back(page: Page, entries: list[Entry], how: str) -> None:
    guide = box(page, "type", "guide")
    if how == "pointer":
        guide.locator("xpath=..").click()
    else:
        guide.focus()
        page.keyboard.press("Space")
    expected = passing(entries, {"types": ["guide"]})
    assert state(page)["count"] == said(len(expected))
    expect(page).to_have_url(re.compile(r"\?type=guide$"))
    expect(guide, "the focus stays").to_be_focused()
    if how == "pointer":
        guide.locator("xpath=..").click()
    else:
        page.keyboard.press("Space")
    assert state(page)["count"] == said(len(entries))
    expect(page).to_have_url(re.compile("/browse/$"))


@pytest.mark.parametrize("seed", range(10))
def test_counts_are_those_of_plain_counting(
    tab: Page, large: str, entries: list[Entry], filters: dict[str, list[str]], seed: int
) -> None:
    """Values of one filter are alternatives, filters narrow each other, counts say what is left."""
    dice = random.Random(seed)
    names = dice.sample(sorted(filters), dice.randint(1, 3))
    chosen = {n: dice.sample(filters[n], min(len(filters[n]), dice.randint(1, 3))) for n in names}
    browse(tab, large, "?" + "&".join(f"{n}={v}" for n, values in chosen.items() for v in values))
    by_facet = {facet_of(name): values for name, values in chosen.items()}
    expected = passing(entries, by_facet)
    now = state(tab)
    assert now["count"] == said(len(expected))
    assert len(now["cards"]) == min(CARDS_A_PAGE, len(expected))
    assert set(now["cards"]) <= {entry["id"] for entry in expected}
    for name, (number, disabled) in tab.evaluate(COUNTS).items():
        parameter, _, value = name.partition("=")
        assert number == count_of(entries, by_facet, facet_of(parameter), value), name
        assert disabled == (number == 0 and value not in chosen.get(parameter, ())), name


def test_what_would_give_nothing_is_shown_as_such(
    page: Page, filters: dict[str, list[str]]
) -> None:
    box(page, "type", "podcast").check()
    empty = page.locator(".rc-filter__value--empty")
    assert empty.count() > 0
    for row in empty.all():
        assert row.locator(".rc-filter__count").inner_text() == "0"
        assert row.locator("input").is_disabled()


def test_chips_take_back_what_is_applied(page: Page, entries: list[Entry]) -> None:
    box(page, "type", "guide").check()
    box(page, "type", "report").check()
    box(page, "access", "open").check()
    assert state(page)["chips"] == [
        "Remove Type: Guide×",
        "Remove Type: Report×",
        "Remove Access: Open×",
    ]
    chips = page.locator(".rc-chips")
    chips.get_by_role("button", name="Remove Type: Guide").press("Enter")
    assert state(page)["count"] == said(
        len(passing(entries, {"types": ["report"], "access": ["open"]}))
    )
    following = chips.get_by_role("button").first
    expect(following, "the focus goes to the next").to_be_focused()
    chips.get_by_role("button", name="Clear all").click()
    assert state(page)["checked"] == []
    assert chips.is_hidden()
    expect(page.locator("#rc-find")).to_be_focused()
    expect(page).to_have_url(re.compile("/browse/$"))


def test_a_chip_keeps_the_focus_near_while_words_are_searched_for(tab: Page, large: str) -> None:
    browse(tab, large, "?q=learning&type=guide&type=report")
    tab.get_by_role("button", name="Remove Type: Guide").press("Enter")
    expect(tab.get_by_role("button", name="Remove Type: Report")).to_be_focused()


@pytest.mark.parametrize("sort", ["order", "title", "newest", "shortest"])
def test_orders(page: Page, entries: list[Entry], sort: str) -> None:
    by_id = {entry["id"]: entry for entry in entries}
    page.get_by_label("Order").select_option(sort)
    cards = [by_id[card] for card in state(page)["cards"]]
    if sort == "title":
        in_order = sorted((SimpleNamespace(**e) for e in entries), key=title_sort_key)
        assert [e["id"] for e in cards] == [e.id for e in in_order[: len(cards)]]
    elif sort == "newest":
        days = sorted((e["added"] or "" for e in entries), reverse=True)
        assert [e["added"] for e in cards] == days[: len(cards)]
    elif sort == "shortest":
        known = [e["duration"] for e in entries if e["duration"]]
        assert known
        assert all(e["duration"] for e in cards[: len(known)])
    else:
        phases = [p for e in cards for p in e["phases"][:1]]
        assert len(set(phases)) == 1, "the first phase comes first"
    if sort != "order":
        expect(page).to_have_url(re.compile(f"sort={sort}"))


def test_the_count_is_announced_and_only_when_it_changes(page: Page) -> None:
    status = page.locator(".rc-browse__find [role=status].rc-hidden")
    expect(status).to_have_text(page.locator(".rc-bar__count").inner_text())
    listen(status)
    page.get_by_label("Order").select_option("title")
    assert page.evaluate("said") == []
    box(page, "type", "guide").check()
    wait_until_said(page)
    assert page.evaluate("said") == [page.locator(".rc-bar__count").inner_text()]


def test_an_empty_result_offers_to_remove_filters(
    tab: Page, large: str, entries: list[Entry], filters: dict[str, list[str]]
) -> None:
    kind, year = nothing_of(entries, filters)
    browse(tab, large, f"?type={kind}&year={year}")
    assert state(tab)["count"] == "No resources"
    of_year = len(passing(entries, {"years": [year]}))
    of_type = len(passing(entries, {"types": [kind]}))
    ways = tab.locator(".rc-empty").get_by_role("button").all_inner_texts()
    assert ways == [f"Any type: {said(of_year)}", f"Any year: {said(of_type)}", "Clear everything"]
    tab.get_by_role("button", name="Any type").press("Enter")
    assert state(tab)["count"] == said(of_year)
    expect(tab.get_by_role("button", name="Remove Year")).to_be_focused()
    browse(tab, large, "?q=xyzzyx")
    assert "Try fewer or different words" in tab.locator(".rc-empty").inner_text()
    tab.get_by_role("button", name="Clear everything").click()
    assert state(tab)["count"] == said(len(entries))
    assert state(tab)["text"] == ""


def test_a_box_taken_back_keeps_the_focus_though_it_now_gives_nothing(
    tab: Page, large: str, entries: list[Entry], filters: dict[str, list[str]]
) -> None:
    kind, year = nothing_of(entries, filters)
    browse(tab, large, f"?type={kind}&year={year}")
    box(tab, "type", kind).focus()
    tab.keyboard.press("Space")
    expect(box(tab, "type", kind)).to_be_focused()
    assert state(tab)["count"] == said(len(passing(entries, {"years": [year]})))


def test_long_filters_show_the_rest_on_request(page: Page, filters: dict[str, list[str]]) -> None:
    group = page.locator(".rc-filter__group", has=page.locator('input[name="publisher"]'))
    assert group.locator("label:visible").count() == 8
    group.get_by_role("button").press("Enter")
    assert group.locator("label:visible").count() == len(filters["publisher"])
    expect(group.locator("label:visible input").nth(8)).to_be_focused()


def test_a_page_of_the_list_has_a_limited_number_of_cards(tab: Page, large: str) -> None:
    for query in ("", "?q=guide", "?sort=title&page=3", "?access=open", "?page=99"):
        browse(tab, large, query)
        assert 0 < tab.locator(".rc-card").count() <= CARDS_A_PAGE
        assert tab.evaluate("document.querySelectorAll('*').length") < 2000


def test_pages_follow_each_other_and_hold_everything_once(
    tab: Page, large: str, entries: list[Entry]
) -> None:
    browse(tab, large, "?sort=title")
    cards: list[str] = []
    while True:
        cards += state(tab)["cards"]
        following = tab.get_by_role("link", name="Next")
        if not following.count():
            break
        following.press("Enter")
        tab.wait_for_function("n => document.activeElement.matches('.rc-card__link')")
    assert len(cards) == len(set(cards)) == len(entries)
    expect(tab).to_have_url(re.compile("page="))


def test_summaries_that_come_late_go_to_the_list_they_are_for(browser: Browser, large: str) -> None:
    """A list is left before its summaries are there; those of the next one take even longer."""
    held: dict[str, Route] = {}
    with reader(browser, alone=True) as page:
        page.route(SUMMARIES, lambda route: held.update({route.request.url[-4]: route}))
        with page.expect_request("**/about-0.js"):  # the list is shown and goes on loading
            page.goto(f"{large}browse/?page=2", wait_until="commit")
        with page.expect_request("**/about-1.js"):
            page.get_by_label("Order").select_option("newest")
        empty = page.locator(".rc-card__why:empty")
        expect(empty).to_have_count(CARDS_A_PAGE)
        for name in "01":
            with page.expect_event("requestfinished"):
                held[name].continue_()
        expect(empty).to_have_count(0)


def test_words_filters_and_marks_go_together(tab: Page, large: str, entries: list[Entry]) -> None:
    found = complaints(tab)
    browse(tab, large)
    tab.locator("#rc-find").press_sequentially("feedback")
    expect(tab.get_by_label("Order")).to_have_value("best")
    expect(tab.locator(".rc-card mark").first).to_have_text("feedback", ignore_case=True)
    settle(tab)
    several = tab.evaluate(COUNTS)
    name = next(n for n, (number, _) in several.items() if n.startswith("type=") and number > 1)
    box(tab, "type", name.partition("=")[2]).check()
    assert state(tab)["count"] == said(several[name][0])
    assert found == []


def test_plain_counting_knows_every_value(
    entries: list[Entry], filters: dict[str, list[str]]
) -> None:
    """The test's own counting sees exactly the values that the page offers in its fields."""
    for parameter in ("publisher", "year", "language", "access"):
        seen = {v for entry in entries for v in values_of(entry, facet_of(parameter))}
        assert seen == set(filters[parameter])
