"""The parts of the home page: which of them are there, and in which order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import ROOT
from opened_site import open_folder, rendered
from resource_catalog.model.records.catalog_settings import HOME_PARTS
from resource_catalog.pages.home import browse_pages, home_page
from sample_catalog import IDENTITY, VOCABULARIES, write_catalog
from sites import TOOL_SAMPLES

TERMS = [{"id": name, "label": name.title()} for name in ("first", "second", "third")]
PHASES = {"label": "Phases", "singular": "Phase", "terms": TERMS}
STAGES = {
    "label": "Stages",
    "terms": [{"id": "early", "label": "Early", "tasks": [{"text": "Begin"}]}],
}
TAGS = {"phases": ["first"], "stages": ["early"], "topics": ["maps"]}
LINKS = [{"url": "https://example.org/z"}]
ENTRIES = {
    "zebra": {"title": "Zebra", **TAGS, "added": "2026-11-01", "links": LINKS, "access": "open"},
    "yak": {"title": "Yak", **TAGS, "added": "2026-11-02"},
    "ape": {"title": "Ape", **TAGS, "added": "2026-11-01"},
}
TOPICS = {
    "label": "Topics",
    "singular": "Topic",
    "terms": [{"id": "maps", "label": "Maps"}, {"id": "bare", "label": "Bare"}],
}


def home_of(folder: Path, entries: dict[str, Any] = ENTRIES, **identity: Any) -> LexborHTMLParser:
    """The home page of a catalog that has something for each part."""
    vocabularies = {**VOCABULARIES, "phases": PHASES, "stages": STAGES, "topics": TOPICS}
    packs = {"start": {"title": "Start", "purpose": "Begin.", "entries": [{"id": "zebra"}]}}
    write_catalog(folder, entries, vocabularies, {**IDENTITY, **identity}, packs)
    asked = '{"situations": [{"id": "why", "question": "Why?", "answer": "See."}]}'
    (folder / "situations.yml").write_text(asked, encoding="utf-8")
    (folder / "tools").mkdir()
    tool = (TOOL_SAMPLES / "statements.yml").read_text(encoding="utf-8")
    kept = [line for line in tool.splitlines() if not line.startswith(("stands_for", "related"))]
    (folder / "tools" / "statements.yml").write_text(
        "\n".join([*kept, "added: 2026-11-03"]), encoding="utf-8"
    )
    site = open_folder(folder)
    return rendered(home_page(site), site)


def parts_of(page: LexborHTMLParser) -> list[str]:
    """What is at the head of the page, then the parts below it; those in one row joined."""
    head = {"ring": "nav.rc-ring", "search": ".rc-seek", "check": ".rc-check-way"}
    found = [part for part, selector in head.items() if page.css(f".rc-hero {selector}")]
    for row in page.css(".rc-row"):
        sections = row.css("section")
        found.append("+".join(s.attributes.get("aria-labelledby") or "search" for s in sections))
    return found


@pytest.mark.parametrize(
    ("identity", "shown"),
    [
        ({}, "ring search check situations packs+tools stages+matrix new other"),
        ({"home": ["other", "new", "ring", "matrix"]}, "ring other new matrix"),
        ({"home": ["check", "search", "phases"]}, "search check phases"),
        ({"home": ["matrix", "stages", "search", "check"]}, "matrix+stages search check"),
        ({"home": ["stages"]}, "stages"),
    ],
)
def test_the_home_page_has_the_parts_that_the_catalog_names(
    tmp_path: Path, identity: dict[str, Any], shown: str
) -> None:
    page = home_of(tmp_path, **identity)
    assert page.css_first("h1")
    assert parts_of(page) == shown.split()


def test_everything_is_as_many_on_the_home_page_as_in_the_list(tmp_path: Path) -> None:
    """Tools are in the list of everything, so they count wherever its number is said."""
    way = home_of(tmp_path).css_first('.rc-hero__ways a[href="./browse/"]')
    assert way.text() == "Browse all 4 resources"
    site = open_folder(tmp_path)
    (browse,) = browse_pages(site)
    assert browse.description.startswith("4 resources, ")
    assert json.loads(browse.structured_data())["numberOfItems"] == 4
    assert len(rendered(browse, site).css("[data-rc-results] .rc-card")) == 4


def test_each_part_but_the_ring_has_a_template() -> None:
    folder = ROOT / "overrides" / "catalog" / "parts" / "home"
    assert {path.stem for path in folder.glob("*.html")} == {*HOME_PARTS} - {"ring"}


def test_what_opens_comes_first_among_what_is_new(tmp_path: Path) -> None:
    page = home_of(tmp_path, home=["new"])
    assert [a.text() for a in page.css(".rc-card__link")] == ["Statements", "Yak", "Zebra"]
    page = home_of(tmp_path / "b", home=["new", "tools"])
    assert [a.text() for a in page.css(".rc-card__link")] == ["Yak", "Zebra", "Ape"]


def test_nothing_is_new_where_all_came_in_on_one_day(tmp_path: Path) -> None:
    entries = {name: {**entry, "added": "2026-11-01"} for name, entry in ENTRIES.items()}
    assert "new" not in parts_of(home_of(tmp_path, entries))


def test_the_headline_is_the_promise(tmp_path: Path) -> None:
    page = home_of(tmp_path / "a", tagline="Find it", explainer="A map is a picture.")
    assert page.css_first("h1").text() == "Find it"
    assert not page.css(".rc-hero__tagline, .rc-hero__text")
    assert page.css_first(".rc-hero__explainer").text() == "A map is a picture."
    words = {"home.headline": "Go one-two-three to self-check"}
    page = home_of(
        tmp_path / "b",
        tagline="Find it",
        words=words,
        explainer="See.",
        explainer_entry="zebra",
    )
    assert page.css_first("h1").html == (
        '<h1 class="rc-hero__title" id="title" dir="auto">'
        'Go one-two-three to <span class="rc-together">self-check</span></h1>'
    )
    assert page.css_first(".rc-hero__tagline").text() == "Find it"
    assert page.css_first(".rc-hero__explainer a").attributes["href"] == "./resources/zebra/"


def test_a_place_shows_what_opens(tmp_path: Path) -> None:
    page = home_of(tmp_path)
    (first,) = page.css("a[href='./phases/first/early/']")
    assert first.attributes["aria-label"] == "1 of 3 open: First, Early"
    assert [dot.attributes["class"] for dot in first.css("i")] == [
        "rc-matrix__dot",
        "rc-matrix__dot rc-matrix__dot--closed",
        "rc-matrix__dot rc-matrix__dot--closed",
    ]
    (gap,) = page.css("a[href='./phases/second/early/']")
    assert gap.text(strip=True) == "none yet"


@pytest.mark.parametrize(("terms", "expected"), [(6, "0 1 2 3 4 5"), (7, "6 5 4 3 2")])
def test_all_terms_stand_in_their_order_and_of_many_the_fullest(
    tmp_path: Path, terms: int, expected: str
) -> None:
    topics = {"label": "Levels", "terms": [{"id": f"l{n}", "label": str(n)} for n in range(terms)]}
    entries = {
        f"e{n}-{k}": {"title": f"E{n}-{k}", "topics": [f"l{n}"]}
        for n in range(terms)
        for k in range(n + 1)
    }
    write_catalog(tmp_path, entries, {"topics": topics}, {"title": "T"})
    site = open_folder(tmp_path)
    page = rendered(home_page(site), site)
    shown = [node.text() for node in page.css('.rc-ways li a[href*="topics/l"]')]
    assert shown == expected.split()
    # Only where a link leads to all terms may a narrow screen show fewer.
    assert bool(page.css(".rc-ways .rc-more[href*=topics]")) == (terms > 6)
    css = (ROOT / "overrides/css/pages/term-lists.css").read_text(encoding="utf-8")
    assert ".rc-ways .rc-terms:has(.rc-more) > li:nth-child(n + 4):not(:last-child)" in css


@pytest.mark.parametrize(
    ("labels", "is_long"),
    [
        (["Ready to plan", "Ready to launch", "Ready to implement"], False),
        (["Débutant", "Intermédiaire", "Expérimenté"], True),
    ],
)
def test_long_headings_of_the_table_stand_upright_on_a_phone(
    tmp_path: Path, labels: list[str], is_long: bool
) -> None:
    terms = [{"id": f"s{n}", "label": label} for n, label in enumerate(labels)]
    vocabularies = {"phases": PHASES, "stages": {"label": "Stages", "terms": terms}}
    write_catalog(
        tmp_path, {"a": {"title": "A", "phases": ["first"]}}, vocabularies, {"title": "T"}
    )
    site = open_folder(tmp_path)
    page = rendered(home_page(site), site)
    assert len(page.css(".rc-matrix")) == 1
    assert bool(page.css(".rc-matrix--long")) == is_long
