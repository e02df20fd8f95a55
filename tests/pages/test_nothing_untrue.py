"""Pages of any catalog: its own words, and nothing about what it does not have."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from opened_site import rendered, renderer_of
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.field_types.accessibility import (
    ACCESSIBILITY_FEATURES,
    USUAL_FEATURES,
)
from resource_catalog.pages import facets, gaps, home, link_health, suggest
from resource_catalog.pages.page import Page
from resource_catalog.pages.rendering.drawings.phase_ring import centre
from resource_catalog.site.site import Site
from resource_catalog.site.suggest.suggest_form import entry_form
from sample_catalog import write_catalog

NOUN = "Groups of research methods in teams"


def site_of(folder: Path, label: str = "Groups", **more: Any) -> Site:
    """Four entries in three groups; ``more`` is added to the first entry."""
    groups = {
        "label": label,
        "singular": "Group",
        "terms": [{"id": name, "label": name.title()} for name in ("see", "think", "make")],
    }
    entries = {
        name: {
            "title": name.title(),
            "phases": ["see"],
            "access": "open",
            "links": [{"url": f"https://example.org/{name}"}],
        }
        for name in ("ask", "look", "draw", "sort")
    }
    entries["ask"].update(more)
    folder = write_catalog(folder / "catalog", entries, {"phases": groups}, {"title": "Methods"})
    catalog, problems = open_catalog(folder)
    assert catalog, problems
    moment = datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC)
    statuses = LinkStatuses(catalog, moment.date())
    return Site(catalog, statuses, "https://example.org/".__add__, moment)


def pages_of(site: Site) -> Iterator[Page]:
    yield from (*home.pages(site), *facets.pages(site), *gaps.pages(site))


def page_of(site: Site, path: str) -> LexborHTMLParser:
    page = next(page for page in pages_of(site) if page.path == path)
    return rendered(page, site)


def words(page: LexborHTMLParser) -> str:
    return " ".join(page.text(separator=" ").split())


def test_durations_are_missed_only_where_some_entry_has_one(tmp_path: Path) -> None:
    assert "Total time" not in words(page_of(site_of(tmp_path / "none"), "phases/see/"))
    some = site_of(tmp_path / "some", phases=["think"], duration="30 min")
    assert "Total time: not listed." in words(page_of(some, "phases/see/"))


@pytest.mark.parametrize("path", ["", "phases/"])
def test_the_ring_speaks_of_what_the_vocabulary_is_called(tmp_path: Path, path: str) -> None:
    page = page_of(site_of(tmp_path), path)
    assert [text.text() for text in page.css(".rc-ring__centre text")] == ["3 groups,", "one cycle"]
    assert page.css_first("svg").attributes["aria-label"] == "3 groups in a cycle"
    assert "phases" not in words(page).lower()


def test_long_words_wrap_inside_the_ring_and_the_longest_stand_below_it(tmp_path: Path) -> None:
    assert centre(["6 phases,", "one cycle"]).offsets == (-2, 13)
    found = centre([f"12 {NOUN.lower()},", "one cycle"])
    assert found
    assert " ".join(found.lines) == f"12 {NOUN.lower()}, one cycle"
    assert len(found.lines) > 2
    long = "Donaudampfschifffahrtsgesellschaften"
    assert centre([f"3 {long},", "one cycle"]) is None
    page = page_of(site_of(tmp_path, long), "")
    assert page.css_first(".rc-ring__below").text() == f"3 {long.lower()}, one cycle"
    assert not page.css(".rc-ring__centre")


def test_the_list_is_in_the_order_of_what_there_is(tmp_path: Path) -> None:
    pages = [page for page in home.pages(site_of(tmp_path)) if page.path == "browse/"]
    assert pages[0].description == "4 resources, in the order of the groups, then by title."


def test_what_no_entry_has_is_one_gap(tmp_path: Path) -> None:
    site = site_of(tmp_path, published="2020")
    page = page_of(site, "contribute/gaps/")
    everywhere = page.css_first("section[aria-labelledby=everywhere]")
    assert [item.text(strip=True) for item in everywhere.css("li")] == [
        "How to use it not described",
        "No audiences",
        "Accessibility not known",
    ]
    assert [h2.attributes["id"] for h2 in page.css("h2[id^=no-]")] == ["no-dates"]
    assert "6 facts missing." in words(page)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({}, "3 empty places in the table and 4 facts missing."),
        ({"gaps": ["dates"]}, "1 fact missing."),
    ],
)
def test_empty_places_are_counted_where_they_are_wanted(
    tmp_path: Path, wanted: dict[str, Any], said: str
) -> None:
    entries = {"ask": {"phases": ["first"], "stages": ["early"]}}
    identity = {"title": "Methods", **wanted}
    catalog, problems = open_catalog(write_catalog(tmp_path / "catalog", entries, None, identity))
    assert catalog, problems
    moment = datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC)
    statuses = LinkStatuses(catalog, moment.date())
    (page,) = gaps.pages(Site(catalog, statuses, "https://example.org/".__add__, moment))
    assert page.description == said


def test_verdicts_are_explained_once_there_are_any(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    (page,) = link_health.pages(site)
    html = renderer_of(site).html(page)
    assert "After the first run of the link check, this page shows" in html
    assert "week" not in html.partition("from week to week")[0], "nothing is said to happen"
    assert "verdict-" not in html
    assert "SSL_CERT_FILE" not in html


def test_an_empty_place_takes_no_facet_for_readers(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path / "catalog", {"ask": {"phases": ["first"]}})
    catalog, problems = open_catalog(folder)
    assert catalog, problems
    moment = datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC)
    statuses = LinkStatuses(catalog, moment.date())
    site = Site(catalog, statuses, "https://example.org/".__add__, moment)
    said = words(page_of(site, "phases/first/late/"))
    assert "the library has nothing yet for both First and Late." in said
    assert "what has no stages counts only for its phases." in words(page_of(site, ""))


def test_a_renamed_question_has_no_help_of_ours(tmp_path: Path) -> None:
    def asked(name: str, words: dict[str, str]) -> tuple[str, str]:
        identity = {"title": "Methods", "words": words}
        catalog, problems = open_catalog(write_catalog(tmp_path / name, {}, identity=identity))
        assert catalog, problems
        (found,) = (q for q in entry_form(catalog).questions if q.key == "recommended_use")
        return found.label, found.description

    ours = "Who does what with it, and when, in your own words."
    assert asked("ours", {}) == ("How to use it", ours)
    assert asked("renamed", {"How to use it": "Why"}) == ("Why", "")
    both = {"How to use it": "Why", ours: "The reason for it."}
    assert asked("both", both) == ("Why", "The reason for it.")


def test_features_that_are_seldom_wanted_are_folded(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    (form,) = suggest.pages(site)
    page = rendered(form, site)
    field = page.css_first("[data-rc-field=accessibility]")
    values = [box.attributes["value"] for box in field.css("input")]
    assert sorted(values) == sorted(ACCESSIBILITY_FEATURES)
    assert tuple(values[: len(USUAL_FEATURES)]) == USUAL_FEATURES
    rest = field.css(".rc-field__rest input")
    assert len(rest) == len(values) - len(USUAL_FEATURES)
