"""Browsing elsewhere: on a phone with one thumb, and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import NARROW, reader
from finding import Entry, browse, listed, passing, said, state, values_of

SHEET = "dialog.rc-sheet[open]"


@pytest.fixture(scope="module")
def entries(large_folder: Path) -> list[Entry]:
    return listed(large_folder)


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    screen = {"width": NARROW, "height": 667}
    with reader(browser, viewport=screen, has_touch=True, is_mobile=True) as page:
        yield page


@pytest.fixture
def sheet(phone: Page, large: str) -> Page:
    """The list on a phone, with the sheet of filters open."""
    browse(phone, large)
    phone.get_by_role("button", name="Filters").tap()
    phone.locator(SHEET).wait_for()
    return phone


def test_the_sheet_says_how_much_is_left_and_shows_it(sheet: Page, entries: list[Entry]) -> None:
    done = sheet.locator(".rc-sheet__done")
    assert done.inner_text() == f"Show {said(len(entries))}"
    sheet.locator(SHEET).get_by_text("Guide", exact=True).tap()
    guides = passing(entries, {"types": ["guide"]})
    expect(done).to_have_text(f"Show {said(len(guides))}")
    done.tap()
    expect(sheet.locator(SHEET)).to_have_count(0)
    assert state(sheet)["count"] == said(len(guides))
    button = sheet.get_by_role("button", name="Filters (1)")
    expect(button).to_be_focused()
    expect(sheet).to_have_url(re.compile(r"\?type=guide$"))


def test_the_sheet_closes_with_escape_and_by_a_tap_beside_it(sheet: Page) -> None:
    sheet.keyboard.press("Escape")
    expect(sheet.locator(SHEET)).to_have_count(0)
    button = sheet.get_by_role("button", name="Filters")
    expect(button).to_be_focused()
    button.tap()
    sheet.locator(SHEET).tap(position={"x": 150, "y": 200})
    assert sheet.locator(SHEET).count() == 1, "a tap on it is not beside it"
    sheet.touchscreen.tap(150, 20)
    expect(sheet.locator(SHEET)).to_have_count(0)


def test_the_sheet_is_within_reach_of_a_thumb(sheet: Page) -> None:
    box = sheet.locator(SHEET).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] == pytest.approx(667, abs=1)
    done = sheet.locator(".rc-sheet__done").bounding_box()
    assert done is not None
    assert done["y"] + done["height"] == pytest.approx(667, abs=1), "always in sight"
    for row in sheet.locator(".rc-filter__value:visible").all()[:10]:
        size = row.bounding_box()
        assert size is not None
        assert size["height"] >= 44


def test_filters_move_when_the_phone_is_turned(phone: Page, large: str) -> None:
    browse(phone, large, "?type=guide")
    assert phone.locator("[data-rc-facets]").is_hidden()
    phone.set_viewport_size({"width": 1000, "height": 700})
    expect(phone.locator("[data-rc-facets] .rc-filter")).to_be_visible()
    assert state(phone)["checked"] == ["type=guide"]
    phone.set_viewport_size({"width": NARROW, "height": 667})
    expect(phone.locator("[data-rc-facets]")).to_be_hidden()


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    with reader(browser, java_script_enabled=False) as page:
        yield page


def test_without_javascript_everything_is_listed_on_real_pages(
    plain: Page, large: str, entries: list[Entry]
) -> None:
    plain.goto(large + "browse/")
    found: list[str] = []
    paths = []
    while True:
        paths.append(urlsplit(plain.url).path)
        links = plain.locator(".rc-card__link")
        found += links.evaluate_all("all => all.map(link => link.pathname.split('/').at(-2))")
        following = plain.get_by_role("link", name="Next")
        if not following.count():
            break
        with plain.expect_navigation():
            following.press("Enter")  # cards that come near change their height, and move the link
    assert sorted(found) == sorted(entry["id"] for entry in entries)
    assert paths[:3] == ["/browse/", "/browse/page-2/", "/browse/page-3/"]


def test_without_javascript_terms_are_links_with_true_counts(
    plain: Page, large: str, entries: list[Entry]
) -> None:
    plain.goto(large + "browse/")
    links = plain.locator("[data-rc-facets] li")
    assert links.count() > 20
    for link in links.all():
        path = str(link.locator("a").get_attribute("href"))
        facet, term = urljoin(plain.url, path).rstrip("/").split("/")[-2:]
        number = int(link.locator(".rc-terms__count").inner_text())
        assert number == sum(term in values_of(entry, facet) for entry in entries)
        assert plain.request.get(urljoin(plain.url, path)).ok


def test_without_javascript_the_search_button_is_a_link_to_the_list(
    plain: Page, large: str
) -> None:
    plain.goto(large)
    plain.locator(".rc-header [data-rc-search]").click()
    plain.wait_for_url(large + "browse/")
    assert plain.locator(".rc-card").count() == 24
