"""The shelf: filled anywhere, put in order, shared by its address, taken along in every form."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import bibtexparser
import pytest
import rispy
from playwright.sync_api import Browser, Locator, Page, expect

from axe import load_axe, violations
from browsing import complaints, reader, serve
from building import build, copy_of_catalog, run_script
from resource_catalog.exports.spreadsheet.cells import escape_formula, unescape_formula
from sample_catalog import write_catalog

HOSTILE = 'A <b>bold</i> "title", =SUM(A1) & [more](x)'
ENTRIES: dict[str, dict[str, Any]] = {
    "one": {"title": "One", "phases": ["first"], "duration": "50 min", "aliases": ["once"]},
    "two": {"title": HOSTILE, "phases": ["first"], "duration": "40 min", "authors": ["Ann Lee"]},
    "three": {
        "title": "Three",
        "phases": ["first"],
        "access": "open",
        "links": [{"url": "https://example.org/three.pdf", "format": "pdf"}],
        "recommended_use": "Read it together.",
    },
    "old": {
        "title": "Old",
        "retired": {"on": "2026-01-02", "why": "A newer one is out."},
        "replaced_by": "three",
    },
}
NOTE = 'Ünïcode: "quotes", # and\n=1+1 – by Friday'
FULL = """for (let text = "x".repeat(1e6), n = 0; text; n++) {
  try { localStorage.setItem(n, text) } catch { text = text.slice(text.length / 2 + 1) }
}"""
SHARED = "shelf/#name=Team&e=two&n=Read+first&e=once&e=old&e=never-was"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shelf")
    built = build(write_catalog(folder / "catalog", ENTRIES), folder / "site")
    assert built.returncode == 0, built.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serve(folder, "/sub/") as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Somebody who was never here before."""
    with reader(browser, base_url=address, viewport={"width": 1000, "height": 900}) as page:
        yield page


def rows(page: Page) -> Locator:
    return page.locator(".rc-shelf__item")


def titles(page: Page) -> list[str]:
    expect(page.locator(".rc-shelf__title").first).to_be_visible()
    return page.locator(".rc-shelf__title").all_inner_texts()


def of_address(page: Page) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(page.url).fragment)


def fill(page: Page) -> None:
    """Three things on the shelf, from a list, a page and the list of everything."""
    page.goto("phases/first/")
    page.get_by_role("button", name="Save to shelf: One", exact=True).click()
    page.goto("resources/two/")
    page.get_by_role("button", name="Save to shelf", exact=True).click()
    page.goto("browse/?q=three")
    page.get_by_role("button", name="Save to shelf: Three").press("Enter")
    page.goto("shelf/")


def test_it_is_filled_anywhere_and_counted(page: Page) -> None:
    faults = complaints(page)
    fill(page)
    assert titles(page) == ["One", HOSTILE, "Three"]
    expect(page.get_by_role("link", name="Your shelf: 3")).to_be_visible()
    expect(page.locator(".rc-shelf__sum")).to_have_text(
        "3 resources: 1 h 30 min for 2 of them, no time listed for the rest"
    )
    page.reload()
    assert titles(page) == ["One", HOSTILE, "Three"]
    page.goto("phases/first/")
    page.get_by_role("button", name="Saved to shelf: One", exact=True).click()
    expect(page.get_by_role("link", name="Your shelf: 2")).to_be_visible()
    assert faults == []


def test_it_is_put_in_order_by_keyboard(page: Page) -> None:
    fill(page)
    page.get_by_role("button", name="Place 3: Three").focus()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("status").first).to_have_text("Moved to place 2 of 3.")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("button", name="Place 1: Three")).to_be_focused()
    assert titles(page) == ["Three", "One", HOSTILE]
    page.reload()
    assert titles(page) == ["Three", "One", HOSTILE]


