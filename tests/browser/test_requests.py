"""Privacy: the built site asks no other host for anything, sets no cookie, runs no inline code.

Like all tests in a browser, these run under the strictest policy that a host can send.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browsing import KINDS, complaints, reader, visit
from building import ROOT
from page_code import unwanted
from resource_catalog.pages.rendering.security_policy import POLICY


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One reader who goes from page to page."""
    with reader(browser, alone=True) as page:
        yield page


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_no_other_host_and_sets_no_cookie(
    page: Page, kind: str, kinds: dict[str, str]
) -> None:
    """Everything a page does while a reader moves about in it stays on its own host."""
    found = complaints(page)
    answer = visit(page, kinds[kind])
    assert answer.headers["content-security-policy"] == POLICY
    page.keyboard.press("Tab")
    page.mouse.wheel(0, 2000)
    page.wait_for_load_state("networkidle")
    if kind == "not found":
        assert answer.status == 404
        found = [text for text in found if "404" not in text]
    assert found == []
    assert page.context.cookies() == []
    assert page.evaluate("document.cookie") == ""


def test_the_policy_is_in_force_and_in_the_guide(page: Page, site: str) -> None:
    """So the test above can fail; and what hosts are told to send is what was tested."""
    page.goto(site)
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'),"
        " {textContent: 'window.ran = true'}))"
    )
    assert page.evaluate("window.ran") is None
    guide = (ROOT / "docs" / "your-own-catalog.md").read_text(encoding="utf-8")
    assert f"\nContent-Security-Policy: {POLICY}\n" in guide
    assert "frame" not in POLICY, "lists are embedded on other sites"


def test_no_page_holds_inline_handlers_or_loads_from_elsewhere(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    assert pages
    found = {path.relative_to(built_site).as_posix(): unwanted(path.read_text()) for path in pages}
    assert {path: faults for path, faults in found.items() if faults} == {}


def test_style_sheets_load_nothing_from_elsewhere(built_site: Path) -> None:
    for path in built_site.rglob("*.css"):
        text = path.read_text().replace("http://www.w3.org/", "")
        assert "@import" not in text, path.name
        assert "url(http" not in text.replace('"', "").replace("'", ""), path.name
        assert "url(//" not in text.replace('"', "").replace("'", ""), path.name


def test_each_violation_is_detected() -> None:
    """The checks above report every violation on a page that has all of them."""
    bad = (
        '<a href=" java\nscript:alert(1)">a</a><a href="data:text/html,x">b</a>'
        '<p onclick="x()"></p><img src="//example.org/x.png">'
        '<link rel="stylesheet" href="https://example.org/x.css">'
        '<link rel="canonical" href="https://example.org/"><meta http-equiv="Set-Cookie">'
        '<script>x()</script><script type="module">x()</script><style>b {}</style>'
        '<b style="top: 0"><script src="x.js"></script>'
        '<script type="application/ld+json">{}</script>'
    )
    assert len(unwanted(bad)) == 10
