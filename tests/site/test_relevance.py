"""Relevance: whoever asks in their own words is given what they mean, among the first three."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from browsing import reader
from resource_catalog.site.search.ranking import CLOSED, FEATURED, IN_TITLE
from searching import FOUND, catalog_of, engine, open_search, search

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("relevance.yml").read_text())
TYPED = [case for case in CASES if case.get("typed")]
Found = dict[str, list[str]]


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    with engine(browser, site) as page:
        yield page


@pytest.fixture(scope="module")
def found(page: Page) -> dict[str, Found]:
    """What every question gives, asked all at once."""
    return page.evaluate(FOUND, [case["ask"] for case in CASES])


@pytest.fixture(scope="module")
def typing(browser: Browser, site: str) -> Iterator[Page]:
    """The real page with the search open, all questions being asked one after the other."""
    with reader(browser) as page:
        page.goto(site)
        open_search(page)
        yield page


def check(case: dict[str, Any], found: Found) -> None:
    assert case.keys() & {"first", "top", "also"}, "nothing is asked for"
    if "first" in case:
        assert found["entries"][:1] == [case["first"]], found["entries"][:5]
    assert set(case.get("top", ())) <= set(found["entries"][:3]), found["entries"][:5]
    assert set(case.get("also", ())) <= set(found["others"][:3]), found["others"][:5]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["ask"])
def test_a_question_finds_its_answer(case: dict[str, Any], found: dict[str, Found]) -> None:
    check(case, found[case["ask"]])


@pytest.mark.parametrize("case", TYPED, ids=lambda case: case["ask"])
def test_typing_a_question_shows_its_answer(
    case: dict[str, Any], typing: Page, site: str, found: dict[str, Found]
) -> None:
    """With a real keyboard in the real page; the engine that tests ask gives the same."""
    search(typing, case["ask"])
    hrefs = typing.get_by_role("option").evaluate_all("all => all.map(a => a.href)")
    paths = [href.removeprefix(site) for href in hrefs]
    shown = {
        "entries": [p.split("/")[1] for p in paths if p.startswith("resources/")],
        "others": [p for p in paths if not p.startswith("resources/")],
    }
    check(case, shown)
    for group, all_of_them in found[case["ask"]].items():
        assert shown[group] == all_of_them[: len(shown[group])]


def test_the_build_ranks_titles_by_the_weights_of_the_browser(page: Page) -> None:
    weights = page.evaluate(
        "async () => (await import('/modules/search/ranking/weights.js')).WEIGHTS"
    )
    assert (weights["title"], weights["featured"], weights["closed"]) == (
        IN_TITLE,
        FEATURED,
        CLOSED,
    )


def test_there_is_enough_to_judge_by() -> None:
    assert len({case["ask"] for case in CASES}) == len(CASES) >= 50
    assert len(TYPED) >= 10


def test_every_exact_title_comes_first(page: Page, built_site: Path) -> None:
    entries = catalog_of(built_site)["entries"]
    titles = {entry["title"]: entry["id"] for entry in entries}
    assert len(titles) == len(entries)
    found = page.evaluate(FOUND, list(titles))
    assert {title: found[title]["entries"][0] for title in titles} == titles


def test_every_other_title_comes_first_unless_it_is_the_title_of_another(
    page: Page, built_site: Path
) -> None:
    entries = catalog_of(built_site)["entries"]
    titles = {e["title"].casefold() for e in entries}
    others = {
        title: entry["id"]
        for entry in entries
        for title in entry["also_known_as"]
        if title.casefold() not in titles
    }
    assert others
    found = page.evaluate(FOUND, list(others))
    assert {title: found[title]["entries"][0] for title in others} == others


def test_every_question_and_task_is_found_by_its_own_words(page: Page, built_site: Path) -> None:
    paths = {
        prompt["text"]: f"stages/{stage['id']}/#{kind}-{number}"
        for stage in catalog_of(built_site)["stages"]
        for kind in ("question", "task")
        for number, prompt in enumerate(stage[f"{kind}s"], start=1)
    }
    found = page.evaluate(FOUND, list(paths))
    assert {text: found[text]["others"][0] for text in paths} == paths


@pytest.mark.parametrize("text", ["xyzzy", "🎉", "!?", "ŵŷż", "9999", "a" * 200])
def test_what_is_nowhere_is_not_found(page: Page, text: str) -> None:
    assert page.evaluate(FOUND, [text])[text] == {"entries": [], "others": []}
