"""How often the work of a build is done: counted, never timed, so that it is the same anywhere."""

from __future__ import annotations

import cProfile
import gzip
from collections import Counter
from pathlib import Path
from types import CodeType

import pytest

from bench.synthetic.catalog_files import write_catalog
from building import ROOT
from opened_site import open_folder, renderer_of
from resource_catalog.exports.export_registry import all_exports
from resource_catalog.exports.search_index import search_index
from resource_catalog.pages.page_registry import all_pages
from resource_catalog.pages.rendering.browser_script import bundle
from resource_catalog.pages.rendering.renderer import Renderer
from source_code import HOOKS

SMALL, LARGE = 60, 300
LEAST = 1_000
"""Functions that are called less often say nothing of growth."""

Counts = Counter[str]
"""Calls by module and function, how many pages and files were made, and the most bytes of some."""


def made(folder: Path) -> Counts:
    """What it takes to make everything of a site but its frame."""
    profile = cProfile.Profile()
    profile.enable()
    site = open_folder(folder)
    renderer = renderer_of(site)
    pages = sum(len(renderer.html(page)) > 0 for page in all_pages(site))
    files = sum(1 for _ in all_exports(site))
    _, index = search_index(site, (), Renderer.icon)
    profile.disable()
    counts = Counter({"pages": pages, "files": files})
    for file in index:
        kind = Path(file.path).stem.rstrip("0123456789") or "shard"
        key = f"most bytes of {kind}"
        counts[key] = max(_sent(str(file.content)), counts[key])
    for entry in profile.getstats():
        code = entry.code
        if isinstance(code, CodeType) and str(HOOKS) in code.co_filename:
            counts[f"{Path(code.co_filename).stem}.{code.co_name}"] += entry.callcount
    return counts


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Counts]:
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        # A few titles come with the names, which is other work than that for many.
        patch.setattr("resource_catalog.exports.search_index.TITLES_PER_FILE", 0)
        for entries in (8, SMALL, LARGE):  # the first fills what is kept for all sites
            folder = tmp_path_factory.mktemp("counts") / str(entries)
            write_catalog(folder, entries, 0, lambda _text: None)
            found[entries] = made(folder)
    return found


def test_no_work_grows_faster_than_the_catalog(counts: dict[int, Counts]) -> None:
    small, large = counts[SMALL], counts[LARGE]
    faster = {
        name: (small[name], number)
        for name, number in large.items()
        if number > LEAST and number > 1.3 * small[name] * LARGE / SMALL
    }
    assert faster == {}


def test_each_thing_is_made_once(counts: dict[int, Counts]) -> None:
    found = counts[LARGE]
    assert LARGE < found["yaml_file.parse"] <= LARGE + 10, "files of entries, and a few more"
    assert found["record_folder.record_of"] <= found["yaml_file.parse"]
    assert found["renderer.html"] == found["pages"]
    assert found["cards._render"] <= found["citation_styles.cite"] == LARGE
    assert 0 < counts[SMALL]["qr_code._drawing"] <= counts[SMALL]["pages"]


def test_a_first_result_waits_for_little(counts: dict[int, Counts]) -> None:
    """What is sent for a word, compressed: the code, what all searches need, a shard and titles."""
    found = counts[LARGE]
    sent = {
        kind: found[f"most bytes of {kind}"]
        for kind in ("names", "shards", "shard", "likely-", "titles-", "facets")
    }
    _, code = bundle(ROOT / "overrides" / "js" / "open-search.js")
    _, every_page = bundle(ROOT / "overrides" / "js" / "site.js")
    sent |= {"code": _sent(code), "every page": _sent(every_page)}
    most = {
        "names": 3_500,
        "shards": 600,
        "shard": 6_500,
        "likely-": 4_000,
        "titles-": 6_000,
        "facets": 8_000,
        "code": 15_000,
        "every page": 7_500,
    }
    assert {kind: size for kind, size in sent.items() if size > most[kind]} == {}
    assert sent["names"] < found["most bytes of titles-"], "no titles are among the names"


def _sent(text: str) -> int:
    return len(gzip.compress(text.encode(), 6))
