"""By keyboard: a sane order, nothing hidden takes the focus, and it is always seen where it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browsing import KINDS, NARROW, WIDE, reader, visit

# Gives every element to the focus in turn and says what is wrong with how it then looks.
FAULTS = """() => {
  const LOOKS = ["boxShadow", "backgroundColor", "borderTopColor", "stroke", "strokeWidth"];
  const look = element => [element, ...element.querySelectorAll("*")].flatMap(part =>
    [null, "::before", "::after"].map(pseudo => {
      const style = getComputedStyle(part, pseudo);
      const outline = style.outlineStyle === "none" ? "" : style.outlineWidth + style.outlineColor;
      return LOOKS.map(name => style[name]).join() + outline;
    })).join();
  const faults = [];
  for (const element of document.querySelectorAll("*")) {
    if (element.tabIndex < 0) continue;
    document.activeElement.blur();
    const before = look(element);
    element.focus();
    if (document.activeElement !== element) continue;
    element.scrollIntoView({block: "center"});
    const say = fault => faults.push(fault + ": " + element.outerHTML.slice(0, 120));
    const box = element.getClientRects()[0];
    if (!box || box.width < 2 || box.height < 2) { say("has no size"); continue; }
    if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true})) say("unseen");
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const fills = box.top < 0 && box.bottom > innerHeight; // such as a long table that scrolls
    const above = box.top < 0 || box.bottom > innerHeight;
    if (box.left < 0 || box.right > innerWidth || (above && !fills))
      say("off the screen");
    else if (!top || !(element.contains(top) || top.contains(element))) say("covered");
    if (before === look(element)) say("looks the same with the focus");
    if (element.tabIndex > 0) say("jumps the queue");
  }
  return faults;
}"""

FOCUSED = "() => document.activeElement.outerHTML.slice(0, 300)"
ORDER = """where => [...document.querySelectorAll(where)].filter(e => e.tabIndex >= 0 &&
  e.checkVisibility({visibilityProperty: true})).map(e => e.outerHTML.slice(0, 300))"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page whose reader uses the keyboard."""
    with reader(browser, color_scheme="light") as page:
        yield page


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab of the browser for all pages that are only looked at."""
    with reader(browser) as page:
        yield page


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_takes_the_focus_is_seen_and_shows_it(
    tab: Page, kind: str, kinds: dict[str, str]
) -> None:
    visit(tab, kinds[kind])
    tab.keyboard.press("Tab")  # from here on the browser shows where the focus is
    for width in (WIDE, NARROW):
        tab.set_viewport_size({"width": width, "height": 1200})
        assert tab.evaluate(FAULTS) == []


def test_each_way_to_lose_the_focus_is_detected(page: Page) -> None:
    """The checks above report a page that hides or loses the focus."""
    page.set_content(
        """<style>a:focus { outline: none }</style>
        <a href="#" tabindex=3 style="outline: 2px solid red">jumps</a>
        <a href="#">plain</a>
        <button style="opacity: 0">unseen</button>
        <button style="position: absolute; left: -99px">off</button>
        <button style="width: 1px; height: 1px; overflow: hidden; padding: 0; border: 0">s</button>
        <p style="position: relative"><button>under</button>
          <span style="position: absolute; inset: 0; background: white"></span></p>
        <button tabindex=-1 style="opacity: 0">fine</button><button>fine</button>"""
    )
    page.keyboard.press("Tab")
    faults = [fault.partition(":")[0] for fault in page.evaluate(FAULTS)]
    assert faults == [
        *("looks the same with the focus", "jumps the queue", "looks the same with the focus"),
        *("unseen", "off the screen", "has no size", "covered"),
    ]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("kind", ["home", "resource", "about", "not found"])
def test_the_skip_link_comes_first_and_works(
    page: Page, kind: str, width: int, kinds: dict[str, str]
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    visit(page, kinds[kind])
    skip = page.locator(".md-skip")
    assert skip.bounding_box()["y"] < 0, "it is out of the way until it is needed"
    page.keyboard.press("Tab")
    assert skip.evaluate("e => e === document.activeElement")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    after = "() => document.activeElement.closest('main, footer') !== null"
    assert page.evaluate(after), page.evaluate(FOCUSED)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_tab_goes_through_the_page_in_the_order_it_is_read(
    page: Page, width: int, site: str
) -> None:
    """Skip link, header, page, footer: with real key presses, there and back."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site)
    expected = page.evaluate(ORDER, "body *")
    assert "md-skip" in expected[0]
    assert expected[1 : 1 + len(page.evaluate(ORDER, "header.rc-header *"))] == page.evaluate(
        ORDER, "header.rc-header *"
    )
    passed = []
    for _ in expected:
        page.keyboard.press("Tab")
        passed.append(page.evaluate(FOCUSED))
    assert passed == expected
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUSED) == expected[-2]


