"""Lists say how many of their entries open, and show these first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from opened_site import open_folder, rendered
from resource_catalog.pages.page_registry import all_pages
from sample_catalog import write_catalog

LOST: dict[str, Any] = {"phases": ["first"], "stages": ["early"], "audiences": ["staff"]}


def opening(name: str) -> dict[str, Any]:
    return {**LOST, "links": [{"url": f"https://example.org/{name}"}], "access": "open"}


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, LexborHTMLParser]:
    """The pages with lists of a catalog in which the second of three entries does not open."""
    terms = [
        {"id": "first", "label": "First", "sequence": ["b", "a", "c"]},
        {"id": "second", "label": "Second", "also_useful": ["c", "b"]},
    ]
    entries = {"a": {**LOST, "title": "A", "instead": ["b"]}, "b": opening("b"), "c": opening("c")}
    pack = {"start": {"title": "S", "purpose": "P.", "entries": [{"id": "a"}, {"id": "b"}]}}
    folder = write_catalog(
        tmp_path / "catalog",
        entries,
        {"phases": {"label": "Phases", "terms": terms}},
        collections=pack,
    )
    site = open_folder(folder)
    return {page.path: rendered(page, site) for page in all_pages(site)}


def order(page: LexborHTMLParser, part: str = "#resources ~ .rc-cards") -> list[str]:
    links = page.css(f"{part} .rc-card__link")
    return [str(link.attributes["href"]).split("/")[-2] for link in links]


def test_facet_lists_put_what_opens_first(pages: dict[str, LexborHTMLParser]) -> None:
    assert order(pages["stages/early/"]) == ["b", "c", "a"]
    assert order(pages["audiences/staff/"]) == ["b", "c", "a"]
    assert order(pages["browse/"], "[data-rc-results]") == ["b", "c", "a"]


@pytest.mark.parametrize("path", ["phases/first/", "phases/first/early/"])
def test_a_phase_keeps_its_order_with_a_line_for_what_does_not_open(
    pages: dict[str, LexborHTMLParser], path: str
) -> None:
    page = pages[path]
    assert order(page) == ["b", "a", "c"]
    lines = page.css(".rc-card--closed")
    assert [" ".join(line.text(separator=" ").split()) for line in lines] == [
        "A Report Link missing Use this instead: b"
    ]
    assert str(lines[0].css("a")[1].attributes["href"]).endswith("../resources/b/")
    assert len(page.css(".rc-card__why")) == 2


def test_counts_say_how_many_open(pages: dict[str, LexborHTMLParser]) -> None:
    home = pages[""]
    assert [node.text() for node in home.css(".rc-matrix__all")] == [
        "2 of 3 open",
        "No resources · 2 also useful",
    ]
    assert home.css_first(".rc-packs__more").text() == "1 of 2 open"
    for path in ("phases/first/", "stages/early/", "audiences/staff/", "collections/start/"):
        assert "of 2 open" in pages[path].text() or "2 of 3 open" in pages[path].text()


def test_what_is_missing_begins_with_how_much_opens(pages: dict[str, LexborHTMLParser]) -> None:
    page = pages["contribute/gaps/"]
    key = page.css(".rc-parts__label")
    assert [" ".join(item.text().split()) for item in key] == ["2 open", "1 link missing"]
    bar = page.css_first(".rc-parts__bar")
    assert bar.attributes["viewBox"] == "0 0 3 1"
    assert [(r.attributes["x"], r.attributes["width"]) for r in bar.css("rect")] == [
        ("0", "2"),
        ("2", "1"),
    ]


def test_what_is_also_useful_stands_apart(pages: dict[str, LexborHTMLParser]) -> None:
    page = pages["phases/second/"]
    assert order(page) == []
    assert order(page, "#also-useful ~ .rc-cards") == ["c", "b"]
    assert page.css_first("#resources").text() == "No resources"
    assert not pages["phases/first/"].css("#also-useful")


def test_where_nothing_opens_nothing_is_said_of_it(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path / "catalog", {"a": LOST, "b": LOST})
    site = open_folder(folder)
    texts = {page.path: rendered(page, site) for page in all_pages(site)}
    assert "2 resources" in texts[""].text()
    assert " open" not in texts["phases/first/"].css_first("section").text()
    assert not texts["phases/first/"].css(".rc-card--closed")