def test_it_is_put_in_order_by_dragging(page: Page) -> None:
    fill(page)
    assert titles(page)
    start, end = (rows(page).nth(n).locator("[data-rc-handle]").bounding_box() for n in (0, 2))
    assert start
    assert end
    page.mouse.move(start["x"] + 20, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(end["x"] + 20, end["y"] + 120, steps=12)
    page.mouse.up()
    expect(rows(page).last.locator(".rc-shelf__title")).to_have_text("One")
    assert [value for _, value in of_address(page)] == ["two", "three", "one"]


def test_2_5_7_it_is_put_in_order_by_buttons(page: Page) -> None:
    """By single taps, the focus staying on the button as long as it can be pressed."""
    fill(page)
    up = page.get_by_role("button", name="Move up: Three")
    size = up.bounding_box()
    assert size
    assert min(size["width"], size["height"]) >= 44
    up.click()
    expect(page.get_by_role("status").first).to_have_text("Moved to place 2 of 3.")
    expect(up).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Move down: Three")).to_be_focused()
    expect(up).to_be_disabled()
    assert titles(page) == ["Three", "One", HOSTILE]


def test_what_is_changed_in_another_window_is_not_taken_for_shared(page: Page) -> None:
    fill(page)
    page.evaluate(
        """() => localStorage.setItem("rc-shelf /sub/",
            JSON.stringify({name: "", items: [{id: "three", note: ""}]}))"""
    )
    page.reload()
    assert titles(page) == ["Three"]
    expect(page.get_by_text("Shared with you")).to_have_count(0)


def test_what_is_taken_off_can_be_put_back(page: Page) -> None:
    fill(page)
    page.get_by_role("button", name="Remove from shelf: Three").click()
    expect(rows(page)).to_have_count(2)
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    assert titles(page) == ["One", HOSTILE, "Three"]


def test_a_link_opens_whole_in_another_browser(browser: Browser, page: Page, address: str) -> None:
    fill(page)
    page.get_by_label("Name of this shelf").fill("Überblick & more")
    page.get_by_label("Note on One").fill(NOTE)
    link = page.evaluate("location.href")
    with reader(browser) as other:
        other.goto(link)
        assert titles(other) == ["One", HOSTILE, "Three"]
        expect(other.get_by_text("Shared with you")).to_be_visible()
        expect(other.get_by_role("heading", name="Überblick & more", level=1)).to_be_visible()
        assert other.locator(".rc-shelf__said").inner_text().split() == NOTE.split()
        assert other.locator("input, textarea, [data-rc-move]").count() == 0, "it is to be read"
        assert other.evaluate("localStorage.length") == 0, "nothing is stored as one's own"
        other.get_by_role("button", name="Save to my shelf").click()
        expect(other.get_by_label("Name of this shelf")).to_have_value("Überblick & more")
        expect(other.get_by_label("Note on One")).to_have_value(NOTE)
        other.goto(address + "shelf/")
        assert titles(other) == ["One", HOSTILE, "Three"], "it stays"


def test_a_shared_shelf_leaves_ones_own_alone(page: Page) -> None:
    fill(page)
    page.goto("about/")
    page.goto(SHARED)
    expect(page.get_by_role("heading", name="Team")).to_be_visible()
    expect(page.get_by_role("link", name="Your shelf: 3")).to_be_visible()
    page.get_by_role("button", name="Save to my shelf").click()
    expect(rows(page)).to_have_count(6)
    assert titles(page)[:3] == ["One", HOSTILE, "Three"]


def test_old_links_lead_to_what_is_there_now(page: Page) -> None:
    page.goto(SHARED)
    assert titles(page) == [HOSTILE, "One", "Old"]
    expect(page.get_by_role("button", name="Replace my shelf")).to_have_count(0)
    expect(rows(page).nth(2)).to_contain_text("A newer one is out.")
    expect(rows(page).nth(2).get_by_role("link", name="Three")).to_be_visible()
    expect(rows(page).nth(3)).to_contain_text("“never-was” was never in this library")


def test_nothing_is_dropped_however_much_there_is(page: Page) -> None:
    many = "&".join(f"e=no-{n}&n={n}" for n in range(260))
    page.goto(f"shelf/#{many}&e=no-7&e=one")
    expect(rows(page)).to_have_count(261)
    page.get_by_role("button", name="Save to my shelf").click()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.goto("resources/three/")
    page.get_by_role("button", name="Save to shelf", exact=True).click()
    expect(page.get_by_role("link", name="Your shelf: 262")).to_be_visible()
    page.goto("resources/two/")
    page.evaluate(FULL)  # as other pages of the host may have left it
    page.get_by_role("button", name="Save to shelf", exact=True).click()
    expect(page.locator(".rc-shelve--page")).to_have_text("Saved to shelf")


@pytest.mark.parametrize(
    "fragment",
    ["e=../../x&e=%3Cscript%3E&n=x", "name=only", "e=" + "a" * 9000, "%E0%A4%A&e=&&==&n=n"],
)
def test_a_broken_link_is_an_empty_shelf(page: Page, fragment: str) -> None:
    faults = complaints(page)
    page.goto(f"shelf/#{fragment}")
    expect(page.locator(".rc-shelf__list, .rc-empty").first).to_be_attached()
    expect(page.locator(".rc-shelf__title")).to_have_count(0)
    assert faults == []


def test_corrupt_storage_gives_an_empty_shelf(page: Page) -> None:
    page.goto("shelf/")
    page.evaluate("localStorage.setItem('rc-shelf /sub/', '{\"items\": [1, null, {\"id\": 7}]')")
    page.reload()
    expect(page.locator(".rc-empty")).to_contain_text("Your shelf is empty.")


def saved(page: Page, label: str) -> tuple[str, str]:
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    path = download.value.path()
    return download.value.suggested_filename, Path(path).read_bytes().decode("utf-8")


def test_it_is_taken_along_in_every_form(page: Page) -> None:
    fill(page)
    page.get_by_label("Name of this shelf").fill("Für Dich")
    page.get_by_label("Note on One").fill(NOTE)
    page.get_by_label("Note on Three").fill("＝1+1")
    page.get_by_text("Download or export").click()

    name, text = saved(page, "Table (CSV)")
    assert name == "fur-dich.csv"
    assert text.startswith("\ufeff")
    read = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [row["title"] for row in read] == ["One", HOSTILE, "Three"]
    assert read[0]["note"] == NOTE
    assert read[2]["address"] == "https://example.org/three.pdf"
    assert read[2]["note"] == escape_formula("＝1+1") != "＝1+1"
    assert all(
        cell == escape_formula(unescape_formula(cell)) for row in read for cell in row.values()
    )

    _, text = saved(page, "RIS")
    assert [item["title"] for item in rispy.loads(text)] == ["One", HOSTILE, "Three"]
    _, text = saved(page, "BibTeX")
    assert [e.key for e in bibtexparser.parse_string(text).entries] == ["one", "two", "three"]
    _, text = saved(page, "Markdown")
    assert text.startswith("# Für Dich\n\n1. [One](<")
    assert "<b>" not in text.replace("\\<b\\>", "")
    _, text = saved(page, "Text for an e-mail")
    assert text.splitlines()[:4] == [
        "Für Dich",
        "",
        "1. One",
        '   Ünïcode: "quotes", # and =1+1 – by Friday',
    ]
    assert page.evaluate("location.href") in text


def test_a_pack_of_it_is_accepted_by_the_check(page: Page, tmp_path: Path, site: str) -> None:
    """The packs to begin with are on the page while the shelf is empty."""
    page.goto(f"{site}shelf/")
    expect(page.locator(".rc-packs")).to_be_visible()
    page.goto(
        f"{site}shelf/#name=Yes:%20%23%20%5Bno%5D&e=four-signs&n=Say%20%22why%22:%20now&e=tennessee-succeeds"
    )
    expect(page.locator(".rc-packs")).to_be_hidden()
    page.get_by_text("Download or export").click()
    name, text = saved(page, "Save as a pack")
    assert name == "yes-no.yml"
    catalog = copy_of_catalog(tmp_path)
    (catalog / "collections" / name).write_text(text, encoding="utf-8")
    checked = run_script("validate.py", catalog)
    assert checked.returncode == 0, checked.stdout


def test_an_e_mail_is_ready_to_send(page: Page) -> None:
    fill(page)
    expect(page.get_by_role("button", name="E-mail")).to_be_visible()
    # Mail programs are not here: what the page asks for is enough.
    asked = page.evaluate(
        """async () => {
            const asked = new Promise(resolve => navigation.addEventListener(
                "navigate", event => resolve(event.destination.url), { once: true }));
            [...document.querySelectorAll("button")].find(b => b.textContent === "E-mail").click();
            return Promise.race([asked, new Promise(r => setTimeout(r, 1000, ""))]);
        }"""
    )
    assert asked == "" or unquote(asked).startswith("mailto:?subject=My shelf – Sample library")


def test_what_does_not_fit_into_an_e_mail_is_said(page: Page) -> None:
    fill(page)
    page.get_by_label("Note on One").fill("A long note. " * 150)
    page.get_by_role("button", name="E-mail").click()
    expect(page.get_by_text("too long to open in your mail program")).to_be_visible()


def test_it_prints_as_a_hand_out(page: Page) -> None:
    page.goto(SHARED)
    assert titles(page)
    page.emulate_media(media="print")
    expect(page.locator(".rc-shelf__tick").first).to_be_visible()
    expect(page.locator(".rc-shelf__address").first).to_contain_text("/resources/two/")
    expect(page.get_by_text("Read first")).to_be_visible()
    for hidden in (".rc-shelf__tools", ".rc-shelf__remove", "textarea"):
        expect(page.locator(hidden).first).to_be_hidden()


@pytest.mark.parametrize("path", [SHARED, "shelf/"])
def test_axe_finds_nothing(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator(".rc-shelf__title, .rc-empty").first).to_be_visible()
    load_axe(page)
    page.emulate_media(color_scheme="light")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, colors_only=True) == [], "in the dark"


def test_on_a_phone_nothing_is_wider_than_the_screen(browser: Browser, address: str) -> None:
    with reader(browser, base_url=address, viewport={"width": 320, "height": 640}) as page:
        page.goto(SHARED)
        assert titles(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_javascript_it_says_what_else_there_is(browser: Browser, address: str) -> None:
    with reader(browser, base_url=address, java_script_enabled=False) as page:
        page.goto("shelf/")
        expect(page.get_by_text("The shelf needs JavaScript")).to_be_visible()
        page.goto("phases/first/")
        expect(page.locator(".rc-shelve")).to_have_count(0)


def test_it_opens_from_a_disk(browser: Browser, folder: Path) -> None:
    with reader(browser) as page:
        page.goto((folder / "shelf" / "index.html").as_uri() + "#e=one&e=three")
        assert titles(page) == ["One", "Three"]
