"""Shards: what Python writes of the terms of all texts is what a browser reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from resource_catalog.site.search.inverted_index import build_inverted_index
from resource_catalog.site.search.search_documents import SearchDocument
from resource_catalog.site.search.shards import split_into_shards
from searching import engine

Case = dict[str, Any]

CASES: list[Case] = yaml.safe_load(Path(__file__).with_name("shards.yml").read_text("utf-8"))

each_case = pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])

# Those of some terms that are in the index, with their documents and weights.
READ = """async ([beginnings, parts, terms]) => {
    const {Shards} = await import("/modules/search/index/shards.js");
    const shards = new Shards({beginnings}, name => Promise.resolve(parts[Number(name)]));
    const read = {};
    for (const term of terms) {
        await shards.prepare(term, false);
        const {hits} = shards.find(term, false, false);
        if (!hits.some(hit => hit.term === term && hit.quality === 1)) continue;
        const flat = [...shards.postings(term)];
        read[term] = flat.flatMap((number, i) => i % 2 ? [] : [[number, flat[i + 1]]]);
    }
    return read;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    with engine(browser, site) as page:
        yield page


def documents(case: Case) -> list[SearchDocument]:
    """All documents up to the last that a case names; the others have no text."""
    texts: dict[int, dict[str, int]] = case["documents"]
    return [
        SearchDocument("page", "a/", "A page", tuple(texts.get(number, {}).items()))
        for number in range(max(texts) + 1)
    ]


@each_case
def test_python_writes_these_shards(case: Case) -> None:
    written = split_into_shards(build_inverted_index(documents(case)), case["characters"])
    assert {beginning: text.split("\n") for beginning, text in written.items()} == case["shards"]
    assert list(written) == list(case["shards"])


@each_case
def test_the_browser_reads_what_is_written(case: Case, page: Page) -> None:
    beginnings, parts = list(case["shards"]), ["\n".join(s) for s in case["shards"].values()]
    others = {term[:length] for term in case["read"] for length in range(1, len(term))}
    terms = sorted(case["read"].keys() | others)
    assert page.evaluate(READ, [beginnings, parts, terms]) == case["read"]
