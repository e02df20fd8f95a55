"""The search dialog: the combobox pattern by keyboard and pointer, on good networks and bad."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from browsing import complaints, reader, serve
from building import build
from finding import browse
from sample_catalog import write_catalog
from searching import INDEX, open_search, search, wait_for_results

CODE = "**/assets/open-search.*.js"
SHARDS = re.compile(r"/search/\w+/\d+\.js$")
DIALOG = "dialog.rc-search[open]"


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    with reader(browser) as page:
        yield page


@pytest.fixture
def page(tab: Page, site: str) -> Page:
    tab.goto(site + "about/")
    return tab


@pytest.fixture
def dialog(page: Page) -> Page:
    """The page with its search open."""
    open_search(page)
    return page


def field(page: Page) -> Locator:
    return page.get_by_role("combobox")


def active(page: Page) -> str | None:
    """The option that a screen reader is told of; it must be the only one that is selected."""
    name = field(page).get_attribute("aria-activedescendant")
    selected = page.locator('[role="option"][aria-selected="true"]')
    if name is None:
        assert selected.count() == 0
        return None
    assert selected.get_attribute("id") == name
    assert selected.is_visible()
    return selected.get_attribute("href")


def test_what_looks_like_a_field_on_the_home_page_opens_it_too(page: Page, site: str) -> None:
    page.goto(site)
    page.locator(".rc-seek").click()
    expect(page.locator(DIALOG)).to_be_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className").startswith("rc-seek")


@pytest.mark.parametrize("how", ["/", "Enter", "click"])
def test_it_opens_and_gives_the_focus_back(page: Page, how: str) -> None:
    button = page.locator("[data-rc-search]")
    if how == "/":
        page.keyboard.press("/")
    elif how == "Enter":
        button.press("Enter")
    else:
        button.click()
    expect(field(page)).to_be_focused()
    assert field(page).input_value() == ""
    page.keyboard.press("Escape")
    assert page.locator(DIALOG).count() == 0
    expect(button).to_be_focused()


def test_it_gives_the_focus_back_to_where_it_was(page: Page) -> None:
    link = page.locator("main a").first
    link.focus()
    open_search(page)
    page.get_by_role("button", name="Close").click()
    expect(link).to_be_focused()


def test_a_click_beside_it_closes_it(dialog: Page) -> None:
    dialog.mouse.click(5, 400)
    assert dialog.locator(DIALOG).count() == 0


def test_a_slash_typed_into_a_field_does_not_open_the_dialog(dialog: Page, site: str) -> None:
    dialog.keyboard.type("and/or")
    assert field(dialog).input_value() == "and/or"
    browse(dialog, site)
    dialog.keyboard.press("/")
    expect(dialog.locator("#rc-find")).to_be_focused()
    dialog.keyboard.type("a/b")
    assert dialog.locator("#rc-find").input_value() == "a/b"
    assert dialog.locator(DIALOG).count() == 0


def test_arrows_go_through_the_options_and_back_to_the_field(dialog: Page) -> None:
    search(dialog, "pilot")
    assert field(dialog).get_attribute("aria-expanded") == "true"
    assert field(dialog).get_attribute("aria-autocomplete") == "list"
    listbox = dialog.get_by_role("listbox")
    assert listbox.get_attribute("id") == field(dialog).get_attribute("aria-controls")
    options = [option.get_attribute("href") for option in dialog.get_by_role("option").all()]
    assert len(options) > 3
    passed = [active(dialog)]
    for _ in range(len(options) + 2):
        dialog.keyboard.press("ArrowDown")
        passed.append(active(dialog))
    assert passed == [None, *options, None, options[0]]
    dialog.keyboard.press("ArrowUp")
    assert active(dialog) is None
    dialog.keyboard.press("ArrowUp")
    assert active(dialog) == options[-1]
    expect(field(dialog)).to_be_focused()
    dialog.keyboard.type("s")
    wait_for_results(dialog, "pilots")
    assert active(dialog) is None


def test_home_and_end_move_in_the_text(dialog: Page) -> None:
    search(dialog, "pilot")
    dialog.keyboard.press("ArrowDown")
    chosen = active(dialog)
    where = "document.activeElement.selectionStart"
    dialog.keyboard.press("Home")
    assert dialog.evaluate(where) == 0
    dialog.keyboard.press("End")
    assert dialog.evaluate(where) == len("pilot")
    assert active(dialog) == chosen


def test_enter_goes_to_what_is_chosen(dialog: Page, site: str) -> None:
    search(dialog, "tennessee")
    dialog.keyboard.press("ArrowDown")
    dialog.keyboard.press("Enter")
    dialog.wait_for_url(site + "resources/tennessee-succeeds/")


def test_a_click_goes_to_what_is_clicked(dialog: Page, site: str) -> None:
    search(dialog, "collect data")
    group = dialog.get_by_role("group", name="Questions, tasks and pages")
    group.get_by_role("option").first.click()
    dialog.wait_for_url(site + "stages/ready-to-implement/#task-3")


@pytest.mark.parametrize("text", ["survey & forms", "xyzzyx"])
def test_enter_without_a_choice_goes_to_the_list(dialog: Page, site: str, text: str) -> None:
    search(dialog, text)
    dialog.keyboard.press("Enter")
    dialog.wait_for_url(site + "browse/?q=*")
    expect(dialog.locator("#rc-find")).to_have_value(text)


def test_enter_does_not_wait_for_what_is_still_loading(dialog: Page, site: str) -> None:
    dialog.context.route(INDEX, lambda _: None)
    dialog.keyboard.type("survey")
    dialog.keyboard.press("Enter")
    dialog.wait_for_url(site + "browse/?q=survey", wait_until="commit")
    dialog.context.unroute_all(behavior="ignoreErrors")


def test_enter_in_an_empty_field_stays(dialog: Page) -> None:
    dialog.keyboard.type("  ")
    dialog.keyboard.press("Enter")
    assert dialog.url.endswith("/about/")
    assert dialog.locator(DIALOG).count() == 1


def test_results_are_grouped_marked_and_counted(dialog: Page) -> None:
    search(dialog, "survay")
    groups = dialog.get_by_role("listbox").get_by_role("group")
    assert [g.get_by_role("option").count() for g in groups.all()] == [6, 2]
    first = dialog.get_by_role("group", name="Resources").get_by_role("option").first
    assert first.locator("mark").inner_text().lower() == "survey"
    status = dialog.locator(".rc-search__status")
    assert status.get_attribute("role") == "status"
    number = status.inner_text().split()[0]
    assert dialog.locator(".rc-search__foot a").inner_text() == f"See all {number}"
    search(dialog, "xyzzyx")
    assert status.inner_text() == "No results. Try fewer or different words."
    ways = dialog.get_by_role("group", name="Other ways to find it").get_by_role("option")
    assert ways.all_inner_texts()[-1] == "Suggest a resource"
    assert ways.first.get_attribute("href").endswith("/phases/")
    field(dialog).fill("")
    expect(status).to_have_text("")


def test_before_anything_is_typed_it_offers_phases_and_packs(dialog: Page, site: str) -> None:
    groups = dialog.get_by_role("listbox").get_by_role("group")
    expect(groups).to_have_count(2)
    assert [g.get_by_role("option").count() for g in groups.all()] == [6, 4]
    assert field(dialog).get_attribute("aria-expanded") == "true"
    assert active(dialog) is None
    dialog.keyboard.press("ArrowDown")
    assert active(dialog) == "../phases/exploration/"
    dialog.keyboard.press("Enter")
    dialog.wait_for_url(site + "phases/exploration/")


def test_what_people_ask_comes_first_when_it_is_asked(dialog: Page) -> None:
    search(dialog, "what do teachers get for it")
    first, *others = dialog.get_by_role("listbox").get_by_role("group").all()
    assert first.inner_text().startswith("What people ask")
    option = first.get_by_role("option")
    assert str(option.get_attribute("href")).endswith("/situations/#what-teachers-get")
    assert not [g for g in others if "What do teachers get" in g.inner_text()]
    option.click()
    dialog.wait_for_url("**/situations/#what-teachers-get")
    expect(dialog.locator("#what-teachers-get h3")).to_be_visible()


def test_it_keeps_the_words_and_selects_them_when_opened_again(dialog: Page) -> None:
    search(dialog, "survey")
    dialog.keyboard.press("Escape")
    open_search(dialog)
    assert dialog.get_by_role("option").count() > 0
    dialog.keyboard.type("x")
    assert field(dialog).input_value() == "x"


HOSTILE = {
    "tag": {"title": "<img src=x onerror=alert(1)> surveys"},
    "script": {"title": "</script><script>alert(1)</script> surveys", "summary": "</p><b>surveys"},
    "quotes": {"title": "\"'`\\ ${alert(1)} surveys &amp &lt b&gt"},
    "bidi": {"title": "שלום surveys 🎉", "also_known_as": ["constructor", "__proto__"]},
    "words": {"title": "constructor toString __proto__ hasOwnProperty"},
}


def test_titles_are_text_whatever_they_hold(browser: Browser, tmp_path: Path) -> None:
    kinds = [{"id": "report", "label": "<b>Report</i>"}, {"id": "podcast", "label": "Podcast"}]
    types = {"label": "Types", "key": "type", "single": True, "terms": kinds}
    folder = write_catalog(tmp_path / "catalog", HOSTILE, {"types": types})
    built = build(folder, tmp_path / "site")
    assert built.returncode == 0, built.stderr
    with serve(tmp_path / "site") as site, reader(browser) as page:
        found = complaints(page)
        page.goto(site)
        open_search(page)
        search(page, "surveys")
        titles = page.locator(".rc-search__option > [dir]").all_inner_texts()
        shown = {" ".join(title.split()) for title in titles}
        assert shown >= {HOSTILE[name]["title"] for name in ("tag", "script", "bidi")}
        assert page.locator(".rc-search__list img, .rc-search__list script").count() == 0
        for word in ("constructor", "__proto__", "hasownproperty", "<b>"):
            search(page, word)
            assert page.locator(".rc-search__list b").count() == 0
        browse(page, site, "?q=surveys")
        assert page.locator(".rc-cards img, .rc-cards b, .rc-filter b").count() == 0
        assert page.locator(".rc-card").count() == 4
        assert found == []


def blocked(route: Route) -> None:
    """What a school's filter answers: a page of its own, and all is well."""
    route.fulfill(body="<!doctype html><p>Blocked", content_type="text/javascript")


