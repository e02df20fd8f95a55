"""Sharing: the panel on pages of lists, with and without a script, and the codes for cameras."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from browsing import listen, reader, wait_until_said
from building import HOST

PAGES = (
    "phases/first/",
    "phases/second/late/",
    "stages/early/",
    "collections/start/",
    "audiences/staff/",
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with reader(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        yield page


def open_panel(page: Page) -> None:
    page.locator(".rc-share > summary").focus()
    page.keyboard.press("Enter")


def copy(page: Page, label: str) -> None:
    """Press the first button of this name, and wait until it says that it has copied."""
    button = page.get_by_role("button", name=label).first
    listen(button)
    button.click()
    wait_until_said(page, "Copied")


def mail_of(page: Page) -> dict[str, str]:
    address = urlsplit(page.get_by_role("link", name="E-mail").get_attribute("href"))
    assert (address.scheme, address.path) == ("mailto", "")
    return {name: values[0] for name, values in parse_qs(address.query).items()}


@pytest.mark.parametrize("path", PAGES)
def test_the_link_and_the_code_to_embed_are_copied(page: Page, sample: str, path: str) -> None:
    page.goto(sample + path)
    assert not page.get_by_label("Link", exact=True).is_visible(), "folded away"
    open_panel(page)
    copy(page, "Copy link")
    assert page.evaluate("navigator.clipboard.readText()") == HOST + path
    page.get_by_text("More ways").click()
    copy(page, "Copy code")
    frame = LexborHTMLParser(page.evaluate("navigator.clipboard.readText()")).css_first("iframe")
    assert frame.attributes["src"] == f"{HOST}embed/{path}"
    assert frame.attributes["title"] in page.title()


def test_where_copying_is_not_allowed_the_link_is_selected(browser: Browser, sample: str) -> None:
    with reader(browser) as page:
        page.add_init_script(
            "navigator.clipboard.writeText = () => Promise.reject(new Error());"
            "document.execCommand = () => false"
        )
        page.goto(sample + PAGES[0])
        open_panel(page)
        button = page.get_by_role("button", name="Copy link")
        listen(button)
        button.click()
        wait_until_said(page, "Press Ctrl+C")
        assert page.evaluate("document.getSelection().toString()") == HOST + PAGES[0]


def test_an_e_mail_has_a_ready_text(page: Page, sample: str) -> None:
    page.goto(sample + "phases/first/")
    open_panel(page)
    mail = mail_of(page)
    assert mail["subject"] == "First (Sample library)"
    about, titles, link = mail["body"].strip().split("\r\n\r\n")
    assert about == "Why at all?"
    assert titles.split("\r\n")[0] == "1. Zebra"
    assert link.split("\r\n") == ["The whole list, always up to date:", f"{HOST}phases/first/"]


def test_the_print_button_prints(page: Page, sample: str) -> None:
    page.goto(sample + PAGES[0])
    page.evaluate("window.print = () => { window.printed = true }")
    open_panel(page)
    page.get_by_role("button", name="Print", exact=True).click()
    assert page.evaluate("window.printed")


def test_on_a_phone_it_can_be_sent_with_an_app(browser: Browser, sample: str) -> None:
    with reader(browser, has_touch=True, is_mobile=True) as page:
        page.add_init_script("navigator.share = async (what) => { window.sent = what }")
        page.goto(sample + PAGES[0])
        page.locator(".rc-share > summary").tap()
        page.get_by_role("button", name="Share…").tap()
        page.wait_for_function("() => window.sent")
        assert page.evaluate("window.sent.url") == HOST + PAGES[0]


def test_the_list_of_everything_is_shared_as_it_is_now(page: Page, site: str) -> None:
    page.goto(f"{site}browse/")
    page.locator('.rc-filter input[value="report"]').check()
    page.wait_for_url("**/?type=report")
    open_panel(page)
    assert page.get_by_label("Link", exact=True).input_value() == f"{HOST}browse/?type=report"
    assert f"{HOST}browse/?type=report" in mail_of(page)["body"]
    page.locator('.rc-filter input[value="guide"]').check()
    page.wait_for_url("**type=guide**")
    page.get_by_label("Link", exact=True).hover()
    copy(page, "Copy link")
    copied = urlsplit(page.evaluate("navigator.clipboard.readText()"))
    assert sorted(parse_qs(copied.query)["type"]) == ["guide", "report"]


def test_without_a_script_all_that_can_work_does(browser: Browser, sample: str) -> None:
    with reader(browser, java_script_enabled=False) as page:
        page.goto(sample + PAGES[0])
        open_panel(page)
        assert page.get_by_label("Link", exact=True).input_value() == HOST + PAGES[0]
        assert mail_of(page)["subject"]
        assert page.locator(".rc-share").get_by_role("button").count() == 0
        assert page.locator(".rc-share .rc-qr").bounding_box()["width"] > 100


@pytest.mark.parametrize("path", PAGES)
def test_cameras_read_the_code_of_a_page(page: Page, sample: str, path: str) -> None:
    answer = page.request.get(f"{sample}{path}qr.png")
    assert answer.ok
    page.goto(sample + path)
    open_panel(page)
    for shown in (answer.body(), page.locator(".rc-share .rc-qr").screenshot()):
        assert read_code(shown) == HOST + path


def test_the_code_on_dark_pages_stays_dark_on_white(page: Page, sample: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(sample + PAGES[0])
    open_panel(page)
    assert read_code(page.locator(".rc-share .rc-qr").screenshot()) == HOST + PAGES[0]


def test_every_shared_page_of_the_real_site_has_a_code(built_site: Path) -> None:
    data = json.loads((built_site / "data/catalog.json").read_text(encoding="utf-8"))
    for record in (*data["phases"], *data["stages"], *data["collections"]):
        path = record["url"].removeprefix(HOST)
        assert read_code((built_site / path / "qr.png").read_bytes()) == record["url"]
        html = (built_site / path / "index.html").read_text(encoding="utf-8")
        assert f'value="{record["url"]}"' in unescape(html)


def read_code(picture: bytes) -> str:
    """What a camera reads in a picture, with a reader that is not ours."""
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))
    return str(found.text)
