"""Without JavaScript, and on small screens: everything can be reached, read and fits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browsing import KINDS, NARROW, NARROWEST, WIDE, reader, visit


class _Reader(HTMLParser):
    """What a reader without JavaScript has of a page: its links and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self._pieces: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unread += tag in ("script", "style", "template")
        self._part_words(tag)
        if tag == "a":
            self.links += [value for name, value in attrs if name == "href" and value]

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in ("script", "style", "template")
        self._part_words(tag)

    def _part_words(self, tag: str) -> None:
        """A span may stand around a part of a word; any other element ends it."""
        if tag != "span":
            self._pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._pieces.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self._pieces).split())


@pytest.fixture(scope="module")
def walked(built_site: Path) -> dict[str, _Reader]:
    """Every page that following links from the home page leads to."""
    root = "http://site/"
    found: dict[str, _Reader] = {}
    ahead = [root]
    while ahead:
        url = ahead.pop()
        path = urlsplit(url).path.removeprefix("/")
        file = built_site / path / "index.html" if url.endswith("/") else built_site / path
        if path in found or file.suffix != ".html":
            continue
        reader = found[path] = _Reader()
        reader.feed(file.read_text(encoding="utf-8"))
        targets = [urldefrag(urljoin(url, link)).url for link in reader.links]
        ahead += [target for target in targets if target.startswith(root)]
    return found


def test_every_entry_is_reached_and_read_by_following_links(
    walked: dict[str, _Reader], built_site: Path
) -> None:
    data = json.loads((built_site / "data" / "catalog.json").read_text(encoding="utf-8"))
    assert data["entries"]
    for entry in data["entries"]:
        path = urlsplit(entry["url"]).path.removeprefix("/")
        assert path in walked, f"no way leads to {path}"
        for field in ("title", "summary", "recommended_use"):
            assert " ".join((entry[field] or "").split()) in walked[path].text


def test_every_page_is_reached_by_following_links(
    walked: dict[str, _Reader], built_site: Path
) -> None:
    """Redirect stubs aside: nothing should lead to an old address."""
    pages = {
        path.parent.relative_to(built_site).as_posix().removeprefix(".")
        for path in built_site.rglob("index.html")
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
    }
    assert pages - {path.rstrip("/") for path in walked} == set()


# What makes a page wider than the screen; empty when it fits.
TOO_WIDE = """width => document.scrollingElement.scrollWidth <= width ? [] :
    [...document.querySelectorAll("body *")]
        .filter(e => e.getBoundingClientRect().right > width + .5)
        .map(e => e.tagName + "." + e.getAttribute("class"))"""

# For each heading and each summary whether it is seen, and the text of the page.
SHOWN = """() => {
    const seen = selector => [...document.querySelectorAll(selector)].map(e =>
        e.getClientRects().length > 0 &&
        e.checkVisibility({opacityProperty: true, visibilityProperty: true}));
    return {
        headings: seen("h1"),
        summaries: seen(".rc-resource__summary"),
        text: document.querySelector("main").innerText.trim(),
    };
}"""


@pytest.fixture(scope="module", params=[False, True], ids=["without-js", "with-js"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """One page for all addresses, with and without JavaScript."""
    with reader(browser, java_script_enabled=request.param) as page:
        yield page


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_can_be_read_and_never_scrolls_sideways(
    page: Page, kind: str, kinds: dict[str, str]
) -> None:
    """Nothing waits for a script to be shown, and nothing is wider than the screen."""
    visit(page, kinds[kind])
    for width in (WIDE, NARROW, NARROWEST):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate(TOO_WIDE, width) == []
        shown = page.evaluate(SHOWN)
        assert shown["headings"] == [True]
        assert shown["text"]
        if "/resources/" in page.url:
            assert shown["summaries"] == [True]


def test_buttons_that_need_javascript_are_not_offered_without_it(
    browser: Browser, site: str
) -> None:
    with reader(browser, java_script_enabled=False) as page:
        page.goto(site)
        assert page.locator("header button:visible").count() == 0
