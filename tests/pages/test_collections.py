"""Collections: packs on pages of their own, on the pages of their entries, and in the search."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from building import CATALOG
from resource_catalog.loading.checks import open_catalog
from resource_catalog.site.search.search_documents import search_documents
from resource_catalog.site.total_duration import TotalDuration, total_duration
from sample_catalog import COLLECTIONS

START = COLLECTIONS["start"]


def read(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text(encoding="utf-8"))


def words(element: LexborNode | LexborHTMLParser) -> str:
    return " ".join(element.text().split())


def test_a_pack_shows_its_entries_in_order_with_their_notes(sample_folder: Path) -> None:
    page = read(sample_folder / "collections/start/index.html")
    cards = page.css("ol.rc-cards--numbered > li")
    links = [card.css("a")[0].attributes["href"] for card in cards]
    assert links == [f"../../resources/{chosen['id']}/" for chosen in START["entries"]]
    assert "Count the stripes first." in words(cards[0])
    assert "Look whether all of it is shown." in words(cards[1]), "its own use, without a note"
    head = words(page.css(".rc-head")[0])
    assert all(START[key] in head for key in ("title", "audience", "purpose"))


def test_its_way_has_a_stop_for_each(sample_folder: Path) -> None:
    page = read(sample_folder / "collections/start/index.html")
    stops = page.css(".rc-route__stop a")
    assert [stop.attributes["href"] for stop in stops] == [
        f"../../resources/{chosen['id']}/" for chosen in START["entries"]
    ]
    assert words(stops[0].css(".rc-hidden")[0]).startswith("1. Zebra: ")
    assert page.css(".rc-head__cover svg")


def test_no_total_time_is_given_where_most_times_are_unknown(sample_folder: Path) -> None:
    page = read(sample_folder / "collections/start/index.html")
    assert "Total time: not listed." in words(page.css(".rc-paper")[0]), "on paper"


def test_a_total_time_says_what_it_does_not_count(built_site: Path) -> None:
    total = "Total time: 14 min, not counting 1 with no time listed."
    assert any(total in words(read(path)) for path in built_site.glob("*/*/index.html"))


@pytest.mark.parametrize(
    ("duration", "written"),
    [
        (TotalDuration(0, 3), ""),
        (TotalDuration(45, 0), "45 min"),
        (TotalDuration(120, 1), "2 h, not counting 1 with no time listed"),
        (TotalDuration(61, 0), "1 h 1 min"),
        (TotalDuration(75, 1, 45), "45 min to 1 h 15 min, not counting 1 with no time listed"),
    ],
)
def test_a_duration_is_written_in_words(duration: TotalDuration, written: str) -> None:
    assert str(duration) == written


def test_durations_of_real_packs_are_those_of_their_entries() -> None:
    catalog, _ = open_catalog(CATALOG)
    assert catalog is not None
    for collection in catalog.collections.values():
        entries = catalog.entries_in(collection)
        found = total_duration(entries)
        unknown = len([entry for entry in entries if not entry.duration])
        total = 0 if len(entries) < 2 * unknown else sum(entry.minutes or 0 for entry in entries)
        assert (found.minutes, found.unknown) == (total, unknown)


def test_an_entry_names_the_packs_it_is_in(sample_folder: Path) -> None:
    page = read(sample_folder / "resources/ape/index.html")
    (section,) = page.css("section[aria-labelledby=packs]")
    assert words(section) == "In this pack Where to start Newcomers"
    assert not read(sample_folder / "resources/gone/index.html").css("#packs")


def test_the_home_page_and_the_list_lead_to_every_pack(built_site: Path) -> None:
    catalog, _ = open_catalog(CATALOG)
    assert catalog is not None
    assert len(catalog.collections) >= 4
    for path, base in (("index.html", "./"), ("collections/index.html", "../")):
        found = {a.attributes["href"] for a in read(built_site / path).css(".rc-packs a")}
        assert found == {f"{base}collections/{name}/" for name in catalog.collections}


def test_an_old_id_leads_on(sample_folder: Path) -> None:
    stub = (sample_folder / "collections/beginning/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../collections/start/"' in stub


def test_packs_can_be_found(sample_folder: Path) -> None:
    catalog, _ = open_catalog(sample_folder.parent / "catalog")
    assert catalog is not None
    (found,) = [d for d in search_documents(catalog) if d.kind == "collection"]
    assert (found.path, found.title, found.context) == (
        "collections/start/",
        "Where to start",
        "Pack",
    )
    texts = " ".join(text for text, _ in found.texts)
    assert re.search("quokka", texts), "the words of notes count as well"


def test_packs_are_in_the_sitemap(sample_folder: Path) -> None:
    sitemap = (sample_folder / "sitemap.xml").read_text(encoding="utf-8")
    assert "/collections/</loc>" in sitemap
    assert "/collections/start/</loc>" in sitemap
