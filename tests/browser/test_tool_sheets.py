"""Tools in the browser: what is written stays on the device, and can be taken along and cleared."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from icalendar import Calendar
from lxml import etree
from playwright.sync_api import Browser, Page, expect

from axe import load_axe, violations
from browsing import NARROW, complaints, reader, serve
from sites import TOOL_SAMPLES

TOOLS = sorted(path.stem for path in TOOL_SAMPLES.glob("*.yml"))
HOSTILE = '=1+1"><img src=x onerror=alert(1)>'
SAME_BLANK = ("pilot-dates", "practices", "statements")
"""Tools whose Word document is the same blank from the build and not filled in in the browser."""

FIRST_VIEW = 90_000
"""The most bytes that a first view of a tool's page may have, gzipped."""


@pytest.fixture(scope="module")
def address(tools_folder: Path) -> Iterator[str]:
    with serve(tools_folder, "/sub/") as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Somebody who was never here before, on a phone."""
    with reader(browser, base_url=address, viewport={"width": NARROW, "height": 700}) as page:
        yield page


def saved(page: Page, label: str) -> str:
    return saved_bytes(page, label).decode("utf-8")


def saved_bytes(page: Page, label: str) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    return Path(download.value.path()).read_bytes()


def text_and_styles(raw: bytes) -> list[bytes]:
    """The text and the styles of a Word document, in one spelling."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        files = [archive.read(f"word/{name}.xml") for name in ("document", "styles")]
    return [etree.tostring(etree.fromstring(file), method="c14n") for file in files]


def open_file(page: Page, text: str) -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def days(page: Page, step: str) -> list[str]:
    fields = page.locator(f'[data-rc-step="{step}"] input[type=date]')
    return [field.input_value() for field in fields.all()]


def test_dates_follow_from_two_days_and_own_ones_stay(page: Page) -> None:
    heard = complaints(page)
    page.goto("tools/pilot-dates/")
    page.get_by_label("The day educators begin").fill("2027-01-11")
    undated = "steps have no date yet: set “The last day to submit” for them."
    expect(page.locator("[data-rc-dated]")).to_contain_text(undated)
    page.get_by_label("The last day to submit").fill("2027-05-14")
    expect(page.locator("[data-rc-dated]")).not_to_contain_text("no date")
    dated = "5 steps have dates. In a calendar they are 13 events"
    expect(page.locator("[data-rc-dated]")).to_contain_text(dated)
    page.get_by_label("The last day to submit").fill("2026-05-14")
    expect(page.locator("[data-rc-dated]")).to_contain_text("1 step would end before it begins.")
    page.get_by_label("The last day to submit").fill("2027-05-14")
    expect(page.locator("[data-rc-dated]")).not_to_contain_text("Check the days")
    expect(page.get_by_role("button", name="Save as a calendar file")).to_be_in_viewport()
    page.get_by_role("link", name="Print, or save in other forms").click()
    expect(page.get_by_role("button", name="Calendar (ICS)")).to_be_in_viewport()
    assert days(page, "invite") == ["2026-11-16", "2026-12-28"]
    assert days(page, "coach") == ["2027-01-14", "2027-05-07"]
    assert days(page, "report") == ["2027-05-17"], "the day after is a Saturday"
    report = page.locator('[data-rc-step="report"]')
    report.get_by_label("Day").fill("2027-06-01")
    page.get_by_label("The last day to submit").fill("2027-05-21")
    assert days(page, "report") == ["2027-06-01"]
    assert days(page, "submit") == ["2027-05-21"]
    page.get_by_role("button", name="Remove: Meet").click()
    page.get_by_role("button", name="Add a step").click()
    page.get_by_label("What happens").fill(HOSTILE)
    page.locator('[data-rc-step="own-1"]').get_by_label("Begins").fill("2026-12-01")
    page.reload()
    assert days(page, "report") == ["2027-06-01"]
    steps = page.locator("[data-rc-step]")
    assert steps.nth(1).get_attribute("data-rc-step") == "own-1", "in the order of the dates"
    expect(steps.nth(1).locator("h3")).to_have_text(HOSTILE)
    report.get_by_role("button", name="Recalculate the dates").click()
    assert days(page, "report") == ["2027-05-24"]
    assert heard == []


