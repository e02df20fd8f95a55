"""Finding, for everyone: axe-core finds nothing in the search, the filters and what they give."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from axe import load_axe, violations
from browsing import NARROW, reader
from finding import browse
from searching import open_search, search


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    with reader(browser) as page:
        yield page


def axe(page: Page) -> list[str]:
    """What axe-core finds on a page in light and in dark colors."""
    load_axe(page)
    page.emulate_media(color_scheme="dark")
    dark = violations(page, colors_only=True)
    page.emulate_media(color_scheme="light")
    return dark + violations(page)


@pytest.mark.parametrize("width", [1280, NARROW])
def test_axe_finds_nothing_in_the_dialog(tab: Page, site: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(site)
    open_search(tab)
    tab.get_by_role("option").first.wait_for()  # what is offered before anything is typed
    assert axe(tab) == [], "empty"
    search(tab, "survey")
    tab.keyboard.press("ArrowDown")
    assert axe(tab) == [], "with results"
    search(tab, "xyzzyx")
    assert axe(tab) == [], "nothing found"


@pytest.mark.parametrize("width", [1280, NARROW])
def test_axe_finds_nothing_in_the_list(tab: Page, site: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    browse(tab, site, "?q=survey&type=questionnaire&topic=alchemy")
    assert axe(tab) == [], "filtered"
    if width == NARROW:
        tab.get_by_role("button", name="Filters").click()
        assert axe(tab) == [], "with the sheet open"
    browse(tab, site, "?type=podcast&phase=planning")
    assert tab.locator(".rc-empty").is_visible()
    assert axe(tab) == [], "nothing found"
