"""The self-check and its plan: filled in by keyboard on a phone, shared, changed and kept."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect

from axe import load_axe, violations
from browsing import NARROW, complaints, reader, serve
from building import CATALOG
from opened_site import open_folder
from resource_catalog.site.self_check.questions import questions_of

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PHONE = {"width": NARROW, "height": 800}


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    with serve(built_site, "/sub/") as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with reader(browser, base_url=address, viewport=PHONE) as page:
        yield page


def answers(page: Page) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(page.url).fragment))


def titles(page: Page) -> list[str]:
    expect(page.get_by_role("heading", name="Where you stand")).to_be_visible()
    return page.locator(".rc-plan__title").all_inner_texts()


def focus(page: Page) -> list[str]:
    return page.locator(".rc-plan__label").all_inner_texts()


def answer(page: Page, name: str, value: str) -> None:
    """Answer a question with nothing but the keyboard."""
    page.locator(f"input[name='{name}']").first.focus()
    for _ in range(5):
        page.keyboard.press("ArrowDown")
        if page.locator(f"input[name='{name}'][value='{value}']").is_checked():
            return
    raise AssertionError(f"{value} was not reached")


def opened_document(path: Path) -> tuple[etree._Element, list[str]]:
    """The text of a Word document, and where its links lead."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        files = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    targets = {
        rel.get("Id"): rel.get("Target")
        for rel in files["word/_rels/document.xml.rels"].iter("{*}Relationship")
    }
    document = files["word/document.xml"]
    return document, [
        str(targets[node.get(f"{ID}id")]) for node in document.iter(f"{WORD}hyperlink")
    ]


def test_from_the_home_page_to_a_plan_by_keyboard_on_a_phone(page: Page) -> None:
    faults = complaints(page)
    page.goto("")
    page.get_by_role("link", name="Where does your team stand?").press("Enter")
    expect(page.get_by_text("0 of 15 answered")).to_be_visible()
    expect(page.get_by_text("The first 6 questions are enough for a plan.")).to_be_visible()
    expect(page.get_by_role("link", name="plan")).to_have_count(0)
    guide = page.get_by_role("group", name="Give the people who will support educators a guide")
    expect(guide).to_be_hidden()
    for name, value in [("value", "yes"), ("goals", "not-yet"), ("support-model", "partly")]:
        answer(page, name, value)
    expect(guide).to_be_visible()
    expect(page.get_by_text("3 of 16 answered")).to_be_visible()
    expect(page.get_by_role("link", name="See the plan now")).to_be_hidden()
    page.reload()
    expect(page.get_by_text("3 of 16 answered")).to_be_visible()
    assert urlsplit(page.url).fragment == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    page.get_by_role("link", name="See the plan").press("Enter")
    assert (
        titles(page)[0]
        == "Micro-credentials & the transformation of professional learning in California schools"
    )
    assert focus(page) == ["Clear goals", "A way to support educators"]
    given = answers(page)
    assert len(given.pop("_on")) == len("2026-11-27")
    assert given == {"goals": "n", "support-model": "p", "value": "y"}
    assert list(given) == sorted(given)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    load_axe(page)
    assert violations(page) == []
    assert faults == []


def test_one_answer_is_changed_and_the_others_stay(page: Page) -> None:
    page.goto("plan/#goals=n&timeline=u&value=y")
    assert titles(page)
    choice = page.get_by_label("Can we say clearly what we want our pilot to achieve?")
    choice.select_option("yes")
    expect(choice).to_be_focused()
    expect(page.get_by_role("status").first).to_have_text("The plan has changed with your answer.")
    assert focus(page) == ["A timeline"]
    assert {**answers(page), "_on": ""} == {"_on": "", "goals": "y", "timeline": "u", "value": "y"}
    page.get_by_role("link", name="See the questions, with what helps").click()
    expect(page.locator("input[name=timeline][value=not-sure]")).to_be_checked()
    page.locator("input[name=timeline][value=yes]").check()
    page.go_back()
    page.wait_for_url("**&timeline=y&**")
    expect(page.get_by_text("“A timeline”")).to_have_count(0)
    assert answers(page)["timeline"] == "y"


