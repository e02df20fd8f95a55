"""WCAG 2.2 AA where axe-core cannot look: one test for each criterion, named with its number.

2.5.7 is in ``test_shelf.py``, 3.1.2 in ``test_change_language.py``, 3.3.1 to 3.3.3 in
``test_suggest.py``, 1.4.10 of most pages in
``test_without_javascript.py``. What needs a person is listed in ``docs/checked-by-hand.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import NARROW, NARROWEST, WIDE, listen, reader, visit, wait_until_said
from searching import open_search, search

# Gives the focus to everything in turn, as the Tab key does, and returns what cannot be seen then.
HIDDEN = """root => {
  const hidden = [];
  const seen = (element, x, y) => {
    const top = document.elementFromPoint(x, y);
    const label = element.labels?.[0];
    return top && (element.contains(top) || top.contains(element) || label?.contains(top));
  };
  const all = [...document.querySelectorAll(root + " *")].filter(element => element.tabIndex >= 0);
  for (const element of [...all, ...all.reverse()]) {
    element.focus();
    if (document.activeElement !== element) continue;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const points = [[left + 2, top + 2], [right - 2, bottom - 2], [x, y]];
    if (!points.some(([x, y]) => seen(element, x, y))) hidden.push(element.outerHTML.slice(0, 99));
  }
  return hidden;
}"""

# The contrast of the edge of every field with what is around it.
FAINT = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const light = color => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(value => value / 255)
      .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (color !== "rgba(0, 0, 0, 0)") return color;
    }
    return "white";
  };
  const kinds = "input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea";
  const fields = [...document.querySelectorAll(kinds)].filter(field => field.checkVisibility());
  return fields.map(field => {
    const style = getComputedStyle(field);
    const isOpen = style.borderBottomStyle === "none";
    const edge = isOpen ? style.backgroundColor : style.borderBottomColor;
    const [one, other] = [light(edge), light(behind(field.parentElement))].sort();
    return [(other + 0.05) / (one + 0.05), field.outerHTML.slice(0, 120)];
  }).filter(([contrast]) => contrast < 3);
}"""

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""

