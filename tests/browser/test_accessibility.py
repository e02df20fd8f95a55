"""Accessibility: axe-core finds nothing against WCAG 2.1 A and AA on any kind of page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from axe import load_axe, violations
from browsing import KINDS, NARROW, WIDE, reader, visit
from searching import open_search, search


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab of the browser for all pages."""
    with reader(browser) as page:
        yield page


@pytest.fixture(scope="module", params=[*KINDS, "search dialog", "share panel"])
def page(request: pytest.FixtureRequest, tab: Page, kinds: dict[str, str]) -> Page:
    """A page of each kind, opened once, with axe-core in it."""
    if request.param == "search dialog":
        tab.goto(kinds["home"])
        open_search(tab)
        search(tab, "a")
    elif request.param == "share panel":
        tab.goto(kinds["pack"])
        tab.locator(".rc-share > summary").click()
    else:
        visit(tab, kinds[request.param])
    load_axe(tab)
    return tab


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_nothing(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="light")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, colors_only=True) == [], "in the dark"


def test_each_violation_is_detected(tab: Page) -> None:
    """Faulty colors in a third row like two good ones are those of its own look."""
    tab.goto("about:blank")  # the site's own policy forbids the style sheet below
    tab.set_content(
        """<!doctype html><html lang="en"><title>Faults</title><main><h1>Faults</h1>
        <style>p a { color: #333; text-decoration: none } .faint { color: #aaa }
        @media (prefers-color-scheme: dark) { body { background: #111; color: #eee }
        p a { color: #eee; text-decoration: underline } .day { color: #222 } }</style>
        <ul><li>good</li><li>good</li><li class="faint">faint</li><li class="day">day</li></ul>
        <p>A text with <a href="#x">a link</a> in it.</p><img src="data:,"></main>"""
    )
    load_axe(tab)
    tab.emulate_media(color_scheme="light")
    rules = {found.partition(":")[0] for found in violations(tab)}
    assert rules == {"color-contrast", "link-in-text-block", "image-alt"}
    tab.emulate_media(color_scheme="dark")
    (found,) = violations(tab, colors_only=True)
    assert found.endswith('<li class="day">day</li>')