def test_a_shared_plan_opens_elsewhere_and_leaves_what_is_there(
    page: Page, browser: Browser
) -> None:
    page.goto("plan/#goals=n&once-asked=p&value=y")
    assert focus(page) == ["Clear goals"]
    expect(page.locator(".rc-plan__part--gone li")).to_have_text("“once-asked”: Partly")
    expect(page.locator("h1")).to_have_text("A plan shared with you")
    expect(page.get_by_text("These answers were shared with you. If you change")).to_be_visible()
    assert page.locator(".rc-plan__number").all_inner_texts() == [
        "1 of 2 answered “yes”, 4 not answered yet",
        "Not answered yet",
        "Not answered yet",
    ]
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/plan/#goals=n&once-asked=p&value=y")
    assert focus(page) == ["Clear goals"]
    page.goto("check/")
    answer(page, "timeline", "not-yet")
    page.goto("plan/#goals=n&value=y")
    expect(page.get_by_text("These answers were shared with you.")).to_be_visible()
    expect(page.locator(".rc-plan__part--changes li")).to_have_count(3)
    page.get_by_role("button", name="Show mine").click()
    expect(page.locator("h1")).to_have_text("Your plan")
    assert focus(page) == ["A timeline"]
    page.goto("plan/#goals=n&value=y&")
    page.get_by_role("button", name="Replace my answers").click()
    page.goto("check/")
    expect(page.locator("input[name=goals][value=not-yet]")).to_be_checked()
    expect(page.locator("input[name=timeline]:checked")).to_have_count(0)


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "0000-01-01"])
def test_a_shared_plan_names_no_day_that_does_not_exist(page: Page, day: str) -> None:
    faults = complaints(page)
    page.goto(f"plan/#_on={day}&goals=n&value=y")
    assert focus(page) == ["Clear goals"]
    expect(page.locator(".rc-plan__day")).to_have_count(0)
    assert faults == []


def test_a_plan_says_what_has_changed_since_an_earlier_day(page: Page) -> None:
    page.goto("check/")
    page.evaluate("""() => localStorage.setItem("rc-check /sub/", JSON.stringify({
        version: 1, now: "_on=2026-01-05&goals=n&value=n", before: ["_on=2025-12-01&goals=u"],
    }))""")
    page.reload()
    answer(page, "value", "partly")
    page.get_by_role("link", name="See the plan").click()
    changes = page.locator(".rc-plan__part--changes")
    expect(changes.get_by_role("heading")).to_have_text("What has changed since January 5, 2026")
    rows = changes.get_by_role("listitem")
    assert rows.all_inner_texts() == ["“Knowing what micro-credentials are”: Not yet → Partly"]
    changes.get_by_label("Compare with").select_option("2025-12-01")
    expect(rows).to_have_count(2)
    page.once("dialog", lambda dialog: dialog.accept())
    page.goto("check/")
    page.get_by_role("button", name="Clear all answers").click()
    page.goto("plan/")
    expect(page.get_by_text("Nothing is answered yet")).to_be_visible()


