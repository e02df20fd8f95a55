"""The checklist in the browser: how far each practice has come, and all of them together."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import reader, serve


@pytest.fixture
def page(browser: Browser, tools_folder: Path) -> Iterator[Page]:
    with serve(tools_folder) as address, reader(browser, base_url=address) as page:
        yield page


def test_what_is_marked_counts_in_its_group_and_its_phases(page: Page) -> None:
    page.goto("tools/practices/")
    progress = page.locator("[data-rc-progress]")
    rows = progress.locator(".rc-progress__row")
    expect(rows).to_have_text(
        [
            "In all0 of 3 done",
            "People <first>0 of 2 done",
            "Technology0 of 1 done",
            "First0 of 1 done",
            "Second0 of 2 done",
        ]
    )
    page.locator('[data-rc-item="together"]').get_by_label("Done").focus()
    page.keyboard.press("Space")
    page.locator('[data-rc-item="named"]').get_by_label("Under way").check()
    page.locator('[data-rc-item="help"]').get_by_label("Not for us").check()
    expected = [
        "In all1 of 2 done, 1 under way",
        "People <first>1 of 2 done, 1 under way",
        "Technology0 of 0 done",
        "First1 of 1 done",
        "Second1 of 2 done, 1 under way",
    ]
    expect(rows).to_have_text(expected)
    bar = rows.first.locator("rect")
    assert [part.get_attribute("width") for part in bar.all()] == ["100", "50", "50"]
    page.locator('[data-rc-item="named"]').get_by_label("Who").fill("=Ann")
    page.locator('[data-rc-item="named"]').get_by_label("By when").fill("2027-02-01")
    page.reload()
    expect(rows).to_have_text(expected)
    with page.expect_download() as download:
        page.get_by_role("button", name="Table (CSV)").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text)))[1:] == [
        ["People <first>", "They work together.", "Done", "", "", ""],
        ["People <first>", "Somebody is in charge.", "Under way", "'=Ann", "2027-02-01", ""],
        ["Technology", "There is help.", "Not for us", "", "", ""],
    ]
