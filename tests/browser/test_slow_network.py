"""A slow network: what is lost is asked for again, and what is late replaces nothing newer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from browsing import reader
from finding import browse
from searching import open_search

FIRST, SECOND = "leader", "tennesse"
"""Words of which the two shards of the real site hold one each."""

SHARDS = re.compile(r"/search/\w+/\d+\.js$")
LOST = "could not be loaded"

# What has come, and what has failed to.
NOTE_ANSWERS = """
    globalThis.answered = [];
    for (const kind of ["load", "error"]) {
      document.addEventListener(kind, ({target}) => answered.push(target.src), true);
    }
"""

# Whatever waited for an answer has heard of it: the page has its say before it is asked again.
ALL_ANSWERED = """fragment => {
    const asked = [...document.scripts].filter(({src}) => src.includes(fragment));
    const known = answered.filter((src) => src?.includes(fragment));
    return asked.length > 0 && asked.length === known.length;
}"""


class Delay:
    """Requests that get no answer until :meth:`end`."""

    def __init__(self, page: Page, fragment: str) -> None:
        self._page = page
        self._fragment = fragment
        self._held: list[Route] | None = []
        self._fail = False
        page.route(f"**/*{fragment}", self._meet)

    def end(self, *, fail: bool) -> None:
        """Answer them and all that follow, or let them fail; wait until the page knows."""
        assert self._held
        held, self._held, self._fail = self._held, None, fail
        for route in held:
            self._meet(route)
        self._page.wait_for_function(ALL_ANSWERED, arg=self._fragment)

    def _meet(self, route: Route) -> None:
        if self._held is not None:
            self._held.append(route)
        elif self._fail:
            route.abort()
        else:
            route.continue_()


@dataclass
class Search:
    """One of the two places where a reader types what they look for."""

    page: Page
    field: Locator
    results: Locator
    message: Locator

    def shown(self) -> list[str]:
        return self.results.all_inner_texts()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a reader who has loaded nothing yet, which notes what comes."""
    with reader(browser, alone=True) as page:
        page.add_init_script(NOTE_ANSWERS)
        # Chromium is told from the start that requests will be met: told while one is under way,
        # it may leave that one unanswered.
        page.route(SHARDS, lambda route: route.fallback())
        yield page


@pytest.fixture(params=["dialog", "list"])
def search(request: pytest.FixtureRequest, page: Page, site: str) -> Search:
    """The search dialog, or the page of the list, before anything is typed."""
    if request.param == "dialog":
        page.goto(site + "about/")
        open_search(page)
        names = ("[role=combobox]", ".rc-search__option", ".rc-search__status")
    else:
        browse(page, site)
        names = ("#rc-find", ".rc-card__link", ".rc-find__said")
    found = Search(page, *map(page.locator, names))
    found.field.focus()
    return found


def test_a_request_that_is_lost_while_letters_are_typed_is_made_again(search: Search) -> None:
    """One connection is cut after 300 ms; by then all eight letters wait for it."""
    lost: list[str] = []

    def cut_once(route: Route) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.request.url)
        search.page.wait_for_timeout(300)
        expect(search.field).to_have_value(SECOND)
        route.abort()

    search.page.route(SHARDS, cut_once)
    search.page.keyboard.type(SECOND)
    expect(search.results.first).to_contain_text("Tennessee")
    assert len(lost) == 1
    assert LOST not in (search.message.text_content() or "")


@pytest.mark.parametrize("fail", [True, False], ids=["failure", "answer"])
def test_what_comes_late_does_not_replace_a_result(search: Search, fail: bool) -> None:
    delay = Delay(search.page, "/1.js")
    with search.page.expect_request("**/1.js"):  # it is sent asynchronously
        search.page.keyboard.type(SECOND)
    search.field.fill(FIRST)
    expect(search.results.locator("mark").first).to_have_text(re.compile(FIRST, re.IGNORECASE))
    before = search.shown(), search.message.text_content()
    delay.end(fail=fail)
    assert (search.shown(), search.message.text_content()) == before


@pytest.mark.parametrize("fail", [True, False], ids=["failure", "answer"])
def test_what_comes_late_does_not_replace_a_shelf(page: Page, site: str, fail: bool) -> None:
    """Two shelves whose entries stand in different files, the second opened in the same window."""
    page.goto(f"{site}shelf/")
    delay = Delay(page, "/shelf/part-1.js")
    with page.expect_request("**/shelf/part-1.js"):
        page.evaluate("location.hash = 'e=four-signs'")
    page.evaluate("location.hash = 'e=nea-platform'")
    expect(page.locator(".rc-shelf__title")).to_contain_text("National Education Association")
    before = page.locator("[data-rc-shelf-page]").inner_text()
    delay.end(fail=fail)
    assert page.locator("[data-rc-shelf-page]").inner_text() == before


def test_a_list_that_comes_late_takes_no_focus(page: Page, site: str) -> None:
    """A filter is taken back, which leads on to the next, and the reader goes to type meanwhile."""
    delay = Delay(page, "/names.js")
    browse(page, site)
    with page.expect_request("**/names.js"):
        page.locator('.rc-filter input[value="guide"]').check()
    page.locator('.rc-filter input[value="questionnaire"]').check()
    page.get_by_role("button", name="Remove Type: Guide").press("Enter")
    field = page.locator("#rc-find")
    field.focus()
    page.keyboard.type("survey")
    delay.end(fail=False)
    expect(page.locator(".rc-card mark").first).to_have_text(re.compile("survey", re.IGNORECASE))
    expect(field).to_be_focused()


def lost_once(page: Page, address: str) -> list[str]:
    """Lose the first request for an address; gives all that are made."""
    asked: list[str] = []

    def meet(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.abort()
        else:
            route.continue_()

    page.route(address, meet)
    return asked


def test_duplicates_are_found_after_one_lost_request(page: Page, site: str) -> None:
    asked = lost_once(page, "**/data/catalog.json")
    page.goto(f"{site}contribute/suggest/")
    page.get_by_label("Title").focus()
    page.locator("form[data-rc-known=yes]").wait_for()
    assert len(asked) == 2


def test_news_are_shown_after_one_lost_request_for_the_feed(page: Page, site: str) -> None:
    asked = lost_once(page, "**/feeds/**.json")
    page.goto(f"{site}phases/planning/?since=2026-09-01")
    expect(page.locator(".rc-news")).to_contain_text("Since September 1, 2026: ")
    assert len(asked) == 2


def test_citation_files_are_offered_after_one_lost_request(page: Page, site: str) -> None:
    asked = lost_once(page, "**/shelf/part-*.js")
    page.goto(f"{site}resources/driving-teacher-learning/")
    page.get_by_text("Cite this resource").click()
    link = page.get_by_role("link", name="RIS")
    expect(link).to_have_attribute("download", "driving-teacher-learning.ris")
    assert len(asked) == 2