def test_answers_are_saved_as_a_file_and_opened_elsewhere(
    page: Page, browser: Browser, address: str
) -> None:
    first, second, *_ = [question.key for question in questions_of(open_folder(CATALOG))]
    page.goto(f"check/#_on=2026-11-20&{first}=y&{second}=n&gone-by-now=p")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the answers as a file").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    data = json.loads(text)
    answered = {first: "yes", second: "not-yet", "gone-by-now": "partly"}
    assert (data["day"], data["answers"]) == ("2026-11-20", answered)
    with reader(browser, base_url=address, viewport=PHONE) as other:
        heard = complaints(other)
        other.goto("check/")
        expect(other.get_by_role("button", name="Save the answers")).to_be_hidden()
        answer(other, first, "not-sure")
        said = other.locator(".rc-check__said")
        newer = json.dumps({**data, "version": 2})
        for wrong in ("", "null", '{"format": "resource-catalog-tool", "answers": {}}', newer):
            said.evaluate("said => said.replaceChildren()")  # what was said of the file before
            open_file(other, wrong)
            expect(said).to_contain_text("Nothing has changed.")
            expect(other.locator(f"input[name='{first}'][value=not-sure]")).to_be_checked()
        hostile = {"__proto__": "yes", "<img>": "yes", second + "-x": "<b>", "x=y&z": ["no"]}
        open_file(other, json.dumps({**data, "answers": {**answered, **hostile}}))
        expect(said).to_contain_text("3 answers opened.")
        expect(other.locator(f"input[name='{second}'][value=not-yet]")).to_be_checked()
        load_axe(other)
        assert violations(other) == []
        other.get_by_role("link", name="See the plan").click()
        other.wait_for_url("**/plan/#*")
        assert answers(other) == {"_on": "2026-11-20", first: "y", second: "n", "gone-by-now": "p"}
        other.go_back()
        open_file(other, json.dumps({**data, "answers": {}}))
        other.get_by_role("button", name="Bring back what was there").click()
        expect(other.locator(f"input[name='{second}'][value=not-yet]")).to_be_checked()
        assert heard == []


def open_file(page: Page, text: str) -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_a_plan_is_taken_along(page: Page) -> None:
    questions = questions_of(open_folder(CATALOG))
    names = [question.key for question in questions]
    begun = [one.key for one in questions if one.stage == questions[0].stage]
    page.goto("check/#" + "&".join(f"{name}=n" for name in begun))
    page.get_by_role("link", name="See the plan now").press("Enter")
    assert titles(page)
    page.goto("plan/#" + "&".join(f"{name}=n" for name in names))
    answered = page.locator(".rc-plan__row option[value=not-yet]:checked")
    expect(answered).to_have_count(len(names) - 1)  # the same page hears of the other address
    assert titles(page)
    page.get_by_label("Can we say clearly").select_option("not-sure")
    assert len(page.url) < 1500
    with page.expect_download() as download:
        page.get_by_role("button", name="Table (CSV)").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    assert [row["title"] for row in rows] == titles(page)
    assert rows[0]["page"].endswith(f"/sub/resources/{rows[0]['id']}/")
    assert all("(Not yet)" in row["because"] or "(Not sure)" in row["because"] for row in rows)
    with page.expect_download() as download:
        page.get_by_role("button", name="Word (docx)").click()
    document, links = opened_document(Path(download.value.path()))
    styled = {
        "".join(p.itertext()): style
        for p in document.iter(f"{WORD}p")
        for style in (node.get(f"{WORD}val") for node in p.iter(f"{WORD}pStyle"))
    }
    steps = [text for text, style in styled.items() if style == "Heading2" and text[0].isdigit()]
    opening = page.locator(".rc-plan__part--steps .rc-plan__title").all_inner_texts()
    assert steps == [f"{number}. {title}" for number, title in enumerate(opening, start=1)]
    assert len(opening) < len(titles(page)), "what does not open comes after it, without a number"
    assert [text for text in styled if text in titles(page)] == titles(page)[len(opening) :]
    assert [row["page"] for row in rows] == [link for link in links if "/resources/" in link]
    cells = ["".join(cell.itertext()) for cell in document.iter(f"{WORD}tc")]
    assert cells[:2] == ["Question", "Answer"]
    assert cells.count("Not yet") == len(names) - 2
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")
    assert all(title in text for title in titles(page))
    assert page.url in text
    stand = "Ready to plan: 0 of 6 answered “yes”"
    assert stand in text.splitlines()
    assert stand in ["".join(p.itertext()) for p in document.iter(f"{WORD}p")]
    with page.expect_download():
        page.get_by_role("button", name="Table (CSV)").click()
    expect(page.get_by_text("Copied")).to_have_count(0)
