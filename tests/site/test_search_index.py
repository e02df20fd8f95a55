"""The index: repeatable, complete, and loaded only when someone wants to search."""

from __future__ import annotations

import datetime
import json
import random
import re
from array import array
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request

from browsing import reader
from building import CATALOG, ROOT, build
from finding import listed
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.checks import open_catalog
from resource_catalog.site.search.filters import Filter, FilterValue
from resource_catalog.site.search.index_columns import facet_columns, short_id
from resource_catalog.site.search.inverted_index import WEIGHT_BASE, build_inverted_index
from resource_catalog.site.search.search_documents import SearchDocument, search_documents
from resource_catalog.site.search.shards import PREFIX_LENGTH, split_into_shards
from resource_catalog.site.search.words import terms
from searching import catalog_of, engine, open_search

LOADED = """parts => parts.every((part) =>
    performance.getEntriesByType("resource").some(({name}) => name.includes(part)))"""

AT_REST = "() => new Promise((done) => requestIdleCallback(() => done()))"
"""A page at rest has begun all that it was about to do."""

_POSTING = re.compile(r"([0-9a-z]+)([A-J])")


def index_of(site: Path) -> dict[str, Any]:
    """The pieces of a site's index by their names."""
    found = {}
    for path in (site / "search").glob("*/*.js"):
        text = path.read_text(encoding="utf-8")
        call = re.fullmatch(r"rcSearch\((\"[\w-]+\"|\d+),(.*)\)\n", text, re.DOTALL)
        assert call, path.name
        found[str(json.loads(call[1]))] = json.loads(call[2])
    return found


def shards_of(index: dict[str, Any]) -> list[str]:
    """The shards in their order."""
    return [index[str(number)] for number in range(sum(name.isdigit() for name in index))]


def decoded(line: str) -> tuple[str, list[tuple[int, int]]]:
    """A line of a shard as a term with its documents and weights, as the shards' module says."""
    term, _, text = line.partition(" ")
    assert "".join("".join(found) for found in _POSTING.findall(text)) == text
    number, where = 0, []
    for distance, weight in _POSTING.findall(text):
        number += int(distance, 36)
        where.append((number, ord(weight) - 64))
    return term, where


def documents() -> list[SearchDocument]:
    catalog, _ = open_catalog(CATALOG)
    assert catalog is not None
    return search_documents(catalog)


def test_the_same_catalog_gives_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    """Whatever the order in which Python happens to keep sets."""
    built = build(None, tmp_path / "site", PYTHONHASHSEED="7")
    assert built.returncode == 0, built.stderr
    first, second = (
        {path.relative_to(site).as_posix(): path.read_bytes() for path in site.glob("search/*/*")}
        for site in (built_site, tmp_path / "site")
    )
    assert first == second
    assert len({path.rpartition("/")[0] for path in first}) == 1


def test_postings_are_those_of_the_texts() -> None:
    """What is read back from the shards is what the texts hold."""
    all_of_them = documents()
    read = dict(
        decoded(line)
        for text in split_into_shards(build_inverted_index(all_of_them)).values()
        for line in text.split("\n")
    )
    for number, document in enumerate(all_of_them):
        weights: dict[str, int] = {}
        for text, weight in document.texts:
            for term in terms(text):
                weights[term] = max(weight, weights.get(term, 0))
        said = [term for text, _ in document.texts for term in terms(text)]
        for term, weight in weights.items():
            again = said.count(term) > 1
            assert (number, weight + again) in read[term], (term, document.path)
    assert read == {
        term: [divmod(posting, WEIGHT_BASE) for posting in where]
        for term, where in build_inverted_index(all_of_them).items()
    }


@pytest.mark.parametrize("folder", ["built_site", "large_folder"])
def test_shards_are_sorted_and_each_begins_where_it_says(
    folder: str, request: pytest.FixtureRequest
) -> None:
    index = index_of(request.getfixturevalue(folder))
    parts = shards_of(index)
    beginnings = index["shards"][0].split(" ")
    assert len(beginnings) == len(parts) > 1
    all_of_them = [decoded(line)[0] for part in parts for line in part.split("\n")]
    assert all_of_them == sorted(set(all_of_them), key=lambda term: term.encode("utf-16-be"))
    for beginning, part in zip(beginnings, parts, strict=True):
        assert part.startswith(beginning)
    starts = [{line.split(" ")[0][:PREFIX_LENGTH] for line in part.split("\n")} for part in parts]
    for one, next_one in pairwise(starts):
        assert not one & next_one, "kin are never apart"


