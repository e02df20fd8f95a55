"""The offline copy: unpacked and opened from a disk, it does what the site does."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from browsing import reader
from building import ROOT, run_script
from finding import settle
from resource_catalog.pages.rendering.offline_html import make_offline
from searching import open_search, search

START = "Start here.html"


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.found += [values[name] for name in ("href", "src") if name in values]
        if values.get("http-equiv") == "refresh":
            self.found.append(values["content"].partition("url=")[2])


def pack(out: Path) -> Path:
    """Run the script as a maintainer does, on a day that is always the same."""
    made = run_script("make_offline.py", "--out", out, afresh=True, SOURCE_DATE_EPOCH="1700000000")
    assert made.returncode == 0, made.stderr
    return out


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pack(tmp_path_factory.mktemp("packed") / "offline.zip")


@pytest.fixture(scope="module")
def stick(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, unpacked into a folder whose name needs care in an address."""
    folder = tmp_path_factory.mktemp("stick") / "My stick #1 (50%)"
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder)
    return folder


def _was_left(request: Request) -> bool:
    """Whether a request failed only because the reader went on to another page meanwhile."""
    return request.failure == "net::ERR_ABORTED"


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and everything it asked of anything but the disk, or complained about."""
    with reader(browser, viewport={"width": 1280, "height": 900}) as page:
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        page.on("requestfailed", lambda r: None if _was_left(r) else faults.append(r.url))
        page.on(
            "request",
            lambda r: faults.append(r.url) if not r.url.startswith(("file:", "data:")) else None,
        )
        yield page, faults


def test_two_copies_of_the_same_catalog_are_the_same(packed: Path, tmp_path: Path) -> None:
    assert pack(tmp_path / "again.zip").read_bytes() == packed.read_bytes()
    assert list(tmp_path.iterdir()) == [tmp_path / "again.zip"]


def test_every_link_leads_to_a_file(stick: Path) -> None:
    pages = sorted(stick.rglob("*.html"))
    assert len(pages) > 100
    missing = set()
    for page in pages:
        links = _Links()
        links.feed(page.read_text(encoding="utf-8"))
        for link in links.found:
            parts = urlsplit(link)
            if parts.scheme or not parts.path:
                assert parts.scheme in ("", "http", "https", "mailto", "data"), link
                continue
            target = page.parent / unquote(parts.path)
            if not target.is_file():
                missing.add(f"{page.relative_to(stick)}: {link}")
    assert missing == set()


def test_nothing_in_it_names_the_machine_it_was_made_on(stick: Path) -> None:
    for path in stick.rglob("*"):
        if path.suffix in (".html", ".js", ".css", ".json"):
            assert str(ROOT) not in path.read_text(encoding="utf-8"), path.name


def test_it_is_opened_searched_filtered_and_left(tab: tuple[Page, list[str]], stick: Path) -> None:
    page, faults = tab
    page.goto((stick / START).as_uri())
    page.wait_for_url("**/library/index.html")
    home = page.title()

    open_search(page)
    search(page, "tenessee")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/resources/tennessee-succeeds/index.html")

    open_search(page)
    search(page, "collect data")
    page.get_by_role("group", name="Questions").get_by_role("option").first.click()
    page.wait_for_url("**/stages/ready-to-implement/index.html#task-3")

    open_search(page)
    search(page, "survey")
    page.keyboard.press("Enter")
    page.wait_for_url("**/browse/index.html?q=survey")
    everything = page.locator(".rc-bar__count")
    expect(everything).to_contain_text("resources")
    found = everything.inner_text()
    page.get_by_label("Questionnaire").check()
    expect(everything).not_to_have_text(found)
    assert page.url.endswith("browse/index.html?q=survey&type=questionnaire")
    page.go_back()
    expect(everything).to_have_text(found)
    settle(page)
    page.locator(".rc-card__link").first.click()
    page.wait_for_url("**/resources/*/index.html")
    page.go_back()
    page.wait_for_url("**/browse/index.html?q=survey")
    expect(everything).to_have_text(found)

    page.locator("header a").first.click()
    page.wait_for_url("**/library/index.html")
    assert page.title() == home
    assert faults == []


def test_a_state_of_the_list_opens_from_its_address(
    tab: tuple[Page, list[str]], stick: Path
) -> None:
    page, faults = tab
    address = (stick / "library" / "browse" / "index.html").as_uri()
    page.goto(f"{address}?type=report&sort=title")
    expect(page.get_by_label("Order")).to_have_value("title")
    settle(page)
    number = int(page.locator(".rc-bar__count").inner_text().split()[0])
    assert page.locator(".rc-card").count() == number > 0
    assert faults == []


def test_it_works_without_javascript(browser: Browser, stick: Path) -> None:
    with reader(browser, java_script_enabled=False) as page:
        page.goto((stick / "library" / "index.html").as_uri())
        page.locator(".rc-header [data-rc-search]").click()
        page.wait_for_url("**/browse/index.html")
        page.locator(".rc-card__link").first.press("Enter")  # cards change their height
        page.wait_for_url("**/resources/*/index.html")
        assert page.locator("h1").is_visible()


def test_only_addresses_of_folders_are_changed() -> None:
    same = [
        '<a href="https://example.org/a/">', '<a href="mailto:a@b/">', '<a href="#top">',
        '<a href="a/b.pdf">', '<a href="//example.org/">', '<img src="a/b.png">',
    ]  # fmt: skip
    for html in same:
        assert make_offline(html) == html
    changed = {
        '<a href="a/">': '<a href="a/index.html">',
        '<a href="../a/?q=1#x">': '<a href="../a/index.html?q=1#x">',
        '<a href="..">': '<a href="../index.html">',
        '<a href="../../a/#b">': '<a href="../../a/index.html#b">',
        '<meta http-equiv="refresh" content="0; url=../a/">': (
            '<meta http-equiv="refresh" content="0; url=../a/index.html">'
        ),
    }
    for html, expected in changed.items():
        assert make_offline(html) == expected
        assert not re.search(r'/"', make_offline(html))