@pytest.mark.parametrize("how", ["aborted", "blocked", "missing"])
def test_a_shard_that_fails_to_load_is_reported_and_retried(
    browser: Browser, site: str, how: str
) -> None:
    ways = {
        "aborted": lambda route: route.abort(),
        "blocked": blocked,
        "missing": lambda route: route.fulfill(status=404, body=""),
    }
    with reader(browser, alone=True) as page:
        page.route(SHARDS, ways[how])  # later, a request may slip through
        page.goto(site)
        open_search(page)
        page.wait_for_load_state("networkidle")
        page.keyboard.type("tenn")
        expect(page.locator(".rc-search__status")).to_contain_text("could not be loaded")
        page.unroute_all()
        page.keyboard.type("essee")
        expect(page.get_by_role("option").first).to_contain_text("Tennessee")
        expect(page.locator(".rc-search__status")).to_have_text("2 resources")


@pytest.mark.parametrize("how", ["aborted", "blocked"])
def test_without_its_code_the_button_is_a_link(browser: Browser, site: str, how: str) -> None:
    with reader(browser, alone=True) as page:
        page.route(CODE, blocked if how == "blocked" else lambda route: route.abort())
        page.goto(site)
        page.keyboard.press("/")
        page.wait_for_url(site + "browse/")