@pytest.fixture(scope="module", params=["site", "large"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    with engine(browser, request.getfixturevalue(request.param)) as page:
        page.folder = request.getfixturevalue(  # type: ignore[attr-defined]
            {"site": "built_site", "large": "large_folder"}[request.param]
        )
        yield page


def test_every_term_is_found_by_the_browser(page: Page) -> None:
    parts = shards_of(index_of(page.folder))  # type: ignore[attr-defined]
    expected = dict(decoded(line) for part in parts for line in part.split("\n"))
    found = page.evaluate(
        """async terms => {
            const found = [];
            for (const term of terms) {
                await finder._shards.prepare(term, false);
                const {hits} = finder._shards.find(term, false, false);
                const exact = hits.some(hit => hit.term === term && hit.quality === 1);
                found.push(exact ? [...finder._shards.postings(term)] : null);
            }
            return found;
        }""",
        list(expected),
    )
    flat = [[number for pair in where for number in pair] for where in expected.values()]
    assert dict(zip(expected, found, strict=True)) == dict(zip(expected, flat, strict=True))


def test_every_short_id_leads_to_the_right_page(page: Page) -> None:
    entries = listed(page.folder)  # type: ignore[attr-defined]
    ids = page.evaluate("Array.from({length: library.count}, (_, entry) => library.id(entry))")
    titles = page.evaluate("library.titles.slice(0, library.count)")
    assert dict(zip(ids, titles, strict=True)) == {
        e["id"]: " ".join(e["title"].split()) for e in entries
    }


AS_TITLES_COME = """async texts => {
    const [names, shards] = await Promise.all(["names", "shards"].map(name => rcParts.load(name)));
    const other = [];
    let few = 0;
    for (const text of texts) {
        const own = new Library();
        own.addNames(names, shards);
        const {numbers, situations} = await new Finder(own, rcParts.load).find(text);
        const all = await finder.find(text);
        const same = String([numbers, situations]) === String([all.numbers, all.situations]);
        if (!same) other.push(text);
        if (Object.keys(own.titles).length < library.total) few++;
    }
    return [other, few];
}"""


def test_the_results_are_those_of_all_titles_whichever_have_been_loaded(
    browser: Browser, large: str, large_folder: Path
) -> None:
    """Titles and other titles, whole and begun, and what is no title."""
    names = [
        name
        for entry in catalog_of(large_folder)["entries"]
        for name in (entry["title"], *entry["also_known_as"])
    ]
    asked = [*names, *(name[: len(name) // 2].lower() for name in names[::5]), "c++", "coching"]
    with engine(browser, large) as page:
        other, few = page.evaluate(AS_TITLES_COME, asked)
    assert other == []
    assert few > 0.9 * len(asked), "next to no text needs all titles"


LONG = "The " + "very long and winding " * 12 + "end"


@pytest.mark.parametrize(
    ("entry_id", "title"),
    [
        ("pilot-guide", "A guide"),
        ("pilot-guide", "The pilot guide"),
        ("the-pilot-guide", "The pilot guide"),
        ("pilot", "The pilot guide"),
        ("guide", "The pilot guide"),
        ("guide-pilot", "The pilot guide"),
        ("what-is-it", "What is it?"),
        ("is-it", "What is it?"),
        ("cafe", "Café"),
        ("four-signs", "Four signs it’s time"),
        ("x", "学校"),
        ("very-long-and-winding", LONG),
        ("end", LONG),
        ("-".join(LONG.lower().split())[:119], LONG),
        ("-".join(["very-long-winding"] * 12 + ["end"]), LONG),
        ("a-b-a", "A b a b"),
    ],
)
def test_a_short_id_is_understood_whatever_the_title(
    browser_library: Page, entry_id: str, title: str
) -> None:
    short = short_id(entry_id, title)
    assert len(short) <= len(entry_id) + 1
    made = browser_library.evaluate(
        """([short, title]) => Object.assign(Object.create(Object.getPrototypeOf(library)),
            {_ids: [short], titles: [title]}).id(0)""",
        [short, title],
    )
    assert made == entry_id


@pytest.fixture(scope="module")
def browser_library(browser: Browser, site: str) -> Iterator[Page]:
    with engine(browser, site) as page:
        yield page


def test_a_term_is_found_however_many_share_its_beginning(browser_library: Page) -> None:
    """Thousands of long lines that begin alike lie in many shards; each is still found."""
    index = {
        f"pro{end}{number:04}": array("L", [n * 9 * WEIGHT_BASE + 1 for n in range(30)])
        for end in "abcdefghij"
        for number in range(200)
    }
    parts = split_into_shards(index)
    assert len(parts) >= 10
    missing = browser_library.evaluate(
        """async ([beginnings, parts, terms]) => {
            const {Shards} = await import("/modules/search/index/shards.js");
            const shards = new Shards({beginnings}, name => Promise.resolve(parts[Number(name)]));
            const missing = [];
            for (const term of terms) {
                await shards.prepare(term, false);
                const {hits} = shards.find(term, false, false);
                if (!hits.some(hit => hit.term === term)) missing.push(term);
            }
            return missing;
        }""",
        [list(parts), list(parts.values()), random.Random(1).sample(sorted(index), 100)],
    )
    assert missing == []


@pytest.fixture
def visitor(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what of the search it has asked for."""
    with reader(browser) as page:
        asked: list[str] = []

        def note(request: Request) -> None:
            if "/search/" in request.url or "/assets/open-" in request.url:
                asked.append(request.url.rpartition("/")[2])

        page.on("request", note)
        yield page, asked


def test_not_a_byte_is_loaded_before_someone_wants_to_search(
    visitor: tuple[Page, list[str]], kinds: dict[str, str]
) -> None:
    page, asked = visitor
    for kind in ("home", "resource", "phase", "about"):
        page.goto(kinds[kind])
        page.mouse.wheel(0, 1500)
        page.mouse.move(400, 500)
        page.wait_for_load_state("networkidle")
    # What lists are shared with is no part of the search.
    assert [name for name in asked if not name.startswith("open-share.")] == []


@pytest.mark.parametrize("intent", ["focus", "hover", "/"])
def test_wanting_to_search_loads_names_and_no_more(
    visitor: tuple[Page, list[str]], site: str, intent: str
) -> None:
    page, asked = visitor
    page.goto(site)
    page.wait_for_load_state("networkidle")
    if intent == "/":
        open_search(page)
    else:
        getattr(page.locator(".rc-header [data-rc-search]"), intent)()
    page.wait_for_function(LOADED, arg=["/names.js", "/open-search."])
    page.evaluate(AT_REST)
    assert sorted(name.partition(".")[0] for name in asked) == ["names", "open-search", "shards"]


TYPE_AT_ONCE = """text => {
    document.querySelector("[data-rc-search]").click();
    const field = document.querySelector(".rc-search__input");
    field.value = text;
    field.dispatchEvent(new Event("input", {bubbles: true}));
}"""


def test_a_word_typed_at_once_waits_for_its_own_part_of_the_index(
    visitor: tuple[Page, list[str]], large: str, large_folder: Path
) -> None:
    page, asked = visitor
    word = max(catalog_of(large_folder)["entries"][0]["title"].split(), key=len)
    page.goto(large + "about/")
    page.wait_for_load_state("networkidle")
    page.evaluate(TYPE_AT_ONCE, word)
    page.locator(".rc-search__option").first.wait_for()
    kinds = sorted(re.sub(r"\d+|\.\w+", "", name.partition(".js")[0]) for name in asked)
    assert kinds == ["", "likely-", "names", "open-search", "shards"]


def test_once_a_reader_turns_to_the_filters_a_choice_asks_for_nothing_more(
    visitor: tuple[Page, list[str]], large: str
) -> None:
    page, asked = visitor
    page.goto(large + "browse/")
    page.locator(".rc-filter").wait_for()
    page.wait_for_load_state("networkidle")
    loaded = {name.partition("-")[0].partition(".")[0] for name in asked}
    assert {"names", "about"} & loaded == set(), "who only looks at the list needs neither"
    page.locator(".rc-filter input:enabled").first.focus()
    page.wait_for_function(LOADED, arg=["/names.js", "/about-1.js"])
    page.evaluate(AT_REST)
    assert len(asked) == len(set(asked)), "each piece once"
    asked.clear()
    page.on("request", lambda r: asked.append(r.url) if "favicon" not in r.url else None)
    for box in page.locator(".rc-filter input:enabled").all()[:4]:
        box.check()
    page.get_by_label("Order").select_option("title")
    page.get_by_role("button", name="Clear all").click()
    page.evaluate(AT_REST)
    assert asked == []


def test_the_index_holds_no_trace_of_the_folder_it_was_made_in(built_site: Path) -> None:
    for path in built_site.glob("search/*/*"):
        assert str(ROOT) not in path.read_text(encoding="utf-8")


def test_a_filter_has_any_number_of_values() -> None:
    """The browser code's test has the same numbers for what the characters stand for."""
    catalog, _ = open_catalog(CATALOG)
    assert catalog is not None
    places = (0, 0xD7FF - 48, 0xD800 - 48, 0x10000 - 48 - 0x800)
    values = tuple(FilterValue(f"p{n}", f"P{n}") for n in range(max(places) + 1))
    many = Filter("publishers", "publisher", "Publisher", values, (places, (1,)))
    statuses = LinkStatuses(catalog, datetime.date(2026, 11, 27))
    column = facet_columns([], [many], statuses)["filters"][0]["of"]
    assert column == "0\ud7ff\ue000\U00010000,1"
    assert column.encode()
