"""What people ask: on its own page, the home page, phases and resources, and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from opened_site import open_folder, rendered
from resource_catalog.exports import catalog_json
from resource_catalog.pages.page_registry import all_pages
from resource_catalog.site.search.search_documents import search_documents
from resource_catalog.site.site import Site
from sample_catalog import write_catalog

SITUATIONS: list[dict[str, Any]] = [
    {
        "id": "no-time",
        "question": "Who has <time> for this?",
        "also_asked": ["workload, hours"],
        "answer": "Begin with a few & see.",
        "phase": "second",
        "start": "lost",
        "then": ["near", "zebra"],
        "aliases": ["too-busy"],
    },
    {"id": "anything", "question": "And else?", "answer": "Ask.", "then": ["near"]},
    *(
        {"id": f"more-{n}", "question": f"What is {n}?", "answer": "This.", "phase": "first"}
        for n in range(6)
    ),
]


def opening(name: str) -> dict[str, Any]:
    link = {"url": f"https://example.org/{name}"}
    return {"title": name.title(), "links": [link], "access": "open"}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    entries = {"lost": {"title": "Lost"}, "near": opening("near"), "zebra": opening("zebra")}
    folder = write_catalog(tmp_path / "catalog", entries)
    text = json.dumps({"situations": SITUATIONS})
    (folder / "situations.yml").write_text(text, encoding="utf-8")
    return open_folder(folder)


def words(text: str) -> str:
    return " ".join(text.split())


def test_each_has_an_answer_a_start_and_more_under_its_own_address(site: Site) -> None:
    pages = {page.path: page for page in all_pages(site)}
    page = rendered(pages["situations/"], site)
    assert [node.text() for node in page.css("h2")] == ["First", "Second", "At any time"]
    one = page.css_first("#no-time")
    assert one.css_first("h3").text() == "Who has <time> for this?"
    assert [node.text() for node in one.css("h4")] == ["Start here", "Then"]
    assert "Begin with a few & see." in one.text()
    assert "It cannot be opened now. Use this instead: Near" in words(one.text())
    addresses = [link.attributes["href"] for link in one.css("a")]
    assert addresses == [f"../resources/{name}/" for name in ("lost", "near", "near", "zebra")]
    assert one.css("#too-busy")
    assert [node.text() for node in page.css_first("#anything").css("h4")] == ["What helps"]
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))


def test_home_phases_and_resources_lead_to_them(site: Site) -> None:
    pages = {page.path: rendered(page, site) for page in all_pages(site)}
    links = [link.attributes["href"] for link in pages[""].css(".rc-asked a")]
    assert len(links) == 3
    assert links[0] == "./situations/#no-time"
    assert pages[""].css_first(".rc-section__all").text() == "All 8 questions"
    phase = pages["phases/second/"].css_first("section[aria-labelledby=situations]")
    assert [a.attributes["href"] for a in phase.css(".rc-asked a")] == ["../../situations/#no-time"]
    assert "Begin with a few & see." in phase.text()
    asked = pages["resources/near/"].css_first("section[aria-labelledby=asked]")
    assert [a.text() for a in asked.css("a")] == ["Who has <time> for this?", "And else?"]


def test_programs_and_the_search_have_them(site: Site) -> None:
    (file,) = catalog_json.files(site)
    first, second, *_ = json.loads(file.content)["situations"]
    assert first == {
        **SITUATIONS[0],
        "sources": [],
        "url": "https://example.org/situations/#no-time",
    }
    assert (second["phase"], second["start"], second["aliases"]) == (None, None, [])
    found = [doc for doc in search_documents(site.catalog) if doc.kind == "situation"]
    assert found[0].path == "situations/#no-time"
    assert ("workload, hours", 8) in found[0].texts


def test_a_catalog_without_the_file_has_none_of_it(tmp_path: Path) -> None:
    site = open_folder(write_catalog(tmp_path / "catalog", {"near": opening("near")}))
    pages = {page.path: page for page in all_pages(site)}
    assert "situations/" not in pages
    assert not rendered(pages[""], site).css(".rc-asked")
    (file,) = catalog_json.files(site)
    assert json.loads(file.content)["situations"] == []