def test_letters_typed_while_its_code_loads_are_not_lost(browser: Browser, site: str) -> None:
    held: list[Route] = []
    with reader(browser, alone=True) as page:
        page.route(CODE, lambda route: held.append(route))
        page.goto(site)
        with page.expect_request(CODE):
            page.keyboard.press("/")
            page.keyboard.type("how do I find tennessee")
        expect(field(page)).to_have_value("how do I find tennessee")
        held[0].continue_()
        expect(page.get_by_role("option").first).to_contain_text("Tennessee")
        expect(page.locator(".rc-search__status")).to_have_text(
            re.compile(r"^\d+ resources? for “tennessee”$")
        )
        page.keyboard.type(" x")
        expect(field(page)).to_have_value("how do I find tennessee x")


def test_enter_pressed_while_its_code_loads_goes_to_the_list(browser: Browser, site: str) -> None:
    with reader(browser, alone=True) as page:
        page.route(CODE, lambda _: None)
        page.goto(site)
        page.keyboard.press("/")
        page.keyboard.type("survey")
        page.keyboard.press("Enter")
        page.wait_for_url(site + "browse/?q=survey", wait_until="commit")
        page.unroute_all(behavior="ignoreErrors")


@pytest.mark.parametrize(
    "what", ["**/search/*/names.js", "**/search/*/0.js", "**/open-browse.*.js"]
)
def test_the_list_is_shown_when_a_script_fails_to_load(
    browser: Browser, site: str, what: str
) -> None:
    with reader(browser, alone=True) as page:
        page.route(what, blocked)
        page.goto(site + "browse/?q=survey&type=guide")
        page.locator("html:not(.rc-waiting)").wait_for()
        assert page.locator(".rc-card").first.is_visible()
