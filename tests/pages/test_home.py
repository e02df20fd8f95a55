"""The parts of the home page: which of them are there, and in which order."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import ROOT
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.records.identity import HOME_PARTS
from resource_catalog.pages.home import home_page
from resource_catalog.pages.rendering.renderer import Renderer
from resource_catalog.site.site import Site
from sample_catalog import IDENTITY, VOCABULARIES, write_catalog

TERMS = [{"id": name, "label": name.title()} for name in ("first", "second", "third")]
PHASES = {"label": "Phases", "singular": "Phase", "terms": TERMS}
STAGES = {
    "label": "Stages",
    "terms": [{"id": "early", "label": "Early", "tasks": [{"text": "Begin"}]}],
}
ENTRIES = {
    "zebra": {
        "title": "Zebra",
        "phases": ["first"],
        "stages": ["early"],
        "topics": ["maps"],
        "added": "2026-11-01",
    }
}
TOPICS = {"label": "Topics", "singular": "Topic", "terms": [{"id": "maps", "label": "Maps"}]}


def parts_shown(folder: Path, **identity: Any) -> list[str]:
    """The parts of the home page of a catalog that has something for each."""
    vocabularies = {**VOCABULARIES, "phases": PHASES, "stages": STAGES, "topics": TOPICS}
    packs = {"start": {"title": "Start", "purpose": "Begin.", "entries": [{"id": "zebra"}]}}
    write_catalog(folder, ENTRIES, vocabularies, {**IDENTITY, **identity}, packs)
    asked = '{"situations": [{"id": "why", "question": "Why?", "answer": "See."}]}'
    (folder / "situations.yml").write_text(asked, encoding="utf-8")
    catalog, problems = open_catalog(folder)
    assert catalog, problems
    moment = datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC)
    statuses = LinkStatuses(catalog, moment.date())
    site = Site(catalog, statuses, "https://example.org/".__add__, moment)
    html = Renderer(ROOT / "overrides" / "catalog", site).html(home_page(site))
    page = LexborHTMLParser(html)
    assert page.css_first("h1")
    sections = [str(node.attributes["aria-labelledby"]) for node in page.css("section")]
    return ["ring", *sections] if page.css_first("nav.rc-ring") else sections


@pytest.mark.parametrize(
    ("identity", "shown"),
    [
        ({}, [*HOME_PARTS]),
        ({"home": ["other", "new", "ring", "matrix"]}, ["ring", "other", "new", "matrix"]),
        ({"home": ["stages"]}, ["stages"]),
    ],
)
def test_the_home_page_has_the_parts_that_the_catalog_names(
    tmp_path: Path, identity: dict[str, Any], shown: list[str]
) -> None:
    assert parts_shown(tmp_path, **identity) == shown


def test_each_part_but_the_ring_has_a_template() -> None:
    folder = ROOT / "overrides" / "catalog" / "parts" / "home"
    assert {path.stem for path in folder.glob("*.html")} == {*HOME_PARTS} - {"ring"}
