"""Embedding: a list inside somebody else's page, on another origin, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from browsing import complaints, reader, serve
from building import HOST, ROOT
from sample_catalog import COLLECTIONS

PAGE = "collections/start/"


@pytest.fixture(scope="module")
def course(sample: str, sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    """A page of a course on another host: the code from the panel, the script from the docs."""
    panel = LexborHTMLParser((sample_folder / PAGE / "index.html").read_text(encoding="utf-8"))
    code = panel.css_first("#rc-share-embed").text().replace(HOST, sample)
    docs = (ROOT / "docs/embedding.md").read_text(encoding="utf-8")
    (script,) = re.findall(r"```html\n(<script>.*?</script>)\n```", docs, re.DOTALL)
    folder = tmp_path_factory.mktemp("course")
    frames = {
        "plain": code,
        "growing": script + code,
        "popups": code.replace("<iframe", '<iframe sandbox="allow-scripts allow-popups"'),
        "sandboxed": code.replace("<iframe", '<iframe sandbox="allow-scripts"'),
    }
    for name, body in frames.items():
        html = f'<!doctype html><html lang="en"><title>A course</title>{body}'
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    with serve(folder, policy="") as url:
        yield url


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with reader(browser) as page:
        yield page


def test_the_embedding_page_receives_the_height(page: Page, course: str) -> None:
    page.add_init_script("addEventListener('message', (e) => (window.heard = [e.origin, e.data]))")
    page.goto(f"{course}growing.html")
    page.wait_for_function(
        "() => window.heard && document.querySelector('iframe').height == heard[1].height"
    )
    origin, said = page.evaluate("window.heard")
    assert said.keys() == {"type", "page", "height"}
    assert (said["type"], said["page"]) == ("resource-catalog:height", HOST + PAGE)
    assert not course.startswith(origin), "another origin"
    frame = page.frames[1]
    frame.wait_for_function(  # nothing scrolls
        "() => document.scrollingElement.scrollHeight === document.scrollingElement.clientHeight"
    )


def test_the_height_is_sent_again_when_the_width_changes(page: Page, course: str) -> None:
    height = "Math.ceil(document.body.getBoundingClientRect().height)"
    page.set_viewport_size({"width": 900, "height": 700})
    page.goto(f"{course}growing.html")
    frame = page.frames[1]
    wide = frame.evaluate(height)
    page.wait_for_function(f"() => document.querySelector('iframe').height == {wide}")
    page.set_viewport_size({"width": 330, "height": 700})
    frame.wait_for_function(f"() => {height} > {wide}")
    high = frame.evaluate(height)
    page.wait_for_function(f"() => document.querySelector('iframe').height == {high}")


@pytest.mark.parametrize("name", ["plain", "popups"])
def test_links_open_in_a_new_tab(page: Page, course: str, sample: str, name: str) -> None:
    """The course stays where it was, also where its frames may not replace it."""
    found = complaints(page)
    page.goto(f"{course}{name}.html")
    titles = page.frame_locator("iframe").get_by_role("heading", level=2)
    assert titles.count() == len(COLLECTIONS["start"]["entries"])
    with page.context.expect_page() as opened:
        titles.first.get_by_role("link").click()
    opened.value.wait_for_url(f"{sample}resources/zebra/")
    opened.value.close()
    assert page.url == f"{course}{name}.html"
    assert found == []


def test_where_new_tabs_are_forbidden_a_link_opens_in_the_frame(
    page: Page, course: str, sample: str
) -> None:
    page.goto(f"{course}sandboxed.html")
    page.frame_locator("iframe").get_by_role("heading", level=2).first.get_by_role("link").click()
    page.frames[1].wait_for_url(f"{sample}resources/zebra/")
    assert page.url == f"{course}sandboxed.html"


def test_without_a_script_links_open_in_a_new_tab_too(sample_folder: Path) -> None:
    html = (sample_folder / "embed" / PAGE / "index.html").read_text(encoding="utf-8")
    tree = LexborHTMLParser(html)
    assert tree.css_first("base").attributes == {"target": "_blank"}
    assert {link.attributes["rel"] for link in tree.css("a")} == {"noopener"}


def test_it_is_light_and_points_to_its_page(sample_folder: Path) -> None:
    for path in sorted((sample_folder / "embed").rglob("index.html")):
        html = path.read_text(encoding="utf-8")
        tree = LexborHTMLParser(html)
        if tree.css_first("meta[http-equiv=refresh]"):
            continue  # an address that it had before
        whole = path.parent.relative_to(sample_folder / "embed").as_posix() + "/"
        assert (sample_folder / whole / "index.html").is_file()
        assert tree.css_first("link[rel=canonical]").attributes["href"] == HOST + whole
        assert tree.css_first("meta[name=robots]").attributes["content"] == "noindex"
        assert tree.css_first("title").text().endswith("· Sample library")
        assert len(tree.css("link[rel=stylesheet], script")) == 2
        assert not tree.css("header, nav, footer, form, button")
        assert len(html) < 20_000
    assets = list((sample_folder / "assets").glob("*embed*"))
    assert len(assets) == 2
    assert sum(file.stat().st_size for file in assets) < 3_000


def test_it_shows_the_notes_of_a_pack(sample_folder: Path) -> None:
    text = (sample_folder / "embed" / PAGE / "index.html").read_text(encoding="utf-8")
    assert "Count the stripes first." in text


def test_it_is_not_in_the_sitemap(sample_folder: Path) -> None:
    assert "/embed/" not in (sample_folder / "sitemap.xml").read_text(encoding="utf-8")
