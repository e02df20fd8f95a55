"""A message kit in the browser: blanks filled in once, texts changed, and the ways on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from axe import load_axe, violations
from browsing import NARROW, complaints, reader, serve

HOSTILE = '=1+1"><img src=x onerror=alert(1)> & $& %20'
LONGEST_MAIL = 1900


@pytest.fixture
def page(browser: Browser, tools_folder: Path) -> Iterator[Page]:
    """Somebody who was never here before, on a phone."""
    size = {"width": NARROW, "height": 700}
    with serve(tools_folder) as address, reader(browser, base_url=address, viewport=size) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto("tools/invitations/")
        yield page


def saved(page: Page, label: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    return Path(download.value.path()).read_bytes().decode("utf-8-sig")


def mail(page: Page) -> dict[str, str]:
    """What a mail program makes of the address of the first message."""
    address = str(page.get_by_role("link", name="mail program").first.get_attribute("href"))
    assert len(address) <= LONGEST_MAIL
    parts = urlsplit(address)
    assert (parts.scheme, parts.path) == ("mailto", "")
    found = {key: values[0] for key, values in parse_qs(parts.query, strict_parsing=True).items()}
    message = EmailMessage()
    message["Subject"] = found["subject"]
    message.set_content(found.get("body", ""))
    text = message.get_content().replace("\r\n", "\n").strip()
    return {"subject": str(message["Subject"]), "text": text}


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_blanks_are_filled_in_once_and_own_words_stay(page: Page) -> None:
    heard = complaints(page)
    invitation = page.locator("[data-rc-message=invitation]")
    text = invitation.get_by_label("Text", exact=True)
    said = invitation.get_by_role("status")
    invitation.get_by_role("button", name="Copy the text").click()
    expect(said).to_have_text("Copied. 2 blanks are still to be filled in.")
    blanks = invitation.locator("[data-rc-open]")
    expect(blanks).to_have_text("Still blank: Place Day <1>")
    blanks.get_by_role("link", name="Place").press("Enter")
    expect(page.get_by_label("Place")).to_be_focused()
    page.get_by_label("Day <1>").fill("2027-01-14")
    page.get_by_label("Place").fill(HOSTILE)
    expect(text).to_have_value(
        "Dear colleagues & friends,\n\n"
        f"We meet on Thu, Jan 14, 2027, here: {HOSTILE}.\n\n"
        "To read: Zebra – https://example.org/zebra"
    )
    assert mail(page) == {"subject": "Come on Thu, Jan 14, 2027", "text": text.input_value()}
    invitation.get_by_role("button", name="Copy the text").focus()
    page.keyboard.press("Enter")
    expect(said).to_have_text("Copied.")
    assert clipboard(page) == text.input_value()
    expect(blanks).to_be_hidden()
    page.locator("details[data-rc-fold] > summary").press("Enter")
    choice = page.locator("[type=radio]").nth(1)
    choice.focus()
    page.keyboard.press("Space")
    assert text.input_value().endswith("/resources/unlocated/"), "nothing of it opens elsewhere"
    text.fill("Come, all of you.")
    page.get_by_label("Place").fill("Library")
    page.reload()
    expect(text).to_have_value("Come, all of you.")
    expect(choice).to_be_checked()
    expect(choice).to_be_hidden()
    expect(page.locator("[data-rc-chosen]")).to_have_text(
        str(choice.get_attribute("data-rc-title"))
    )
    reminder = page.locator("[data-rc-message=reminder]").get_by_label("Text", exact=True)
    expect(reminder).to_have_value("See you: Library")
    load_axe(page)
    assert violations(page) == []
    invitation.get_by_role("button", name="Fill in the blanks again").click()
    assert "here: Library." in text.input_value()
    rows = list(csv.reader(io.StringIO(saved(page, "Table (CSV)"), newline="")))
    assert rows[1:] == [
        ["Invitation", "Come on Thu, Jan 14, 2027", text.input_value()],
        ["Reminder", "Do not forget Thu, Jan 14, 2027", "See you: Library"],
    ]
    assert saved(page, "Plain text (TXT)").startswith("Invitation\n\nCome on Thu")
    assert heard == []


def test_a_long_message_goes_by_the_clipboard_and_one_is_printed_alone(page: Page) -> None:
    invitation = page.locator("[data-rc-message=invitation]")
    long = "é" * 9_999 + "\ud83d"
    invitation.get_by_label("Text", exact=True).evaluate(
        """(field, text) => {
            field.value = text;
            field.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        long,
    )
    assert mail(page) == {"subject": "Come on [Day <1>]", "text": ""}
    link = invitation.get_by_role("link", name="mail program")
    link.evaluate("(link) => link.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    expect(invitation.get_by_role("status")).to_contain_text("It has been copied: paste it")
    assert clipboard(page).startswith("é" * 9_999)
    page.evaluate("window.print = () => {}")
    invitation.get_by_role("button", name="Print this message").click()
    page.emulate_media(media="print")
    expect(invitation.locator('[data-rc-written="text.invitation"]')).to_be_visible()
    for other in ("Reminder", "Fill these in once", "About this tool"):
        expect(page.get_by_role("heading", name=other)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("heading", name="Reminder")).to_be_visible()