def test_the_header_looks_as_it_is_read(page: Page, site: str) -> None:
    """Order on the screen and order of the focus agree, line by line."""
    page.set_viewport_size({"width": WIDE, "height": 800})
    page.goto(site)
    places = page.locator("header.rc-header").locator("a:visible, button:visible").all()
    lefts = [place.bounding_box()["x"] for place in places]
    assert lefts == sorted(lefts)


def test_every_segment_of_the_ring_is_a_named_link(page: Page, kinds: dict[str, str]) -> None:
    page.goto(kinds["phases"])
    ring = page.get_by_role("navigation", name="The cycle of phases")
    steps = page.locator(".rc-steps__link").all_inner_texts()
    assert ring.get_by_role("link").count() == len(steps) > 0
    for step in steps:
        number, _, label = step.partition(" ")
        segment = ring.get_by_role("link", name=f"{number}. {label}", exact=True)
        segment.focus()
        assert segment.evaluate("e => e === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/phases/*/")
    assert page.locator("h1").inner_text() == label


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_colors_are_switched_by_keyboard_and_kept(
    page: Page, key: str, site: str, kinds: dict[str, str]
) -> None:
    page.goto(site)
    button = page.get_by_role("button", name="Switch to dark colors")
    light = _colors(page)
    button.focus()
    page.keyboard.press(key)
    assert page.get_by_role("button", name="Switch to light colors").is_visible()
    chosen = _colors(page)
    assert chosen != light
    page.emulate_media(color_scheme="dark")
    page.evaluate("localStorage.clear()")
    page.goto(site)
    assert _colors(page) == chosen, "dark chosen and dark of the system are the same colors"


def test_a_choice_of_colors_is_there_before_anything_is_painted(
    page: Page, site: str, kinds: dict[str, str]
) -> None:
    """The page never flashes in the wrong colors, nor forgets the choice on the next page."""
    page.goto(site)
    page.get_by_role("button", name="Switch to dark colors").press("Enter")
    page.add_init_script(
        """new MutationObserver((_, watch) => {
            if (!document.body) return;
            window.atFirst = document.documentElement.dataset.rcColors;
            watch.disconnect();
        }).observe(document, {childList: true, subtree: true})"""
    )
    for kind in ("phase", "resource", "about"):
        visit(page, kinds[kind])
        assert page.evaluate("atFirst") == "dark"
    page.reload()
    assert page.get_by_role("button", name="Switch to light colors").is_visible()


def test_colors_work_where_storage_is_switched_off(page: Page, site: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('off'); }})"
    )
    page.goto(site)
    page.get_by_role("button", name="Switch to dark colors").press("Enter")
    assert page.get_by_role("button", name="Switch to light colors").is_visible()


def _colors(page: Page) -> list[str]:
    """Every color of the site as it is now."""
    return page.evaluate(
        """() => {
            const style = getComputedStyle(document.documentElement);
            const hues = [1, 2, 3, 4, 5, 6, 7, 8].map(n => "hue-" + n);
            return ["ground", "raised", "sunken", "ink", "muted", "rule", "link", "on-hue", "focus",
                    ...hues].map(name => name + style.getPropertyValue("--rc-" + name));
        }"""
    )
