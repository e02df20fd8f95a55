"""Tools all over the site: wherever an entry may stand, a tool may, and leads to its own page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import build
from opened_site import open_folder
from resource_catalog.site.search.search_documents import search_documents
from sample_catalog import write_catalog
from sites import TOOL_SAMPLES, with_tools


def page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def links(site: Path, path: str, within: str = "body") -> set[str]:
    return {
        (link.attributes["href"] or "").replace("../", "")
        for link in page(site, path).css(f"{within} a[href]")
    }


@pytest.mark.parametrize("path", ["phases/first/", "stages/early/", "phases/first/early/"])
def test_the_pages_of_its_terms_offer_it_above_their_resources(
    tools_folder: Path, path: str
) -> None:
    (section,) = page(tools_folder, path).css('section[aria-labelledby="tools"]')
    assert "Do it here" in section.text()
    assert "tools/pilot-dates/" in links(tools_folder, path, 'section[aria-labelledby="tools"]')


def test_its_page_leads_on_and_says_where_its_content_is_from(tools_folder: Path) -> None:
    found = page(tools_folder, "tools/pilot-dates/")
    heading = found.css_first("h1")
    assert heading is not None
    assert heading.text() == 'Pilot <dates> & "more"'
    assert {"tools/", "resources/unlocated/", "resources/zebra/", "phases/first/"} <= links(
        tools_folder, "tools/pilot-dates/"
    )
    assert "A guide: Dates" in (found.body.text() if found.body else "")
    assert "tools/pilot-dates/" in links(tools_folder, "tools/", ".rc-tools")
    assert "tools/pilot-dates/" in (tools_folder / "tools/old-dates/index.html").read_text()


def test_data_feeds_and_the_search_have_it(tools_folder: Path, tmp_path: Path) -> None:
    data = json.loads((tools_folder / "data/catalog.json").read_text(encoding="utf-8"))
    (tool,) = [tool for tool in data["tools"] if tool["id"] == "pilot-dates"]
    assert tool["kind"] == "timeline"
    assert tool["stands_for"] == ["unlocated"]
    assert tool["url"].endswith("/tools/pilot-dates/")
    assert [step["id"] for step in tool["milestones"]][:2] == ["invite", "meet"]
    assert "pilot-dates" not in [entry["id"] for entry in data["entries"]]
    feed = json.loads((tools_folder / "feeds/phases/first.json").read_text(encoding="utf-8"))
    (news,) = [item for item in feed["items"] if item["_catalog"]["entry"] == "pilot-dates"]
    assert news["url"].endswith("/tools/pilot-dates/")
    assert news["_catalog"]["path"] == "tools/pilot-dates/"
    (names,) = tools_folder.glob("search/*/names.js")
    columns = json.loads(names.read_text(encoding="utf-8")[len('rcSearch("names",') : -2])
    (number,) = [n for n in columns["tools"] if "Pilot" in columns["titles"].split("\n")[n]]
    assert number not in columns["closed"]
    found = search_documents(open_folder(with_tools(tmp_path / "catalog")).catalog)
    (document,) = [d for d in found if d.path == "tools/pilot-dates/"]
    assert "When is there time? Think of tests." in document.texts[-1][0]
    shelves = "".join(path.read_text() for path in tools_folder.glob("shelf/part-*.js"))
    assert '"path":"tools/pilot-dates/"' in shelves


def test_a_pack_a_sequence_and_a_question_may_name_it(tmp_path: Path) -> None:
    vocabularies = {
        "phases": {"terms": [{"id": "first", "label": "First", "sequence": ["pilot-dates"]}]},
        "stages": {
            "terms": [
                {
                    "id": "early",
                    "label": "Early",
                    "questions": [{"text": "When?", "entries": ["pilot-dates"]}],
                }
            ]
        },
    }
    entries = {name: {"title": name, "related": ["pilot-dates"]} for name in ("unlocated", "zebra")}
    folder = write_catalog(tmp_path / "catalog", entries, vocabularies)
    (folder / "tools").mkdir()
    text = (TOOL_SAMPLES / "pilot-dates.yml").read_text(encoding="utf-8")
    (folder / "tools/pilot-dates.yml").write_text(text)
    (folder / "collections").mkdir()
    (folder / "collections/start.yml").write_text(
        "title: Start\npurpose: Begin.\nentries:\n- id: pilot-dates\n  note: First of all.\n"
    )
    built = build(folder, tmp_path / "site")
    assert built.returncode == 0, built.stderr
    for path in ("collections/start/", "phases/first/", "stages/early/", "resources/zebra/"):
        assert "tools/pilot-dates/" in links(tmp_path / "site", path), path
    assert not page(tmp_path / "site", "phases/first/").css('section[aria-labelledby="tools"]')


def test_without_tools_nothing_speaks_of_them(sample_folder: Path) -> None:
    assert not (sample_folder / "tools").exists()
    assert "tools" not in json.loads((sample_folder / "data/catalog.json").read_text())
    html = (sample_folder / "phases/first/index.html").read_text(encoding="utf-8")
    assert not re.search("Do it here|>Tools<", html)