def test_the_calendar_and_the_table_have_what_is_planned(page: Page) -> None:
    page.goto("tools/pilot-dates/")
    page.get_by_role("button", name="Calendar (ICS)").click()
    expect(page.locator(".rc-tool__take")).to_contain_text("Set a day first")
    page.get_by_label("The day educators begin").fill("2027-01-11")
    page.get_by_label("The last day to submit").fill("2027-02-26")
    page.get_by_role("button", name="Remove: Meet").click()
    first = saved(page, "Calendar (ICS)")
    expect(page.locator(".rc-tool__take")).to_contain_text("downloads: pilot-dates.ics")
    assert saved(page, "Calendar (ICS)") == first, "the same answers give the same bytes"
    events = Calendar.from_ical(first).walk("VEVENT")
    found = {str(e["UID"]).partition("@")[0]: (e["DTSTART"].dt, e["DTEND"].dt) for e in events}
    assert {uid: f"{a} {b}" for uid, (a, b) in found.items()} == {
        "pilot-dates.invite": "2026-11-16 2026-12-29",
        "pilot-dates.coach": "2027-01-14 2027-01-15",
        "pilot-dates.coach.2": "2027-01-28 2027-01-29",
        "pilot-dates.coach.3": "2027-02-11 2027-02-12",
        "pilot-dates.submit": "2027-02-26 2027-02-27",
        "pilot-dates.report": "2027-03-01 2027-03-02",
    }
    assert {int(e["SEQUENCE"]) for e in events} == {0}
    page.get_by_role("button", name="Rename").first.click()
    page.get_by_label("Name of this step").first.fill(HOSTILE)
    changed = Calendar.from_ical(saved(page, "Calendar (ICS)")).walk("VEVENT")
    assert {int(e["SEQUENCE"]) for e in changed} == {1}
    (invite,) = [e for e in changed if str(e["UID"]).startswith("pilot-dates.invite@")]
    assert str(invite["SUMMARY"]) == HOSTILE
    rows = list(csv.reader(io.StringIO(saved(page, "Table (CSV)").lstrip("\ufeff"))))
    span = "From 8 weeks before to 2 weeks before: The day educators begin"
    assert rows[1] == [f"'{HOSTILE}", "2026-11-16", "2026-12-28", "Coordinator", "", span]


def test_a_saved_file_opens_elsewhere_and_a_wrong_one_changes_nothing(
    page: Page, browser: Browser, address: str
) -> None:
    page.goto("tools/pilot-dates/")
    page.get_by_text("Settle these first").click()
    page.get_by_label("When is there time?").fill("x" * 10_000)
    page.get_by_label("The day educators begin").fill("2027-01-11")
    text = saved(page, "Save to continue later")
    data = json.loads(text)
    data["answers"] |= {"question.gone": "Still here", "__proto__": "x", "day.due": 7}
    data["labels"]["question.gone"] = "What was asked?"
    with reader(browser, base_url=address) as other:
        other.goto("tools/pilot-dates/")
        said = other.locator(".rc-tool__bar .rc-tool__said")
        for wrong in ("", "[]", "{}", json.dumps({**data, "tool": "x", "title": "Other"})):
            said.evaluate("said => said.replaceChildren()")  # what was said of the file before
            open_file(other, wrong)
            expect(said).to_contain_text("Nothing has changed")
            assert other.get_by_label("When is there time?").input_value() == ""
        open_file(other, json.dumps({**data, "version": 99}))
        expect(said).to_contain_text("newer version")
        open_file(other, json.dumps(data))
        expect(said).to_contain_text("3 answers opened.")
        assert len(other.get_by_label("When is there time?").input_value()) == 10_000
        left = other.get_by_label("No longer asked")
        expect(left).to_contain_text("What was asked?")
        expect(left).to_contain_text("Still here")
        other.get_by_role("button", name="Clear", exact=True).click()
        assert other.get_by_label("When is there time?").input_value() == ""
        expect(left).to_be_hidden()
        other.get_by_role("button", name="Bring back what was there").click()
        assert days(other, "meet") == ["2027-01-11"]
        left.get_by_role("button", name="Remove these").click()
        expect(left).to_be_hidden()
        other.reload()
        assert days(other, "meet") == ["2027-01-11"]
        expect(left).to_be_hidden()