# Texts that are cut off: more than fits into a box that hides the rest.
CUT = """() => [...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element);
  if (!element.checkVisibility({ visibilityProperty: true }) || !element.innerText) return false;
  const hides = axis => ["hidden", "clip"].includes(style["overflow" + axis]);
  const isCut = hides("X") && element.scrollWidth > element.clientWidth + 1
    || hides("Y") && element.scrollHeight > element.clientHeight + 1;
  return isCut && element.clientWidth > 1 && !element.closest(".rc-hidden");
}).map(element => element.outerHTML.slice(0, 120))"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with reader(browser, color_scheme="light") as page:
        yield page


@pytest.fixture
def phone(page: Page, site: str) -> Page:
    """The list of everything on a small phone."""
    page.set_viewport_size({"width": NARROW, "height": 640})
    visit(page, f"{site}browse/")
    return page


def test_1_4_10_wide_tables_scroll_by_themselves(page: Page, site: str) -> None:
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    for path in ("benchmarks/", "build-speed/", "contribute/spreadsheets/", "on-github/"):
        page.goto(site + path)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= NARROWEST, path


def test_1_4_10_at_400_percent_there_is_room_for_what_is_read(page: Page, site: str) -> None:
    """A screen of 1280 × 1024 at 400 % is as large as this."""
    page.set_viewport_size({"width": 320, "height": 256})
    visit(page, f"{site}browse/")
    assert page.locator(".rc-bar").evaluate("bar => getComputedStyle(bar).position") == "static"
    page.get_by_role("button", name="Filters").click()
    assert page.locator(".rc-sheet__body").bounding_box()["height"] > 90
    page.goto(site)
    open_search(page)
    search(page, "pilot")
    expect(page.get_by_role("option").first).to_be_in_viewport()


def test_1_4_11_the_edges_of_fields_are_seen(page: Page, site: str, kinds: dict[str, str]) -> None:
    shelf = f"{site}shelf/#e=four-signs"
    for url in (f"{site}browse/", kinds["suggest"], kinds["unlocated"], kinds["phase"], shelf):
        visit(page, url)
        if url == shelf:
            page.get_by_role("button", name="Save to my shelf").click()
        if panel := page.locator(".rc-share > summary").all():
            panel[0].click()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate(FAINT) == [], f"{url} in {scheme}"


def test_1_4_12_more_space_between_letters_cuts_nothing_off(
    page: Page, kinds: dict[str, str]
) -> None:
    for kind in ("home", "phase", "resource", "browse", "suggest", "health"):
        visit(page, kinds[kind])
        _style(page, SPACED)
        for width in (WIDE, NARROW):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(CUT) == [], f"{kind}, {width} px wide"
            assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_2_4_3_the_search_comes_before_filters_and_these_before_the_list(
    page: Page, site: str
) -> None:
    visit(page, f"{site}browse/")
    order = page.evaluate(
        """() => {
            const all = [...document.querySelectorAll("*")];
            return ["#rc-find", ".rc-filter input", ".rc-card__link"]
                .map(selector => all.indexOf(document.querySelector(selector)));
        }"""
    )
    assert order == sorted(order)
    assert order[0] > 0
    page.locator(".rc-bar__select").focus()
    page.keyboard.press("Tab")
    skip = page.get_by_role("button", name="Skip filters")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".rc-card__link").first).to_be_focused()


def test_the_first_resource_of_a_phase_is_on_the_first_screen_of_a_phone(
    page: Page, site: str, built_site: Path
) -> None:
    page.set_viewport_size({"width": NARROW, "height": 760})
    for phase in sorted((built_site / "phases").glob("*/index.html")):
        page.goto(f"{site}phases/{phase.parent.name}/")
        assert page.locator(".rc-cards > li").first.bounding_box()["y"] <= 400, phase.parent.name


def test_the_header_is_never_squeezed(page: Page, site: str) -> None:
    """With something on the shelf, and with a site that has a long name."""
    page.goto(f"{site}shelf/#e=four-signs")
    page.get_by_role("button", name="Save to my shelf").click()
    for name, most in (("", 110), ("Nazareth Area School District Resource Library", 160)):
        for width in (360, 390, 480, 640, 712, 744, 768, 834, 1024):
            page.set_viewport_size({"width": width, "height": 700})
            page.goto(f"{site}phases/")
            brand = page.locator(".rc-header__brand > span")
            if name:
                brand.evaluate("(brand, name) => { brand.textContent = name }", name)
            longest = max((brand.text_content() or "").split(), key=len)
            room = brand.evaluate(
                """(brand, longest) => {
                    const room = brand.getBoundingClientRect().width;
                    brand.textContent = longest;
                    return [room, brand.getBoundingClientRect().width];
                }""",
                longest,
            )
            assert room[0] >= min(room[1], 170), f"{width}: no word is broken"
            assert page.locator(".rc-header").bounding_box()["height"] <= most, width


def test_2_4_11_what_has_the_focus_is_not_hidden_by_what_stays(phone: Page) -> None:
    """Neither by the bar above the list nor by the button at the foot of the filters."""
    assert phone.evaluate(HIDDEN, ".rc-browse__list") == []
    phone.get_by_role("button", name="Filters").click()
    assert phone.evaluate(HIDDEN, ".rc-sheet") == []
    phone.locator(".rc-sheet__done").evaluate("done => { done.style.position = 'fixed' }")
    _style(
        phone,
        ".rc-sheet[open] { display: block; overflow: auto }"
        ".rc-sheet__body { overflow: visible } .rc-sheet__done { inset: auto 0 0 }",
    )
    assert phone.evaluate(HIDDEN, ".rc-sheet"), "a foot that lies over the filters is noticed"


def test_4_1_3_the_sheet_says_how_many_are_left(phone: Page) -> None:
    phone.get_by_role("button", name="Filters").click()
    said = phone.locator(".rc-sheet [role=status]")
    before = said.inner_text()
    phone.locator(".rc-sheet input:enabled").first.check()
    expect(said).not_to_have_text(before)
    expect(said).to_have_text(phone.locator(".rc-bar__count").inner_text())


def test_4_1_3_typing_is_announced_once_it_rests(browser: Browser, site: str) -> None:
    with reader(browser, alone=True) as page:
        visit(page, f"{site}browse/")
        count = page.locator(".rc-bar__count")
        listen(page.locator(".rc-browse__find [role=status].rc-hidden"))
        page.clock.install(time="2026-01-01T12:00:00Z")
        page.clock.pause_at("2026-01-01T13:00:00Z")
        page.locator("#rc-find").focus()
        for letters in ("pilot", "pilot survey", "pilot survey teachers"):
            before = count.inner_text()
            page.locator("#rc-find").fill(letters)
            expect(count).not_to_have_text(before)
            page.clock.run_for(100)
        assert page.evaluate("said") == []
        page.clock.run_for(1000)
        wait_until_said(page)
        assert page.evaluate("said") == [count.inner_text()]


def test_4_1_3_copied_and_saved_are_announced(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, f"{site}browse/")
    said = page.locator("[data-rc-announced]")
    page.get_by_role("button", name="Copy link").click()
    expect(said).to_have_text("Copied")
    page.get_by_role("button", name="Save to shelf").first.click()
    expect(said).to_have_text("Saved to your shelf.")
    page.get_by_role("button", name="Saved to shelf").first.click()
    expect(said).to_have_text("Removed from your shelf.")


def test_in_high_contrast_what_is_chosen_is_seen(browser: Browser, site: str) -> None:
    """Backgrounds and shadows are left out there, so that something else must show it."""
    with reader(browser, forced_colors="active") as page:
        page.goto(f"{site}phases/")
        open_search(page)
        search(page, "pilot")
        page.keyboard.press("ArrowDown")
        chosen, other = page.get_by_role("option").all()[:2]
        assert _outline(chosen) != _outline(other)
        page.keyboard.press("Escape")
        here, elsewhere = (
            page.locator(".rc-header__nav a[aria-current]"),
            page.locator(".rc-header__nav a:not([aria-current])"),
        )
        assert _outline(here.first) != _outline(elsewhere.first)


def _style(page: Page, rules: str) -> None:
    """Add rules to a page, whose policy allows no style element."""
    page.evaluate(
        """async rules => {
            const sheet = new CSSStyleSheet();
            document.adoptedStyleSheets.push(await sheet.replace(rules));
        }""",
        rules,
    )


def _outline(element: Any) -> str:
    return str(element.evaluate("e => getComputedStyle(e).outlineStyle"))
