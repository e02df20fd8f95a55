"""The worksheet in the browser: filled in on paper of its own, and taken along as text."""

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


def saved(page: Page, label: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=label, exact=True).click()
    return Path(download.value.path()).read_bytes().decode("utf-8-sig")


def test_what_is_filled_in_counts_and_is_taken_along(page: Page) -> None:
    page.goto("tools/statements/")
    progress = page.locator("[data-rc-progress]")
    expect(progress).to_have_text("Filled in0 of 3")
    page.get_by_label("Our <goal>").fill("To learn\nmore")
    page.get_by_label("Who coordinates it?").fill("=Ann")
    page.get_by_label("Our theory").fill("   ")
    expect(progress).to_have_text("Filled in2 of 3")
    assert saved(page, "Plain text (TXT)").startswith(
        "Statements\n\nWHAT & WHY\n\nOur <goal>\nTo learn\nmore\n\n"
        "Who coordinates it?\n=Ann\n\nMORE\n\nOur theory\n…\n\nhttp"
    )
    rows = list(csv.reader(io.StringIO(saved(page, "Table (CSV)"), newline="")))
    assert rows[1:] == [
        ["What & why", "Our <goal>", "To learn\nmore"],
        ["What & why", "Who coordinates it?", "'=Ann"],
        ["More", "Our theory", "   "],
    ]
    page.reload()
    expect(page.get_by_label("Our <goal>")).to_have_value("To learn\nmore")
    expect(page.get_by_label("Our <goal>")).to_have_accessible_description(
        "What will be different?"
    )
