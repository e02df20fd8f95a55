"""The page of an entry: what it shows of links, access and the entry's own facts."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from resource_catalog.links.record.link_selection import all_targets
from resource_catalog.loading.catalog_folder import load
from sample_catalog import ENTRIES, PICTURE, write_sample


@pytest.fixture(scope="module")
def page(sample_folder: Path) -> LexborHTMLParser:
    """The page of the entry that has everything."""
    html = (sample_folder / "resources/everything/index.html").read_text(encoding="utf-8")
    return LexborHTMLParser(html)


def facts(page: LexborHTMLParser) -> dict[str, str]:
    """The texts of the rows, by their labels."""
    rows = page.css(".rc-facts > div")
    return {
        row.css_first("dt").text(): " ".join(row.css_first("dd").text().split()) for row in rows
    }


def test_a_link_with_a_label_is_called_by_it(page: LexborHTMLParser) -> None:
    assert facts(page)["Source code"] == "example.net web page"
    assert "Also at" not in facts(page)
    assert facts(page)["Web page about it"] == "example.com web page"


def test_whom_to_ask_is_shown_with_every_access(page: LexborHTMLParser) -> None:
    notes = [node.text() for node in page.css(".rc-open__host")]
    assert "Paid." in notes
    assert "Whom to ask: The press office" in notes


def test_the_body_is_shown_with_its_links_and_pictures(
    page: LexborHTMLParser, sample_folder: Path
) -> None:
    body = page.css_first(".rc-body")
    assert [node.text() for node in body.css("h2")] == ["Steps"]
    links = {a.text(): (a.attributes["href"], a.attributes.get("rel")) for a in body.css("a")}
    outside = "external noopener noreferrer"
    assert links["the notes"] == ("https://example.org/notes", outside)
    assert links["Zebra"] == ("../zebra/", None)
    image = body.css_first("img").attributes
    assert image["alt"] == "A striped square"
    path = (sample_folder / "resources/everything" / str(image["src"])).resolve()
    assert path == sample_folder.resolve() / "assets/pictures/stripes.png"
    assert path.read_bytes() == PICTURE


def test_the_search_finds_words_of_the_body(sample_folder: Path) -> None:
    scripts = [p.read_text(encoding="utf-8") for p in sample_folder.glob("search/*/[0-9]*.js")]
    assert any("wolverine" in text for text in scripts)


def test_the_body_is_in_the_files_for_programs_as_it_was_written(sample_folder: Path) -> None:
    data = json.loads((sample_folder / "data/catalog.json").read_text(encoding="utf-8"))
    bodies = {entry["id"]: entry["body"] for entry in data["entries"]}
    assert bodies["everything"] == ENTRIES["everything"]["body"]
    assert bodies["ape"] is None
    with (sample_folder / "data/catalog.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream)}
    assert rows["everything"]["body"] == ENTRIES["everything"]["body"]


def test_the_links_of_a_body_are_watched(tmp_path: Path) -> None:
    loaded = load(write_sample(tmp_path / "sample"))
    found = {target.url: target for target in all_targets(loaded)}
    notes = found["https://example.org/notes"]
    assert (notes.entry, notes.line > 1) == ("everything", True)
    watched = {link.url for link in loaded.catalog.entries["everything"].watched_links}
    assert "https://example.org/notes" in watched


def test_the_facts_that_decide_stand_below_the_title(page: LexborHTMLParser) -> None:
    strip = [" ".join(item.text().split()) for item in page.css("header .rc-strip > li")]
    entry = ENTRIES["everything"]
    assert entry["published"][:4] in strip
    assert entry["duration"] in strip
    assert "Paid" in strip
    assert (
        page.css_first("header .rc-strip [class*=rc-hue] a")
        .attributes["href"]
        .startswith("../../phases/")
    )


def test_what_follows_in_a_phase_is_at_the_foot(sample_folder: Path) -> None:
    """What can be opened next in the order of the phase; at the end, the phase."""
    data = json.loads((sample_folder / "data/catalog.json").read_text(encoding="utf-8"))
    opens = {e["id"]: any(link["state"] != "dead" for link in e["links"]) for e in data["entries"]}
    (phase,) = (phase for phase in data["phases"] if phase["id"] == "first")
    for place, name in enumerate(phase["entries"]):
        html = (sample_folder / f"resources/{name}/index.html").read_text(encoding="utf-8")
        foot = LexborHTMLParser(html).css_first("nav.rc-cycle a")
        following = next((e for e in phase["entries"][place + 1 :] if opens[e]), None)
        where = f"resources/{following}/" if following else "phases/first/"
        assert foot.attributes["href"] == f"../../{where}"


def test_on_paper_it_has_its_address_and_a_code(sample_folder: Path) -> None:
    html = (sample_folder / "resources/zebra/index.html").read_text(encoding="utf-8")
    page = LexborHTMLParser(html)
    assert page.css_first(".rc-handout svg path")
    assert page.css_first(".rc-handout__address").text().endswith("/resources/zebra")
