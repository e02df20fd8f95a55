"""A survey made of a question bank: chosen, put in order, reworded, and taken along."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from playwright.sync_api import Browser, Locator, Page, expect

from axe import load_axe, violations
from browsing import NARROW, complaints, reader, serve
from qti_rules import QTI, faults_of_qti

HOSTILE = '=1+1"><img src=x onerror=alert(1)> ]]> & \x0b'
PACKAGE = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"


@pytest.fixture
def page(browser: Browser, tools_folder: Path) -> Iterator[Page]:
    """Somebody who was never here before, on a phone."""
    size = {"width": NARROW, "height": 700}
    with serve(tools_folder) as address, reader(browser, base_url=address, viewport=size) as page:
        page.goto("tools/survey/")
        yield page


def saved(page: Page, label: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    return Path(download.value.path()).read_bytes()


def row(page: Page, name: str) -> Locator:
    return page.locator(f'[data-rc-row="{name}"]')


def press(page: Page, name: str, button: str) -> None:
    """Press a button of a question with the keyboard."""
    row(page, name).get_by_text(button, exact=True).focus()
    page.keyboard.press("Enter")


def order(page: Page) -> list[str]:
    rows = page.locator("[data-rc-row]")
    return [str(one.get_attribute("data-rc-row")) for one in rows.all()]


def test_a_survey_is_made_by_keyboard_and_stays(page: Page) -> None:
    heard = complaints(page)
    page.get_by_role("button", name="Plain text (TXT)").click()
    expect(page.locator(".rc-tool__take")).to_contain_text("Choose a question first")
    page.get_by_role("button", name="When it is over: add 2 questions").click()
    expect(page.get_by_role("button", name="When it is over: all are in")).to_be_visible()
    page.get_by_role("checkbox", name="Who gains?").focus()
    page.keyboard.press("Space")
    assert order(page) == ["name", "clear", "who"]
    press(page, "who", "Up")
    page.keyboard.press("Enter")
    assert order(page) == ["who", "name", "clear"], "the second time with the same button"
    page.keyboard.press("Enter")
    assert order(page) == ["name", "who", "clear"], "at the top, the way down has the focus"
    expect(page.locator("[data-rc-count]")).to_have_text("3 questions, 1 follow-up")
    page.get_by_role("link", name="See your survey").click()
    expect(page.get_by_role("button", name="Save as a Word file")).to_be_in_viewport()
    page.get_by_role("button", name="Add a question of your own").click()
    page.keyboard.type("What is missing?")
    row(page, "own-1").get_by_label("Kind of answer").select_option("choices")
    row(page, "own-1").get_by_label("Options").fill("One\n\n Two \nOne")
    press(page, "clear", "Change")
    row(page, "clear").get_by_label("Question", exact=True).fill("Was it clear?")
    row(page, "clear").get_by_label("Then ask").fill("")
    press(page, "clear", "Done")
    remove = row(page, "who").get_by_text("Remove", exact=True)
    remove.scroll_into_view_if_needed()
    scrolled = page.evaluate("scrollY")
    press(page, "who", "Remove")
    undo = page.get_by_role("button", name="Bring it back: ")
    expect(undo).to_be_focused()
    expect(undo).to_be_in_viewport()
    assert page.evaluate("scrollY") == scrolled, "the place is not lost"
    page.keyboard.press("Enter")
    expect(remove).to_be_focused()
    assert order(page) == ["name", "who", "clear", "own-1"]
    press(page, "name", "Remove")
    expect(page.get_by_role("checkbox", name="Which course")).not_to_be_checked()
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox", name="Which course")).to_be_checked()
    load_axe(page)
    assert violations(page) == []
    page.reload()
    assert order(page) == ["name", "who", "clear", "own-1"]
    page.get_by_label("Title", exact=True).fill("Spring")
    text = saved(page, "Plain text (TXT)").decode("utf-8")
    expect(page.locator(".rc-tool__take")).to_contain_text("keeps downloads: spring.txt")
    assert text == (
        "Spring\n\n1. Which course was it? [A few words]\n\n"
        "2. Who gains? [Choose any]\nStudents\nTeachers\n\n"
        "3. Was it clear? [Scale]\nThink of days & <nights>.\nNot clear\nPartly\nClear\n\n"
        "4. What is missing? [Choose any]\nOne\nTwo\n"
    )
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="General & more")).to_be_hidden()
    expect(page.locator(".rc-survey-paper__text")).to_have_text(
        ["1. Which course was it?", "2. Who gains?", "3. Was it clear?", "4. What is missing?"]
    )
    assert heard == []


def test_the_files_of_a_survey_are_read_by_others(page: Page) -> None:
    for label in ("Which course", "How clear", "Who gains?", "Would you", "Why?"):
        page.get_by_role("checkbox", name=label).check()
    page.get_by_label("A few words for the people who answer").fill("Ten minutes.")
    press(page, "why", "Change")
    row(page, "why").get_by_label("Question", exact=True).fill(HOSTILE + "x" * 9_900)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW
    table = saved(page, "Table (CSV)").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table, newline="")))
    assert rows[2] == [
        "2",
        "How clear was it?",
        "Scale",
        "Not clear\nPartly\nClear",
        "Think of days & <nights>.",
    ]
    assert rows[3][:3] == ["2a", "Which part should be clearer?", "Free text"]
    assert rows[6][1].startswith("'=1+1")
    document = Document(io.BytesIO(saved(page, "Word (docx)")))
    asked = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    assert asked[:3] == [
        "1. Which course was it?",
        "2. How clear was it?",
        "2a. Which part should be clearer?",
    ]
    assert asked[-1] == f"5. {HOSTILE.replace(chr(11), '')}{'x' * 9_900}"
    assert ("Option", "☐ Partly") in [(p.style.name, p.text) for p in document.paragraphs]
    quiz = "Quiz for a learning platform (QTI)"
    first = saved(page, quiz)
    assert first == saved(page, quiz), "the same answers, the same bytes"
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert package.testzip() is None
        assert package.namelist() == ["imsmanifest.xml", "survey/survey.xml"]
        manifest = etree.fromstring(package.read("imsmanifest.xml"))
        survey = etree.fromstring(package.read("survey/survey.xml"))
    (resource,) = manifest.iter(f"{PACKAGE}resource")
    assert resource.get("type") == "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
    assert [file.get("href") for file in resource] == ["survey/survey.xml"]
    pointed = [item.get("identifierref") for item in manifest.iter(f"{PACKAGE}item")]
    assert pointed == [None, resource.get("identifier")]
    assert faults_of_qti(survey) == []
    items = {str(item.get("ident")): item for item in survey.iter(f"{QTI}item")}
    assert list(items) == [
        f"survey.{name}" for name in ("name", "clear", "clear.follow-up", "who", "again", "why")
    ]
    asked = {name: [t.text for t in item.iter(f"{QTI}mattext")] for name, item in items.items()}
    assert asked["survey.clear"] == [
        "How clear was it?\nThink of days & <nights>.",
        "Not clear",
        "Partly",
        "Clear",
    ]
    assert asked["survey.again"] == ["Would you do it again?", "Yes & more", "Never"]
    written = HOSTILE.replace("\x0b", "")
    assert str(asked["survey.why"][0]).startswith(written)
