"""Gaps: everything that is missing is found, nothing else is, and each has a way to help."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import CATALOG, ROOT, build
from resource_catalog.loading.checks import open_catalog
from resource_catalog.site.gap_rules import empty_cells, missing_facts, sparse_terms
from sample_catalog import ENTRIES, VOCABULARIES, Fields, write_catalog
from sites import EDIT

FULL: Fields = {
    "type": "report",
    "phases": ["first", "second"],
    "stages": ["early", "late"],
    "audiences": ["staff"],
    "summary": "What it is.",
    "recommended_use": "Read it.",
    "published": "2020",
    "accessibility": ["captions"],
    "access": "open",
}


def full(number: int) -> Fields:
    return {**FULL, "title": f"Full {number}", "links": [{"url": f"https://example.org/{number}"}]}


def found(folder: Path) -> tuple[set[tuple[str, str]], dict[str, set[str]], dict[str, list[str]]]:
    """Empty cells, missing facts and sparse terms of a catalog, by their ids."""
    catalog, problems = open_catalog(folder)
    assert catalog is not None, problems
    return (
        {(phase.id, stage.id) for phase, stage in empty_cells(catalog)},
        {fact.name: {entry.id for entry in fact.entries} for fact in missing_facts(catalog)},
        {v.id: [term.id for term in terms] for v, terms in sparse_terms(catalog)},
    )


def test_a_full_catalog_has_no_gaps(tmp_path: Path) -> None:
    entries = {f"full-{number}": full(number) for number in range(3)}
    assert found(write_catalog(tmp_path / "catalog", entries)) == (set(), {}, {})


def test_an_empty_catalog_has_nothing_but_empty_cells_and_sparse_terms(tmp_path: Path) -> None:
    cells, facts, thin = found(write_catalog(tmp_path / "catalog", {}))
    assert (len(cells), facts, thin) == (4, {}, {"audiences": ["staff"]})


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("addresses", {"access": "unlocated", "links": []}),
        ("contacts", {"access": "on-request", "request_from": "unknown"}),
        ("access", {"access": None}),
        ("places", {"phases": [], "stages": []}),
        ("uses", {"recommended_use": None}),
        ("audiences", {"audiences": []}),
        ("dates", {"published": None}),
        ("accessibility", {"accessibility": []}),
    ],
)
def test_each_missing_fact_is_found_alone(tmp_path: Path, name: str, change: Fields) -> None:
    entries = {f"full-{number}": full(number) for number in range(4)}
    poor = {
        key: value
        for key, value in {**full(9), **change}.items()
        if value is not None or key == "access"
    }
    gone = {**poor, "title": "Retired", "retired": {"on": "2026-01-01", "why": "Old."}}
    gone["links"] = [{**link, "url": f"{link['url']}/old"} for link in gone["links"]]
    folder = write_catalog(tmp_path / "catalog", {**entries, "poor": poor, "gone": gone})
    assert found(folder) == (set(), {name: {"poor"}}, {})


@pytest.mark.parametrize(
    ("terms", "about"),
    [
        ({}, "People browsing by phases or by stages won’t find these."),
        (
            {"type": None, "audiences": []},
            "These can only be found by searching: they aren’t in any group.",
        ),
    ],
)
def test_only_what_has_no_term_at_all_is_called_hard_to_find(
    tmp_path: Path, terms: Fields, about: str
) -> None:
    lost = {**full(9), "phases": [], "stages": [], **terms}
    entries = {"lost": lost, **{f"full-{number}": full(number) for number in range(4)}}
    catalog, problems = open_catalog(write_catalog(tmp_path / "catalog", entries))
    assert catalog is not None, problems
    (found_about,) = (f.about for f in missing_facts(catalog) if f.name == "places")
    assert found_about == about


def test_each_gap_has_a_way_to_help(mendable: Path) -> None:
    catalog, _ = open_catalog(CATALOG)
    items = re.findall(r'<li class="rc-folded__item">(.*?)</li>', _page(mendable), re.DOTALL)
    number = sum(fact.number for fact in missing_facts(catalog)) + len(empty_cells(catalog))
    number += sum(len(terms) for _, terms in sparse_terms(catalog))
    assert len(items) == number
    for item in items:
        if 'id="no-' in item:
            continue  # of no entry: there is none to mend
        links = re.findall(r'href="([^"]*)"[^>]*>(.*?)</a>', item)
        words = [re.findall(r">([^<]+)<", label)[0] for _, label in links[1:]]
        assert words in (
            ["Suggest something"],
            ["Edit its file", "Tell us"],
            ["Search the web", "Edit its file", "Tell us"],
        )


def test_the_ways_lead_where_they_say(mendable: Path) -> None:
    catalog, _ = open_catalog(CATALOG)
    page = _page(mendable).replace("&amp;", "&").replace("&#34;", '"')
    phase, stage = empty_cells(catalog)[0]
    assert f'href="../../contribute/suggest/?phase={phase.id}&stage={stage.id}"' in page
    lost = next(fact for fact in missing_facts(catalog) if fact.name == "addresses").entries[0]
    path = f"{CATALOG.relative_to(ROOT).as_posix()}/entries/{lost.id}.yml"
    assert f'href="{urljoin(EDIT, "..")}{path}"' in page
    asked = [
        parse_qs(urlsplit(url).query) for url in re.findall(r'href="([^"]*issues/new[^"]*)"', page)
    ]
    assert any(
        question["title"][0] == f"Link missing: “{lost.title}”"
        and f"/resources/{lost.id}/" in question["body"][0]
        for question in asked
    )


def test_without_settings_the_page_says_how_to_help(built_site: Path) -> None:
    page = _page(built_site)
    assert "Edit its file" not in page
    assert 'href="../../contribute/#complete-an-entry"' in page


def test_an_email_address_is_a_way_where_there_is_one(tmp_path: Path) -> None:
    identity = {"title": "Sample library", "email": "library@example.org"}
    folder = write_catalog(tmp_path / "catalog", ENTRIES, VOCABULARIES, identity)
    site = tmp_path / "site"
    built = build(folder, site)
    assert built.returncode == 0, built.stderr
    assert 'href="mailto:library@example.org?subject=Link%20missing' in _page(site)
    suggest = (site / "contribute" / "suggest" / "index.html").read_text(encoding="utf-8")
    assert "mailto:library@example.org" in suggest


def test_a_long_list_says_how_many_more_there_are_and_where(tmp_path: Path) -> None:
    """The page stays of a size, however much is missing."""
    entries = {f"full-{number}": {**full(number), "accessibility": []} for number in range(70)}
    entries["full-70"] = full(70)
    site = tmp_path / "site"
    built = build(write_catalog(tmp_path / "catalog", entries), site)
    assert built.returncode == 0, built.stderr
    page = LexborHTMLParser(_page(site))
    (section,) = page.css("section[aria-labelledby=no-accessibility]")
    assert section.css_first("h2 span").text() == "70"
    assert len(section.css("li")) == 60
    assert section.css_first("summary").text() == "64 more"
    rest = section.css_first(".rc-folded__rest")
    assert rest.text().startswith("The other 10 appear here")
    assert rest.css_first("a").attributes["href"] == "../../data/"


def _page(site: Path) -> str:
    return (site / "contribute" / "gaps" / "index.html").read_text(encoding="utf-8")
