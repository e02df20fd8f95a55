"""Relevance in any catalog: names with signs, acronyms, languages, verbs and plain questions."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from resource_catalog.exports.search_index import search_index
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.checks import open_catalog
from resource_catalog.site.search.search_documents import Prose
from resource_catalog.site.site import Site
from sample_catalog import IDENTITY, write_catalog
from searching import engine

DATA: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("any_catalog.yml").read_text())
CASES: list[dict[str, Any]] = DATA["questions"]
NOON = datetime.datetime(2026, 11, 27, 12, tzinfo=datetime.UTC)

# The ids that the browser's own modules find for each text in an index, and what was searched for.
ASK = """async ([parts, texts]) => {
  const [{Library}, {Finder}] = await Promise.all(
    ["index/search-index", "finder"].map(name => import(`/modules/search/${name}.js`)));
  const library = new Library();
  library.addNames(parts.names, parts.shards);
  library.addFacets(parts.facets);
  const finder = new Finder(library, name => Promise.resolve(parts[name]));
  const found = {};
  for (const text of texts) {
    const {numbers, situations, rest} = await finder.find(text);
    const asked = situations.map(n => library.others[n - library.count].path.split("#")[1]);
    const ids = numbers.filter(n => n < library.count).map(n => library.id(n));
    found[text] = {ids, asked, rest};
  }
  return found;
}"""


def index_of(folder: Path, language: str = "en", data: dict[str, Any] = DATA) -> dict[str, Any]:
    """The parts of the search index of an invented catalog, by name."""
    kinds = {"label": "Platforms", "terms": DATA["platforms"]}
    identity = {**IDENTITY, "language": language}
    write_catalog(folder, data["entries"], {"platforms": kinds}, identity)
    for part, records in (("synonyms", "groups"), ("situations", "situations")):
        if part in data:
            (folder / f"{part}.yml").write_text(json.dumps({records: data[part]}))
    catalog, problems = open_catalog(folder)
    assert catalog is not None, problems
    site = Site(catalog, LinkStatuses(catalog, NOON.date()), lambda path: f"/{path}", NOON)
    prose = [Prose("about/", "About", "A page about the guides of the WHO.")]
    _, files = search_index(site, prose, lambda _: "<svg></svg>")
    calls = [str(file.content).strip()[len("rcSearch(") : -1] for file in files]
    return {str(name): part for name, part in (json.loads(f"[{call}]") for call in calls)}


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    with engine(browser, site) as page:
        yield page


@pytest.fixture(scope="module")
def found(page: Page, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What every question gives, asked all at once."""
    parts = index_of(tmp_path_factory.mktemp("any") / "catalog")
    answers: dict[str, Any] = page.evaluate(ASK, [parts, [case["ask"] for case in CASES]])
    return answers


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["ask"])
def test_a_question_finds_its_answers_in_order(case: dict[str, Any], found: dict[str, Any]) -> None:
    """All that is found, or the beginning of it, and what was searched for without the filler."""
    answer = found[case["ask"]]
    if "all" in case:
        assert answer["ids"] == case["all"]
    assert answer["ids"][: len(case.get("first", ()))] == case.get("first", [])
    assert answer["asked"] == case.get("asked", [])
    assert answer["rest"] == case.get("rest", "")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Spanish", ["spanish-letter"]),
        ("en", "español", ["spanish-letter"]),
        ("fr", "espagnol", ["spanish-letter"]),
        ("fr", "Spanish", ["spanish-letter"]),
        ("es", "Spanish", []),
        ("es", "portugués", ["brazilian-letter"]),
        ("en", "Brazil", ["brazilian-letter"]),
        ("xx", "Spanish", ["spanish-letter"]),
    ],
)
def test_languages_are_found_by_name(
    page: Page, tmp_path: Path, language: str, text: str, expected: list[str]
) -> None:
    """In the language of the catalog, in English and in their own; but not the catalog's own."""
    parts = index_of(tmp_path / "catalog", language)
    assert page.evaluate(ASK, [parts, [f"{text} "]])[f"{text} "]["ids"] == expected


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["English", "Portuguese (Brazil)", "Spanish"]),
        ("fr", ["anglais", "espagnol", "portugais (Brésil)"]),
        ("xx", ["English", "Portuguese (Brazil)", "Spanish"]),
    ],
)
def test_languages_are_filtered_by_name(tmp_path: Path, language: str, names: list[str]) -> None:
    """The names are those in the language of the catalog, or English; the addresses stay."""
    filters = index_of(tmp_path / "catalog", language)["facets"]["filters"]
    values = next(f["values"] for f in filters if f["id"] == "languages")
    assert [label for _, label in values] == names
    assert {value for value, _ in values} == {"en", "es", "pt-br"}


SPOKEN: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("spoken_languages.yml").read_text("utf-8")
)
TOP = 3


@pytest.mark.parametrize("language", SPOKEN)
def test_words_in_other_forms_find_texts_of_another_language(
    browser: Browser, site: str, tmp_path: Path, language: str
) -> None:
    """What is typed finds one of the entries that are meant among the first."""
    data = SPOKEN[language]
    parts = index_of(tmp_path / "catalog", language, data)
    with engine(browser, site, language) as page:
        found = page.evaluate(ASK, [parts, [*data["questions"]]])
    first = {text: found[text]["ids"][:TOP] for text in data["questions"]}
    missed = {
        text: first[text]
        for text, meant in data["questions"].items()
        if not {*first[text]} & {*meant}
    }
    assert missed == {}
