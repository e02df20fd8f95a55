"""Accessibility: axe-core finds nothing against WCAG 2.1 A and AA on any kind of page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from browsing import KINDS, NARROW, WIDE, reader, visit

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "resultTypes": ["violations"]}


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
        tab.keyboard.press("/")
        tab.get_by_role("combobox").fill("a")
        tab.get_by_role("option").first.wait_for()
    elif request.param == "share panel":
        tab.goto(kinds["pack"])
        tab.locator(".rc-share > summary").click()
    else:
        visit(tab, kinds[request.param])
    tab.evaluate(AXE_SCRIPT)
    return tab


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("colors", ["light", "dark"])
def test_axe_finds_nothing(page: Page, colors: str, width: int) -> None:
    page.emulate_media(color_scheme=colors)
    page.set_viewport_size({"width": width, "height": 800})
    found = page.evaluate("rules => axe.run(rules)", RULES)
    assert [_said(violation) for violation in found["violations"]] == []
    assert len(found["passes"]) > 5, "axe-core did not look at anything"


def _said(violation: dict) -> str:
    places = "\n".join(f"  {node['html']}" for node in violation["nodes"])
    return f"{violation['id']}: {violation['help']}\n{places}"