def test_a_day_of_an_opened_file_that_does_not_exist_is_none(page: Page) -> None:
    page.goto("tools/pilot-dates/")
    page.get_by_label("The day educators begin").fill("2027-01-11")
    page.get_by_label("The last day to submit").fill("2027-05-14")
    data = json.loads(saved(page, "Save to continue later"))
    (due,) = [key for key, day in data["answers"].items() if day == "2027-05-14"]
    data["answers"] |= {due: "2027-02-30", "step.meet.start": "2027-02-31"}
    open_file(page, json.dumps(data))
    expect(page.get_by_label("The last day to submit")).to_have_value("")
    expect(page.locator("[data-rc-dated]")).to_contain_text("set “The last day to submit”")
    assert days(page, "meet") == [""]
    assert days(page, "submit") == [""]
    text = saved(page, "Calendar (ICS)")
    events = {str(e["UID"]).partition("@")[0] for e in Calendar.from_ical(text).walk("VEVENT")}
    assert events == {"pilot-dates.invite", "pilot-dates.coach"}, "which begin with the other day"


@pytest.mark.parametrize("tool", TOOLS)
def test_each_tool_is_accessible_light_and_printable(
    page: Page, tools_folder: Path, tool: str
) -> None:
    page.goto(f"tools/{tool}/")
    load_axe(page)
    assert violations(page) == []
    for folded in page.locator("[data-rc-fold] > summary").all():
        folded.click()
    for box in page.locator("[data-rc-field^='pick.']").all():
        box.check()
    if tool in SAME_BLANK:
        built = (tools_folder / f"tools/{tool}/{tool}.docx").read_bytes()
        assert text_and_styles(saved_bytes(page, "Word (docx)")) == text_and_styles(built)
    for field in page.locator("textarea, input[type=text]").all():
        if field.is_visible():
            field.fill(HOSTILE * 20)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW
    document = Document(io.BytesIO(saved_bytes(page, "Word (docx)")))
    assert HOSTILE * 20 in "".join(document.element.body.itertext())
    assert document.core_properties.title == document.paragraphs[0].text
    assert document.core_properties.language == "en"
    assert document.paragraphs[0].style.name == "Title"
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    page.emulate_media(media="print")
    expect(page.locator(".rc-tool__bar")).to_be_hidden()
    expect(page.locator(".rc-tool__take")).to_be_hidden()
    expect(page.locator("textarea").first).to_be_hidden()
    expect(page.locator(".rc-tool__written").first).to_contain_text("onerror")
    html = (tools_folder / f"tools/{tool}/index.html").read_text(encoding="utf-8")
    parts = [tools_folder / "assets" / path.name for path in tools_folder.glob("assets/*")]
    own = [
        path for path in parts if f"assets/{path.name}" in html and path.suffix in (".js", ".css")
    ]
    loaded = [path for path in own if not path.name.startswith(("open-search", "open-browse"))]
    size = sum(len(gzip.compress(path.read_bytes())) for path in loaded)
    assert len(loaded) >= 3
    assert size + len(gzip.compress(html.encode())) < FIRST_VIEW
