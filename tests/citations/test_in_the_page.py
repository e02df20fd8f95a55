"""Cite, as a reader finds it on the page of a resource."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import rispy
from playwright.sync_api import Browser, Page, expect

from browsing import reader


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    with reader(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(site + "resources/driving-teacher-learning/")
        page.get_by_text("Cite this resource").click()
        yield page


def test_a_line_is_copied_as_plain_text(page: Page) -> None:
    button = page.get_by_role("button", name="Copy as MLA")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Berry, Barnett, and Karen Cator. Micro-Credentials: Driving")
    assert "\n" not in copied
    expect(page.get_by_role("button", name="Copy as MLA")).to_be_visible()


def test_a_file_is_taken_along(page: Page, tmp_path: Path) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name="RIS").click()
    assert download.value.suggested_filename == "driving-teacher-learning.ris"
    path = tmp_path / "it.ris"
    download.value.save_as(path)
    (found,) = rispy.loads(path.read_text(encoding="utf-8"))
    assert found["authors"] == ["Berry, Barnett", "Cator, Karen"]


def test_without_javascript_everything_can_be_read(browser: Browser, site: str) -> None:
    with reader(browser, java_script_enabled=False) as page:
        page.goto(site + "resources/driving-teacher-learning/")
        page.get_by_text("Cite this resource").click()
        expect(page.get_by_role("heading", name="Chicago")).to_be_visible()
        expect(page.get_by_role("button", name="Copy as APA")).to_be_hidden()
