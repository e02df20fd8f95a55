"""Cite, as a reader finds it on the page of a resource."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import bibtexparser
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


def taken(page: Page, name: str) -> tuple[str, str]:
    """The name and the text of a file that a reader takes along."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name).click()
    return download.value.suggested_filename, download.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("where", ["served", "on disk"])
def test_the_files_are_of_this_resource_alone(
    browser: Browser, site: str, built_site: Path, where: str
) -> None:
    """In the form that other programs read."""
    path = "resources/driving-teacher-learning/"
    with reader(browser) as page:
        page.goto(site + path if where == "served" else f"{built_site.as_uri()}/{path}index.html")
        page.get_by_text("Cite this resource").click()
        expect(page.locator(".rc-cite__files")).to_have_text(
            "For reference managers: BibTeX, RIS, CSL-JSON"
        )
        files = dict(taken(page, name) for name in ("BibTeX", "RIS", "CSL-JSON"))
    (in_bibtex,) = bibtexparser.parse_string(files["driving-teacher-learning.bib"]).entries
    assert in_bibtex.key == "driving-teacher-learning"
    (in_ris,) = rispy.loads(files["driving-teacher-learning.ris"])
    assert in_ris["authors"] == ["Berry, Barnett", "Cator, Karen"]
    (in_csl,) = json.loads(files["driving-teacher-learning.csl.json"])
    assert [name["family"] for name in in_csl["author"]] == ["Berry", "Cator"]


def test_where_the_rest_does_not_load_the_files_hold_every_resource(
    browser: Browser, site: str
) -> None:
    with reader(browser, alone=True) as page:
        page.route("**/shelf/part-*", lambda route: route.abort())
        page.goto(site + "resources/driving-teacher-learning/")
        page.get_by_text("Cite this resource").click()
        expect(page.locator(".rc-cite__files")).to_contain_text("with all resources")
        name, text = taken(page, "RIS")
        assert name == "catalog.ris"
        assert len(rispy.loads(text)) > 10


def test_without_javascript_everything_can_be_read(browser: Browser, site: str) -> None:
    with reader(browser, java_script_enabled=False) as page:
        page.goto(site + "resources/driving-teacher-learning/")
        page.get_by_text("Cite this resource").click()
        expect(page.get_by_role("heading", name="Chicago")).to_be_visible()
        expect(page.get_by_role("button", name="Copy as APA")).to_have_count(0)
        for name in ("BibTeX", "RIS", "CSL-JSON"):
            address = page.get_by_role("link", name=name).get_attribute("href")
            assert page.request.get(urljoin(page.url, address)).ok
